pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The talk waits for the time they have agreed on.
Page {
    id: root

    required property SessionModel session
    required property PauseControls pauses

    property bool moving: false

    Connections {
        target: root.session

        function onBackAtChanged() {
            root.moving = false;
        }
    }

    centred: true
    widest: 680
    gap: 26

    Prompt {
        width: parent.width
        size: Theme.title
        text: qsTr("Your talk waits for you")
    }

    Prompt {
        width: parent.width
        size: Theme.prompt
        text: root.session.backAt
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: qsTr("Every word and all your time is kept, and a quiet reminder comes then, if Nearer is open. The talk can rest until that time, and so can you.")
    }

    DayAndTime {
        id: when

        width: parent.width
        visible: root.moving
        offered: root.pauses.days
        usual: root.pauses.usualTime
        day: 1
        onDone: root.pauses.bookAgain(when.day, when.time)
    }

    Choices {
        width: parent.width

        SoftButton {
            focus: true
            emphasis: !root.moving
            visible: !root.moving
            text: qsTr("Good. Home")
            onClicked: root.session.goHome()
        }
        SoftButton {
            visible: root.moving
            text: qsTr("We go on then")
            onClicked: root.pauses.bookAgain(when.day, when.time)
        }
        SoftButton {
            visible: root.moving
            plain: true
            text: qsTr("Leave it as it is")
            onClicked: root.moving = false
        }
        SoftButton {
            height: 64
            visible: !root.moving
            text: qsTr("Another time")
            onClicked: {
                root.moving = true;
                when.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        SoftButton {
            height: 64
            visible: !root.moving
            text: qsTr("Go on now after all")
            onClicked: root.pauses.comeBack()
        }
    }

    ManyPauses {
        width: parent.width
        session: root.session
    }
}
