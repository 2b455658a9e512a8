pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Nearer.Models

// An oval on the left, a softly squared one on the right: never colour alone.
Item {
    id: outline

    required property int seat
    required property color tint
    property real fill: 0.1
    property real stroke: 2

    Shape {
        anchors.fill: parent
        visible: outline.seat === Seat.Left
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeWidth: outline.stroke
            strokeColor: outline.tint
            fillColor: Qt.alpha(outline.tint, outline.fill)

            PathAngleArc {
                centerX: outline.width / 2
                centerY: outline.height / 2
                radiusX: Math.max(0, outline.width / 2 - outline.stroke)
                radiusY: Math.max(0, outline.height / 2 - outline.stroke)
                startAngle: 0
                sweepAngle: 360
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: outline.stroke / 2
        visible: outline.seat === Seat.Right
        radius: Math.min(width, height) * 0.32
        color: Qt.alpha(outline.tint, outline.fill)
        border.width: outline.stroke
        border.color: outline.tint
    }
}
