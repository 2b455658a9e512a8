pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What is asked when something is due. Every answer is as large as the others.
Page {
    id: root

    required property AskModel model

    readonly property real contentHeight: root.flickable.contentItem.childrenRect.height + 88

    focus: true
    gap: 18

    Keys.onEscapePressed: root.model.decline()

    ReadingTitle {
        width: parent.width
        focus: true
        size: Theme.large * 1.55
        text: root.model.title
    }

    Words {
        width: parent.width
        soft: true
        text: root.model.words
    }

    Trouble {
        width: parent.width
        text: root.model.trouble
    }

    Flow {
        width: parent.width
        spacing: 12

        SoftButton {
            text: root.model.yes
            onClicked: root.model.accept()
        }
        SoftButton {
            text: qsTr("In a quarter of an hour")
            onClicked: root.model.soon()
        }
        SoftButton {
            text: qsTr("In half an hour")
            onClicked: root.model.later()
        }
        SoftButton {
            text: root.model.no
            onClicked: root.model.decline()
        }
    }
}
