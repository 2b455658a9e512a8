pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Not the time to go on: another one within two days, or the talk may rest.
Page {
    id: root

    required property SessionModel session
    required property PauseControls pauses

    centred: true
    widest: 680
    gap: 24

    Prompt {
        width: parent.width
        size: Theme.title
        text: qsTr("Another time suits you better")
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: qsTr("Choose one within two days, tomorrow if you can. Your talk waits there, exactly where you left it.")
    }

    DayAndTime {
        id: when

        width: parent.width
        focus: true
        offered: root.pauses.days
        usual: root.pauses.usualTime
        day: 1
        onDone: root.pauses.bookAgain(when.day, when.time)
    }

    Choices {
        width: parent.width

        SoftButton {
            text: qsTr("We go on then")
            onClicked: root.pauses.bookAgain(when.day, when.time)
        }
        SoftButton {
            text: qsTr("We let it rest")
            onClicked: root.pauses.letRest()
        }
    }

    ManyPauses {
        width: parent.width
        session: root.session
    }
}
