pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

Page {
    id: root

    required property TroubleModel model
    required property CopyChoice choice
    required property AppModel app

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
            text: qsTr("Try again")
            onClicked: root.model.tryAgain()
        }
        SoftButton {
            text: qsTr("Close Nearer")
            onClicked: root.model.quit()
        }
    }

    CopyChoices {
        width: parent.width
        visible: root.choice.words !== ""
        choice: root.choice
    }

    Choices {
        width: parent.width

        FromFile {
            app: root.app
        }
    }
}
