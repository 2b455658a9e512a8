pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

Page {
    id: root

    required property WritingControls writing

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
        onDone: root.writing.planNext(when.day, when.time)
    }

    Choices {
        width: parent.width

        SoftButton {
            text: qsTr("Then it is")
            onClicked: root.writing.planNext(when.day, when.time)
        }
        SoftButton {
            text: qsTr("We leave it open")
            onClicked: root.writing.leaveDateOpen()
        }
    }
}
