pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The lamp stands with the one who has the floor, and crosses the room when it changes.
Item {
    id: root

    required property int floor
    required property Item room

    readonly property real size: Math.max(root.room.width * 0.95, root.room.height * 1.25)
    readonly property real place: root.floor === Seat.Nobody ? 0.5 : root.floor === Seat.Right ? 0.75 : 0.25

    width: root.size
    height: root.size
    x: root.room.width * root.place - root.size / 2
    y: root.room.height * 0.52 - root.size / 2

    component Shine: Light {
        id: shine

        required property int whose
        property real strength: 0.8

        anchors.fill: parent
        opacity: root.floor === shine.whose ? Theme.glow * shine.strength : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.reducedMotion ? 150 : 600
            }
        }
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
        NumberAnimation {
            duration: Theme.slow
            easing.type: Easing.InOutQuad
        }
    }
}
