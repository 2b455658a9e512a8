pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

Page {
    id: root

    required property SessionModel session

    centred: true
    widest: 640
    gap: 28

    Prompt {
        width: parent.width
        size: Theme.title
        text: qsTr("Today suits something lighter")
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: qsTr("Be quiet together for a minute and give each other one kind sentence. Or meet again another time. Both are good.")
    }

    Choices {
        width: parent.width

        SoftButton {
            id: quiet

            focus: true
            enabled: root.session.canLighten
            height: Math.max(64, implicitHeight)
            text: qsTr("Quiet together")
            onClicked: root.session.lighten()
        }
        SoftButton {
            height: quiet.height
            text: qsTr("Another time")
            onClicked: root.session.anotherTime()
        }
    }
}
