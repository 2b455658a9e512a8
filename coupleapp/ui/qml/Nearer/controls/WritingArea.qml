pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Nearer

// A few lines to write on. Tab leaves it, Ctrl+Return keeps it.
ScrollView {
    id: root

    required property string label
    property string hint: ""
    property alias text: editing.text
    property alias area: editing
    property int lines: 3

    signal edited(text: string)
    signal keep

    implicitHeight: Math.min(editing.implicitHeight, Theme.large * 1.5 * (root.lines + 2) + 28)
    contentWidth: availableWidth

    TextArea {
        id: editing

        width: root.availableWidth
        focus: true
        // What nobody sees takes no keys.
        enabled: root.visible
        implicitHeight: Math.max(contentHeight + 28, Theme.large * 1.4 * root.lines + 28)
        padding: 16
        wrapMode: TextArea.Wrap
        textFormat: TextArea.PlainText
        // Nothing of it is for an input method to learn.
        inputMethodHints: Qt.ImhSensitiveData
        font.family: Theme.serif
        font.pixelSize: Theme.large
        font.features: ({ "lnum": 1 })
        color: Theme.ink
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        placeholderText: root.hint
        placeholderTextColor: Theme.inkSoft
        Accessible.name: root.label
        Keys.onTabPressed: editing.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: editing.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Return && (event.modifiers & Qt.ControlModifier)) {
                event.accepted = true;
                root.keep();
            }
        }
        Component.onCompleted: editing.cursorPosition = editing.length
        onTextChanged: {
            if (editing.activeFocus)
                root.edited(editing.text);
            else
                editing.cursorPosition = editing.length;
        }

        background: Rectangle {
            radius: 16
            color: Theme.surfaceRaised
            border.width: editing.activeFocus ? 3 : 1
            border.color: editing.activeFocus ? Theme.focus : Theme.edge
        }
    }
}
