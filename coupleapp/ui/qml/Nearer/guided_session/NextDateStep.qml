pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

Page {
    id: root

    required property WritingControls writing

    function keep() {
        root.writing.planNext(when.day, when.time, place.text, will.text);
    }

    centred: true
    widest: 640
    gap: 24

    Prompt {
        width: parent.width
        size: Theme.prompt
        text: qsTr("When will you sit down again?")
    }

    DayAndTime {
        id: when

        width: parent.width
        focus: true
        offered: root.writing.nextDays
        usual: root.writing.usualTime
        day: 6
        onDone: root.keep()
    }

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, 486 * Theme.textScale)
        spacing: 12

        Field {
            id: place

            width: parent.width
            label: qsTr("Where (if you like)")
            text: root.writing.nextPlace
            onEdited: text => root.writing.keepNextDraft("place", text)
            onAccepted: root.keep()
        }

        Field {
            id: will

            width: parent.width
            label: qsTr("I will … (if you like)")
            text: root.writing.nextWill
            onEdited: text => root.writing.keepNextDraft("will", text)
            onAccepted: root.keep()
        }
    }

    Choices {
        width: parent.width

        SoftButton {
            text: qsTr("Then it is")
            onClicked: root.keep()
        }
        SoftButton {
            text: qsTr("We leave it open")
            onClicked: root.writing.leaveDateOpen()
        }
    }
}
