pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// A title at which the keyboard waits: what is read from its beginning, where the arrows move on; or
// a question whose answer nobody gives by a press too many.
Prompt {
    id: root

    alignment: Text.AlignLeft
    size: Theme.title
    activeFocusOnTab: true

    Rectangle {
        x: root.LayoutMirroring.enabled ? root.wordsEnd + 14 : root.wordsX - 14 - width
        anchors.top: parent.top
        anchors.topMargin: 4
        width: 3
        height: parent.height - 12
        radius: 1.5
        color: Theme.focus
        visible: root.activeFocus
    }
}
