pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What was found in peace, for the voice; closed until it is wanted.
Column {
    id: root

    required property ComposeControls composing

    spacing: 6

    SoftButton {
        anchors.horizontalCenter: parent.horizontalCenter
        plain: true
        implicitHeight: 44
        font.pixelSize: Theme.small
        text: root.composing.openWords
        onClicked: root.composing.openOrClose()
    }

    Repeater {
        model: root.composing.open ? root.composing.slots : null

        Words {
            required property string words

            width: parent ? parent.width : 0
            visible: words !== ""
            horizontalAlignment: Text.AlignHCenter
            font.family: Theme.serif
            font.pixelSize: Theme.large
            text: words
        }
    }
}
