pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// A partner's sign: a circle on the left, a rounded square on the right. Never colour alone.
Rectangle {
    required property int seat
    property real size: 26

    implicitWidth: size
    implicitHeight: size
    radius: seat === Seat.Left ? size / 2 : size / 4.5
    color: seat === Seat.Left ? Theme.partnerLeft : Theme.partnerRight
}
