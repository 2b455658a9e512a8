pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// The title of a text that is read from its beginning: the keyboard waits here, and the arrows move on.
Prompt {
    id: root

    alignment: Text.AlignLeft
    size: Theme.title
    activeFocusOnTab: true

    Rectangle {
        anchors.right: parent.left
        anchors.rightMargin: 14
        anchors.top: parent.top
        anchors.topMargin: 4
        width: 3
        height: parent.height - 12
        radius: 1.5
        color: Theme.focus
        visible: root.activeFocus
    }
}
