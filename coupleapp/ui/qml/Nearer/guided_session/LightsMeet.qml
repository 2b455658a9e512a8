pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// The two lights come together once, and stay.
Item {
    id: root

    property real apart: Theme.reducedMotion ? 0 : 1

    property real size: 620
    readonly property real met: 0.16

    width: root.size * 1.6
    height: root.size
    Accessible.ignored: true

    Component.onCompleted: {
        if (!Theme.reducedMotion)
            meeting.start();
    }

    component Lantern: Item {
        id: lantern

        required property string light
        required property color tint
        required property int side

        width: root.size
        height: root.size
        y: (root.height - height) / 2
        x: (root.width - width) / 2 + lantern.side * root.size * (root.met + 0.34 * root.apart) / 2

        Light {
            anchors.fill: parent
            light: lantern.light
        }
        // Where there is no glow, an outline.
        Rectangle {
            anchors.centerIn: parent
            visible: Theme.contrast
            width: root.size * 0.36
            height: width
            radius: width / 2
            color: "transparent"
            border.width: 3
            border.color: lantern.tint
        }
    }

    Lantern {
        light: "left"
        tint: Theme.partnerLeft
        side: -1
    }
    Lantern {
        light: "right"
        tint: Theme.partnerRight
        side: 1
    }

    NumberAnimation {
        id: meeting

        target: root
        property: "apart"
        to: 0
        duration: 3 * Theme.slow
        easing.type: Easing.InOutSine
    }
}
