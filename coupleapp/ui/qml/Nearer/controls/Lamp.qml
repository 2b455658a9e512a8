pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// The lamp stands with the one who has the floor, and crosses the room when it changes.
Item {
    id: root

    required property string floor
    required property Item room

    readonly property real size: Math.max(root.room.width * 0.95, root.room.height * 1.25)
    readonly property real place: root.floor === "" ? 0.5 : root.floor === "right" ? 0.75 : 0.25

    width: root.size
    height: root.size
    x: root.room.width * root.place - root.size / 2
    y: root.room.height * 0.52 - root.size / 2

    component Shine: Light {
        id: shine

        required property string whose
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
        whose: "left"
    }

    Shine {
        light: "right"
        whose: "right"
    }

    Shine {
        light: "calm"
        whose: ""
        strength: 0.4
    }

    Behavior on x {
        NumberAnimation {
            duration: Theme.slow
            easing.type: Easing.InOutQuad
        }
    }
}
