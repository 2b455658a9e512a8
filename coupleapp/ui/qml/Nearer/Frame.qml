pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// The window itself: drawn first, before anything is read from disk.
Window {
    id: root

    signal lockAsked

    width: 1100
    height: 760
    minimumWidth: 480
    minimumHeight: 480
    title: "Nearer"
    color: Theme.surface

    Backdrop {
        anchors.fill: parent
    }

    // Out of sight at once, from anywhere: also from a talk, which waits.
    Shortcut {
        sequences: ["Ctrl+L"]
        onActivated: root.lockAsked()
    }
}
