pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

Page {
    id: root

    required property FolderModel model

    anchors.fill: parent
    centred: true
    widest: 640
    gap: 26

    Prompt {
        width: parent.width
        size: Theme.title
        text: root.model.title
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: Theme.large
        text: root.model.words
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.small
        wrapMode: Text.WrapAnywhere
        text: root.model.folder
    }

    Choices {
        width: parent.width

        SoftButton {
            focus: true
            text: root.model.actWords
            onClicked: root.model.act()
        }
        SoftButton {
            text: qsTr("Close Nearer")
            onClicked: root.model.quit()
        }
    }
}
