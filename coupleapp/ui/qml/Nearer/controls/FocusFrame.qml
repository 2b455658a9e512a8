pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// Shows where the keyboard is.
Rectangle {
    required property bool shown

    anchors.fill: parent
    anchors.margins: -5
    radius: height / 2
    color: "transparent"
    border.width: 3
    border.color: Theme.focus
    visible: shown
}
