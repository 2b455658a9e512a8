pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The lamp stands with the one who has the floor, and crosses the room when it changes.
Item {
    id: root

    required property int floor
    required property Item room
    // Where its middle is, from above; right behind the ring, where there is one.
    required property real middle
    // Where two lights breathe, there is no third.
    property bool dark: false

    readonly property real size: Math.max(root.room.width * 0.95, root.room.height * 1.25)
    readonly property real place: root.floor === Seat.Nobody ? 0.5 : root.floor === Seat.Right ? 0.75 : 0.25

    width: root.size
    height: root.size
    x: root.room.width * root.place - root.size / 2
    y: root.middle - root.size / 2

    component Shine: Light {
        id: shine

        required property int whose
        property real strength: 0.8

        anchors.fill: parent
        opacity: root.floor === shine.whose && !root.dark ? Theme.glow * shine.strength : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.reducedMotion ? 150 : 600
            }
        }
    }

    component Crossing: NumberAnimation {
        duration: Theme.slow
        easing.type: Easing.InOutQuad
    }

    Shine {
        light: "left"
        whose: Seat.Left
    }

    Shine {
        light: "right"
        whose: Seat.Right
    }

    Shine {
        light: "calm"
        whose: Seat.Nobody
        strength: 0.4
    }

    Behavior on x {
        Crossing {}
    }

    Behavior on y {
        Crossing {}
    }
}
