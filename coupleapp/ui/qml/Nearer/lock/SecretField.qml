pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// One line for a passphrase: hidden unless somebody wants to see it, and no input method learns it.
Column {
    id: root

    required property string label
    property alias text: line.text
    property alias input: line.input
    property alias unkept: line.unkept
    property bool shown: false

    signal accepted

    spacing: 6

    Words {
        id: caption

        width: root.width
        soft: true
        font.pixelSize: Theme.small
        text: root.label
    }

    Field {
        id: line

        width: root.width
        label: ""
        input.echoMode: root.shown ? TextInput.Normal : TextInput.Password
        input.inputMethodHints: Qt.ImhSensitiveData | Qt.ImhHiddenText | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        // What is hidden has no name of its own, so that it is not read out by mistake.
        input.Accessible.labelledBy: caption
        input.Accessible.name: root.label
        onAccepted: root.accepted()
    }
}
