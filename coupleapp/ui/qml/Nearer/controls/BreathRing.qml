pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

// A ring that stands still and is filled as far as the breath is in.
Shape {
    id: root

    required property real share
    required property color tint

    preferredRendererType: Shape.CurveRenderer

    component Arc: PathAngleArc {
        centerX: root.width / 2
        centerY: root.height / 2
        radiusX: root.width / 2 - 4
        radiusY: radiusX
        startAngle: -90
    }

    ShapePath {
        strokeWidth: 2
        strokeColor: Qt.alpha(root.tint, 0.3)
        fillColor: "transparent"

        Arc {
            sweepAngle: 360
        }
    }

    ShapePath {
        strokeWidth: 7
        strokeColor: root.share > 0 ? root.tint : "transparent"
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap

        Arc {
            sweepAngle: 360 * root.share
        }
    }
}
