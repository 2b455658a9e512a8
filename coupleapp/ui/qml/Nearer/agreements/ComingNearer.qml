pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// The two lights come a little nearer, once, and stay.
Item {
    id: root

    readonly property real size: 220
    property real apart: 1

    implicitHeight: 150
    clip: false
    Accessible.ignored: true

    Component.onCompleted: {
        if (Theme.reducedMotion)
            root.apart = 0;
        else
            nearer.start();
    }

    component Lamp: Item {
        id: lamp

        required property string light
        required property color tint

        width: root.size
        height: root.size
        y: (root.height - height) / 2

        Light {
            anchors.fill: parent
            light: lamp.light
        }
        // Where there is no glow, an outline.
        Rectangle {
            anchors.centerIn: parent
            visible: Theme.contrast
            width: 84
            height: 84
            radius: 42
            color: "transparent"
            border.width: 3
            border.color: lamp.tint
        }
    }

    Lamp {
        light: "left"
        tint: Theme.partnerLeft
        x: (root.width - width) / 2 - 26 - 84 * root.apart
    }
    Lamp {
        light: "right"
        tint: Theme.partnerRight
        x: (root.width - width) / 2 + 26 + 84 * root.apart
    }

    NumberAnimation {
        id: nearer

        target: root
        property: "apart"
        to: 0
        duration: 2 * Theme.slow
        easing.type: Easing.InOutSine
    }
}
