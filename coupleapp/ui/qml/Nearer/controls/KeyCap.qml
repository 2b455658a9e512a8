pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// What is printed on a key, drawn as one.
Rectangle {
    id: root

    required property string cap
    required property color tint

    implicitWidth: Math.max(implicitHeight, printed.implicitWidth + 14)
    implicitHeight: Math.max(34, printed.implicitHeight + 8)
    radius: 8
    color: "transparent"
    border.width: 2
    border.color: root.tint

    Text {
        id: printed

        anchors.centerIn: parent
        text: root.cap
        textFormat: Text.PlainText
        color: Theme.ink
        font.family: Theme.sans
        font.pixelSize: Theme.caption
        Accessible.ignored: true
    }
}
