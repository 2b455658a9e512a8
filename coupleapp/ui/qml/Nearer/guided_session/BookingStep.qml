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
        text: root.session.heading
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
        focus: true
        offered: root.pauses.days
        usual: root.pauses.usualTime
        day: 1
        onDone: root.pauses.bookAgain(when.day, when.time)
    }

    Choices {
        width: parent.width

        SoftButton {
            visible: root.session.mayExtend
            text: qsTr("Wait 15 minutes")
            onClicked: root.pauses.waitLonger()
        }
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
