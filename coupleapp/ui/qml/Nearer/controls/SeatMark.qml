pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// A partner's sign: a circle on the left, a rounded square on the right. Never colour alone.
Rectangle {
    required property string seat
    property real size: 26

    implicitWidth: size
    implicitHeight: size
    radius: seat === "left" ? size / 2 : size / 4.5
    color: seat === "left" ? Theme.partnerLeft : Theme.partnerRight
}
