pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Nearer
import Nearer.Models

// One line in a talk about needs, whole however long it is. What is typed is kept at once, and
// comes back.
Column {
    id: root

    required property NeedsModel needs
    required property string draft
    required property string begun
    required property string label
    property alias text: input.text
    property alias input: input
    property color tint: Theme.edge

    signal accepted

    spacing: 6

    Words {
        width: root.width
        text: root.label
        soft: true
        font.pixelSize: Theme.small
        visible: root.label !== ""
        Accessible.ignored: true
    }

    TextArea {
        id: input

        width: root.width
        implicitHeight: Math.max(52, contentHeight + 24)
        padding: 12
        leftPadding: 16
        rightPadding: 16
        text: root.begun
        textFormat: TextArea.PlainText
        inputMethodHints: Qt.ImhSensitiveData
        wrapMode: TextArea.Wrap
        font.family: Theme.sans
        font.pixelSize: Theme.large
        color: Theme.ink
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        placeholderTextColor: Theme.inkSoft
        Accessible.name: root.label
        Keys.onTabPressed: input.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: input.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        Keys.onReturnPressed: root.accepted()
        Keys.onEnterPressed: root.accepted()
        onTextChanged: {
            if (input.activeFocus)
                root.needs.keepDraft(root.draft, input.text);
        }

        background: Rectangle {
            radius: 14
            color: Theme.surfaceRaised
            border.width: input.activeFocus ? 3 : 1
            border.color: input.activeFocus ? Theme.focus : root.tint
        }
    }

    Connections {
        target: root.needs

        function onFormChanged() {
            input.text = root.begun;
        }
    }
}
