pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The talk waits for the time they have agreed on; or both have come back to it, and are told which
// one it is before anything private is asked.
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
        text: root.session.heading
    }

    Prompt {
        width: parent.width
        visible: !root.session.cameBack
        size: Theme.prompt
        text: root.session.backAt
    }

    Prompt {
        width: parent.width
        visible: root.session.cameBack && text !== ""
        size: Theme.prompt
        text: root.session.about
    }

    Words {
        width: parent.width
        visible: root.session.cameBack && text !== ""
        horizontalAlignment: Text.AlignHCenter
        font.family: Theme.serif
        font.pixelSize: Theme.large
        text: root.session.hadAsked
    }

    Words {
        width: parent.width
        visible: root.session.cameBack
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: root.session.beganOn
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: root.session.hint
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
            focus: root.session.cameBack
            emphasis: true
            visible: !root.moving && root.session.cameBack
            text: qsTr("Go on with it")
            onClicked: root.pauses.comeBack()
        }
        SoftButton {
            focus: !root.session.cameBack
            emphasis: true
            visible: !root.moving && !root.session.cameBack
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
            visible: !root.moving && !root.session.cameBack
            text: qsTr("Go on now after all")
            onClicked: root.pauses.comeBack()
        }
        SoftButton {
            height: 64
            visible: !root.moving && root.session.cameBack
            text: qsTr("Not now. Home")
            onClicked: root.session.goHome()
        }
    }

    ManyPauses {
        width: parent.width
        session: root.session
    }
}
