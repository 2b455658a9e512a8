pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Nearer

// The two lights: they grow into each other on the in-breath and part gently on the out-breath.
// Every value is moved by the scene graph's own clock; script runs once a phase, not once a frame.
Item {
    id: root

    required property int inMs
    required property int outMs
    property bool running: true
    property bool words: true
    property int phase: 0
    property int count: 0

    readonly property bool breathingIn: root.phase !== 2
    readonly property bool still: Theme.reducedMotion
    readonly property bool exposed: root.Window.window !== null && root.Window.window.visible && root.Window.window.visibility !== Window.Minimized
    readonly property real lamp: Math.min(root.width, root.height) * 0.92
    readonly property real apart: root.lamp * 0.3
    readonly property real together: root.lamp * 0.1

    signal phaseBegan(breathingIn: bool)

    onPhaseChanged: root.phaseBegan(root.breathingIn)

    Light {
        id: leftLight

        light: "left"
        width: root.lamp
        height: root.lamp
        x: root.width / 2 - root.lamp / 2 - root.apart
        y: root.height / 2 - root.lamp / 2
        scale: root.still ? 0.9 : 0.74
    }

    Light {
        id: rightLight

        light: "right"
        width: root.lamp
        height: root.lamp
        x: root.width / 2 - root.lamp / 2 + root.apart
        y: leftLight.y
        scale: leftLight.scale
    }

    component Breath: ParallelAnimation {
        id: breath

        required property int ms
        required property real distance
        required property real size

        NumberAnimation {
            target: leftLight
            property: "x"
            to: root.width / 2 - root.lamp / 2 - breath.distance
            duration: breath.ms
            easing.type: Easing.InOutSine
        }
        NumberAnimation {
            target: rightLight
            property: "x"
            to: root.width / 2 - root.lamp / 2 + breath.distance
            duration: breath.ms
            easing.type: Easing.InOutSine
        }
        NumberAnimation {
            target: leftLight
            property: "scale"
            to: breath.size
            duration: breath.ms
            easing.type: Easing.InOutSine
        }
        NumberAnimation {
            target: rightLight
            property: "scale"
            to: breath.size
            duration: breath.ms
            easing.type: Easing.InOutSine
        }
    }

    SequentialAnimation {
        running: root.running && root.visible && root.exposed && !root.still
        loops: Animation.Infinite

        PropertyAction {
            target: root
            property: "phase"
            value: 1
        }
        Breath {
            ms: root.inMs
            distance: root.together
            size: 1
        }
        PropertyAction {
            target: root
            property: "phase"
            value: 2
        }
        Breath {
            ms: root.outMs
            distance: root.apart
            size: 0.74
        }
    }

    // The still variant: nothing grows; a ring fills and empties by the second, which is counted.
    SequentialAnimation {
        running: root.running && root.visible && root.exposed && root.still
        loops: Animation.Infinite

        PropertyAction {
            target: root
            property: "phase"
            value: 1
        }
        NumberAnimation {
            target: root
            property: "count"
            from: 1
            to: Math.max(2, Math.round(root.inMs / 1000) + 1)
            duration: root.inMs
        }
        PropertyAction {
            target: root
            property: "phase"
            value: 2
        }
        NumberAnimation {
            target: root
            property: "count"
            from: 1
            to: Math.max(2, Math.round(root.outMs / 1000) + 1)
            duration: root.outMs
        }
    }

    Shape {
        id: filling

        readonly property real radius: root.lamp * 0.3
        readonly property int seconds: Math.round((root.breathingIn ? root.inMs : root.outMs) / 1000)
        readonly property real share: Math.min(1, root.count / Math.max(1, filling.seconds))

        anchors.fill: parent
        visible: root.still

        ShapePath {
            strokeWidth: 6
            strokeColor: Theme.calm
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: filling.width / 2
                centerY: filling.height / 2
                radiusX: filling.radius
                radiusY: filling.radius
                startAngle: -90
                sweepAngle: 360 * (root.breathingIn ? filling.share : 1 - filling.share)
            }
        }
    }

    Column {
        anchors.centerIn: parent
        visible: root.words
        spacing: 4

        Text {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.breathingIn ? qsTr("Breathe in") : qsTr("Breathe out")
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            color: Theme.ink
            font.family: Theme.serif
            font.pixelSize: Math.min(Theme.title, root.lamp * 0.11)
        }

        Text {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.still
            text: Math.min(root.count, Math.round((root.breathingIn ? root.inMs : root.outMs) / 1000))
            color: Theme.inkSoft
            font.family: Theme.sans
            font.pixelSize: Math.min(Theme.title, root.lamp * 0.11)
            font.features: ({ "tnum": 1 })
            Accessible.ignored: true
        }
    }
}
