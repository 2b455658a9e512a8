pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What matters most to one: read aloud, said back, until that is it. Or it is left here for now.
Page {
    id: root

    required property SessionModel session
    required property NeedsModel needs
    required property ListControls lists
    required property TurnControls turns

    readonly property bool checks: root.session.stage === SessionModel.CoreCheck

    centred: true
    widest: 860
    gap: 26

    Connections {
        target: root.session

        function onFigured(figure: int) {
            root.turns.answer(figure - 1);
        }
    }

    SeatMark {
        anchors.horizontalCenter: parent.horizontalCenter
        seat: root.session.floor || Seat.Left
        size: 34
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: root.session.title
    }

    ReadingTitle {
        width: parent.width
        focus: root.checks
        alignment: Text.AlignHCenter
        text: root.needs.core
    }

    Prompt {
        width: parent.width
        visible: root.needs.coreNote !== ""
        size: Theme.large * 1.1
        italic: true
        text: root.needs.coreNote
    }

    FreeNo {
        width: parent.width
        text: root.needs.freeNo
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: root.needs.coreHint
    }

    SoftButton {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: !root.checks
        focus: !root.checks
        emphasis: true
        text: qsTr("%1 has said it back").arg(root.session.otherName)
        onClicked: root.lists.sayCoreBack()
    }

    Choices {
        width: parent.width
        visible: root.checks

        Repeater {
            model: root.turns.answers

            CapButton {
                required property string words
                required property string cap
                required property int whose
                required property int index
                required keyWords

                height: Math.max(64, implicitHeight)
                text: words
                keycap: cap
                seat: whose
                onClicked: root.turns.answer(index)
            }
        }
    }

    Choices {
        width: parent.width

        SoftButton {
            plain: true
            text: qsTr("Let us leave it here for now")
            onClicked: root.lists.leaveCore()
        }
        ParkIt {
            needs: root.needs
        }
    }
}
