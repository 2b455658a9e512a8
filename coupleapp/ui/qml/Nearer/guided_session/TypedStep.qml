pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// A turn in writing: one types, both read.
Page {
    id: root

    required property SessionModel session
    required property ComposeControls composing
    required property TurnControls turns

    centred: true
    widest: 860
    gap: 16

    Prompt {
        width: parent.width
        size: Theme.prompt * 0.9
        text: root.session.title
    }

    Words {
        width: parent.width
        visible: root.composing.heard !== ""
        soft: true
        text: root.composing.heard
        Accessible.name: qsTr("Written before: %1").arg(root.composing.heard)
    }

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: 14

        SeatMark {
            seat: root.session.talker || Seat.Left
            size: 26
        }
        Words {
            font.weight: Font.DemiBold
            text: root.session.doing
        }
        Words {
            visible: root.session.countdown !== ""
            soft: true
            font.features: ({ "tnum": 1 })
            text: root.session.countdown
        }
    }

    WritingArea {
        id: line

        width: parent.width
        focus: true
        lines: 4
        label: root.session.title
        area.font.pixelSize: Theme.large * 1.25
        text: root.composing.typed
        onEdited: text => root.composing.keepTyped(text)
        onKeep: root.session.press(root.session.talker)
    }

    Connections {
        target: root.composing

        function onChanged() {
            if (line.text !== root.composing.typed)
                line.text = root.composing.typed;
            line.area.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Words {
        width: parent.width
        visible: root.session.cue !== ""
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("For the one who reads: %1").arg(root.session.cue)
    }

    ListenerTask {
        width: parent.width
        session: root.session
        turns: root.turns
    }

    AdviceCard {
        width: parent.width
        session: root.session
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.small
        text: root.session.partWords
    }
}
