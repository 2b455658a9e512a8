pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Nearer

// A ring that empties as the time runs. It is told where it starts; the rest is one animation.
Item {
    id: root

    required property string key
    required property int limitMs
    required property int leftMs
    required property bool running
    property color tint: Theme.calm
    property real thickness: 5

    // Half degrees, whole: the ring is drawn anew only when a step can be seen.
    property int halfDegrees: 720

    function restart() {
        emptying.stop();
        root.halfDegrees = root.limitMs > 0 ? 720 * root.leftMs / root.limitMs : 720;
        if (root.running && root.limitMs > 0)
            emptying.start();
    }

    onKeyChanged: root.restart()
    onRunningChanged: root.restart()
    onLeftMsChanged: root.restart()
    Component.onCompleted: root.restart()

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeWidth: root.thickness
            strokeColor: Qt.alpha(root.tint, 0.22)
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: root.width / 2 - root.thickness
                radiusY: root.height / 2 - root.thickness
                startAngle: 0
                sweepAngle: 360
            }
        }

        ShapePath {
            strokeWidth: root.thickness
            strokeColor: root.tint
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: root.width / 2 - root.thickness
                radiusY: root.height / 2 - root.thickness
                startAngle: -90
                sweepAngle: root.halfDegrees / 2
            }
        }
    }

    NumberAnimation {
        id: emptying

        target: root
        property: "halfDegrees"
        to: 0
        duration: Math.max(1, root.leftMs)
    }
}
