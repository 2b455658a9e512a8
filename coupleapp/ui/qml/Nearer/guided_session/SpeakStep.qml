pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// While somebody speaks the screen is nearly empty: the question, a name, a ring, one cue.
FocusScope {
    id: root

    required property SessionModel session

    required property ComposeControls composing
    required property TurnControls turns

    readonly property bool low: root.height < 480
    readonly property string onwards: qsTr("We leave that here for now. On to the next part.")
    readonly property bool ownWords: root.composing.hasWords && root.session.talker === root.session.floor && root.session.stage === SessionModel.Speak

    // The middle of both rings, from above.
    readonly property real ringY: (heading.y + heading.height + root.height) / 2

    focus: true
    // Left is where somebody sits, whatever way they read.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    activeFocusOnTab: false

    // What stood here in this turn keeps its place: the rings stay where they are.
    component Line: Words {
        id: line

        property bool was: false

        width: parent ? parent.width : 0
        visible: text !== "" || (was && root.session.keepsRoom)
        horizontalAlignment: Text.AlignHCenter
        soft: true
        onTextChanged: () => line.was = line.was || line.text !== ""
        Component.onCompleted: line.was = line.text !== ""
    }

    Column {
        id: heading

        anchors.top: parent.top
        anchors.topMargin: Math.min(56, root.height * 0.05)
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(root.width - 48, 940)
        spacing: 10

        Line {
            text: root.session.leftHere && root.session.stage === SessionModel.Speak ? root.onwards : ""
        }

        SteadyPrompt {
            width: parent.width
            size: root.low ? Theme.prompt * 0.8 : Theme.prompt
            text: root.session.title
            others: root.session.titles
        }

        Line {
            visible: (text !== "" || (was && root.session.keepsRoom)) && !(root.low && root.session.advice !== "")
            font.pixelSize: Theme.small
            text: root.session.partWords
        }

        Line {
            visible: text !== "" && !root.low
            text: root.session.wished
        }

        Words {
            width: parent.width
            visible: root.composing.heard !== ""
            horizontalAlignment: Text.AlignHCenter
            font.family: Theme.serif
            text: root.composing.heard
            Accessible.name: qsTr("Written before: %1").arg(root.composing.heard)
        }

        ListenerTask {
            // On the side of whoever says back, where there is room beside each other.
            readonly property bool beside: !root.low && Theme.textScale < 1.4

            x: beside && root.session.talker === Seat.Right ? parent.width / 2 : 0
            width: beside ? parent.width / 2 : parent.width
            session: root.session
            turns: root.turns
        }

        AdviceCard {
            width: Math.min(parent.width, 640)
            anchors.horizontalCenter: parent.horizontalCenter
            session: root.session
        }

        OwnWords {
            width: Math.min(parent.width, 640)
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.ownWords
            composing: root.composing
        }
    }

    Half {
        session: root.session
        anchors.left: parent.left
        anchors.top: heading.bottom
        anchors.bottom: parent.bottom
        width: root.width / 2
        seat: Seat.Left
        who: root.session.leftName
        speaking: root.session.talker === Seat.Left
        doing: root.session.doing
        cue: root.session.listening
    }

    Half {
        session: root.session
        anchors.right: parent.right
        anchors.top: heading.bottom
        anchors.bottom: parent.bottom
        width: root.width / 2
        seat: Seat.Right
        who: root.session.rightName
        speaking: root.session.talker === Seat.Right
        doing: root.session.doing
        cue: root.session.listening
    }
}
