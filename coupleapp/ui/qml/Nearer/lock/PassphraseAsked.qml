pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The passphrase that opens the notebook.
Column {
    id: root

    required property UnlockModel model
    property alias text: line.text
    property alias secret: line.input

    spacing: 4

    SecretField {
        id: line

        width: root.width
        label: qsTr("Your passphrase")
        shown: show.chosen
        onAccepted: root.model.give(line.text)
    }
    SoftButton {
        id: show

        anchors.horizontalCenter: parent.horizontalCenter
        plain: true
        choice: true
        font.pixelSize: Theme.small
        text: qsTr("Show what I type")
        onClicked: show.chosen = !show.chosen
    }
}
