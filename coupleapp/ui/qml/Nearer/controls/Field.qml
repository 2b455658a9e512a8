pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Nearer

// One line to write on, with its label above.
Column {
    id: root

    required property string label
    property alias text: input.text
    property alias input: input
    property color tint: Theme.edge
    // Whether what stands here is neither kept nor remembered: whoever leaves is asked.
    property bool unkept: false

    signal edited(text: string)
    signal accepted
    signal departed

    spacing: 6

    Words {
        width: root.width
        text: root.label
        soft: true
        font.pixelSize: Theme.small
        visible: root.label !== ""
        Accessible.ignored: true
    }

    TextField {
        id: input

        width: root.width
        // What nobody sees takes no keys.
        enabled: root.visible
        implicitHeight: Math.max(52, contentHeight + 24)
        leftPadding: 16
        rightPadding: 16
        font.family: Theme.sans
        font.pixelSize: Theme.large
        color: Theme.ink
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        placeholderTextColor: Theme.inkSoft
        // Nothing of it is for an input method to learn.
        inputMethodHints: Qt.ImhSensitiveData
        Accessible.name: root.label
        onTextEdited: root.edited(input.text)
        onAccepted: root.accepted()
        onActiveFocusChanged: {
            if (!input.activeFocus)
                root.departed();
        }

        background: Rectangle {
            radius: 14
            color: Theme.surfaceRaised
            border.width: input.activeFocus ? 3 : 1
            border.color: input.activeFocus ? Theme.focus : root.tint
        }
    }
}
