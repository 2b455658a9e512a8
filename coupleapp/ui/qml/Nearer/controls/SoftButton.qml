pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Nearer

Button {
    id: root

    property bool emphasis: false
    property bool plain: false
    property bool chosen: false
    property bool choice: false

    readonly property bool filled: root.emphasis || root.chosen

    padding: 12
    leftPadding: root.plain ? 8 : root.emphasis ? 40 : 26
    rightPadding: leftPadding
    implicitHeight: Math.max(root.emphasis ? 64 : 48, implicitContentHeight + topPadding + bottomPadding)
    font.family: Theme.sans
    font.pixelSize: root.emphasis ? Theme.large : Theme.body
    font.weight: root.emphasis ? Font.Medium : Font.Normal
    opacity: root.enabled ? 1 : 0.45
    // Its own state, because a button writes that over what is bound to Accessible.
    checkable: root.choice || root.chosen
    checked: root.chosen
    onToggled: root.checked = Qt.binding(() => root.chosen)
    Accessible.name: root.text
    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    contentItem: Text {
        text: root.text
        textFormat: Text.PlainText
        font: root.font
        color: root.filled ? Theme.accentInk : Theme.ink
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }

    background: Rectangle {
        radius: Math.min(height / 2, 36)
        color: root.filled ? Theme.accent : root.plain ? "transparent" : Theme.surfaceRaised
        opacity: root.down ? 0.75 : root.hovered && !root.plain ? 0.92 : 1
        border.width: root.filled || root.plain ? 0 : 1
        border.color: Theme.edge

        FocusFrame {
            shown: root.activeFocus && root.focusReason !== Qt.MouseFocusReason
        }
    }
}
