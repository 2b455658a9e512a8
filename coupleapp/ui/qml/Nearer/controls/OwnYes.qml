pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// One partner's word, given by their own key or a press. Once given it says so, and stays where it
// is: nothing comes under a hand that presses twice.
CapButton {
    id: root

    // Before and after; there is room for whatever stood here.
    required property string asks
    property string said: root.asks
    // What it is a word on, where several stand on one page.
    property string about: ""
    property real most: Infinity

    readonly property string doneWord: qsTr("done")

    readonly property real longest: Math.max(asking.advanceWidth, saying.advanceWidth)

    text: root.done ? root.said : root.asks
    enabled: !root.done
    opacity: 1
    room: 0
    onLongestChanged: room = Math.max(room, longest)
    onFontChanged: room = longest
    Component.onCompleted: room = longest
    width: Math.min(root.most, Math.max(220, implicitWidth))
    height: implicitHeight
    Accessible.name: [root.text, root.about].filter(Boolean).join(": ")
    Accessible.description: root.done ? root.doneWord : root.keyWords

    TextMetrics {
        id: asking

        font: root.font
        text: root.asks
    }

    TextMetrics {
        id: saying

        font: root.font
        text: root.said
    }

    background: Rectangle {
        radius: Math.min(height / 2, 36)
        color: root.done ? "transparent" : Theme.surfaceRaised
        opacity: root.down ? 0.75 : root.hovered ? 0.92 : 1
        border.width: 1
        border.color: Theme.line

        FocusFrame {
            shown: root.activeFocus && root.focusReason !== Qt.MouseFocusReason
        }
    }
}
