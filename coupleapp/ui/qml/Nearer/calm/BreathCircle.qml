pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The breath, with room around it, and how much of its time is left: a thin ring around what
// moves; a short line where the breath itself is the ring.
Item {
    id: root

    required property BreathModel breath
    required property string key
    required property int limitMs
    required property int leftMs
    property bool running: true
    property bool breathing: true

    readonly property bool timed: root.limitMs > 0
    readonly property bool still: lights.still

    BreathLights {
        id: lights

        anchors.centerIn: parent
        width: parent.width * 1.2
        height: parent.height * 1.2
        visible: root.breathing
        breath: root.breath
        stepMs: root.limitMs
    }

    Ring {
        anchors.fill: parent
        visible: root.timed && !root.still && !root.breath.sounding
        thickness: 2
        key: root.key
        limitMs: root.limitMs
        leftMs: root.leftMs
        running: root.running
    }

    MinuteLine {
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height * 0.74
        width: parent.width * 0.3
        visible: root.timed && root.still && root.breathing
        key: root.key
        limitMs: root.limitMs
        leftMs: root.leftMs
        running: root.running
    }
}
