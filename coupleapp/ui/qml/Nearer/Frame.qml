pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// The window itself: drawn first, before anything is read from disk.
Window {
    id: root

    width: 1100
    height: 760
    minimumWidth: 480
    minimumHeight: 480
    title: "Nearer"
    color: Theme.surface

    Backdrop {
        anchors.fill: parent
    }
}
