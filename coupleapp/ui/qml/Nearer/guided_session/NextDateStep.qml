pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The next time, by one press; any other is one press further.
Page {
    id: root

    required property NextDateModel next

    property bool other: root.next.place !== "" || root.next.will !== ""

    function keep() {
        root.next.plan(when.day, when.time, place.text, will.text);
    }

    centred: true
    widest: 640
    gap: 24

    Prompt {
        width: parent.width
        size: Theme.prompt
        text: qsTr("When will you sit down again?")
    }

    Prompt {
        width: parent.width
        visible: !root.other
        size: Theme.large * 1.2
        text: root.next.offered
    }

    SoftButton {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: !root.other
        focus: !root.other
        emphasis: true
        text: root.next.yes
        Accessible.description: root.next.offered
        onClicked: root.next.planOffered()
    }

    DayAndTime {
        id: when

        width: parent.width
        visible: root.other
        focus: root.other
        offered: root.next.days
        usual: root.next.usualTime
        day: 6
        onDone: root.keep()
    }

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, 486 * Theme.textScale)
        visible: root.other
        spacing: 12

        Field {
            id: place

            width: parent.width
            label: qsTr("Where (if you like)")
            text: root.next.place
            onEdited: text => root.next.keepDraft("place", text)
            onAccepted: root.keep()
        }

        Field {
            id: will

            width: parent.width
            label: qsTr("We will … (if you like)")
            text: root.next.will
            onEdited: text => root.next.keepDraft("will", text)
            onAccepted: root.keep()
        }
    }

    Choices {
        width: parent.width

        SoftButton {
            visible: !root.other
            text: qsTr("Another day")
            onClicked: {
                root.other = true;
                when.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        SoftButton {
            visible: root.other
            text: qsTr("It's a date")
            onClicked: root.keep()
        }
        SoftButton {
            text: qsTr("Leave it open")
            onClicked: root.next.leaveOpen()
        }
    }
}
