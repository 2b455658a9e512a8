pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The two lights: they grow into each other on the in-breath, rest on a hold, and part gently on
// the out-breath. Every value is moved by the scene graph's own clock; script runs once a phase,
// not once a frame.
Item {
    id: root

    required property int inMs
    required property int outMs
    // How much larger the lights are when the breath is in; less motion lets nothing grow.
    required property int growPercent
    property int againMs: 0
    property int holdInMs: 0
    property int holdOutMs: 0
    property int variant: BreathModel.Moving
    property bool running: true
    property bool ready: true
    property bool words: true
    property bool colour: true
    property bool counted: true
    property int phase: -1
    property int count: 0

    readonly property bool audio: root.variant === BreathModel.Audio
    readonly property bool still: root.variant === BreathModel.Still || !root.audio && Theme.reducedMotion
    readonly property bool moving: !root.audio && !root.still
    readonly property bool breathingIn: root.phase === BreathModel.In || root.phase === BreathModel.Again
    readonly property bool exposed: root.Window.window !== null && root.Window.window.visible && root.Window.window.visibility !== Window.Minimized
    readonly property real lamp: Math.min(root.width, root.height) * 0.92
    readonly property string rhythm: [root.inMs, root.againMs, root.holdInMs, root.outMs, root.holdOutMs].join()
    readonly property real between: root.inMs / Math.max(1, root.inMs + root.againMs)

    // A phase that takes no time is none.
    readonly property int afterIn: root.againMs > 0 ? BreathModel.Again : BreathModel.In
    readonly property int full: root.holdInMs > 0 ? BreathModel.HoldIn : root.afterIn
    readonly property int empty: root.holdOutMs > 0 ? BreathModel.HoldOut : BreathModel.Out

    readonly property int phaseMs: {
        switch (root.phase) {
        case BreathModel.Again:
            return root.againMs;
        case BreathModel.HoldIn:
            return root.holdInMs;
        case BreathModel.Out:
            return root.outMs;
        case BreathModel.HoldOut:
            return root.holdOutMs;
        default:
            return root.inMs;
        }
    }
    readonly property int seconds: Math.max(1, Math.round(root.phaseMs / 1000))
    readonly property color tint: !root.colour ? Theme.calm : root.breathingIn ? Theme.partnerLeft : root.phase === BreathModel.Out ? Theme.partnerRight : Theme.calm

    signal phaseBegan(kind: int)

    function beginAgain() {
        if (breathing.running)
            beginSoon.restart();
    }

    onRhythmChanged: root.beginAgain()
    onPhaseChanged: {
        if (root.phase >= 0)
            root.phaseBegan(root.phase);
    }

    // Once for everything that changes together.
    Timer {
        id: beginSoon

        interval: 0
        onTriggered: {
            if (breathing.running) {
                root.phase = -1;
                breathing.restart();
            }
        }
    }

    // A room of fixed size, drawn as large as there is place: what moves in it knows no window.
    Item {
        id: room

        readonly property real near: 100
        readonly property real far: 326
        readonly property real small: 1 / (1 + root.growPercent / 100)
        // Where they stand still, side by side within the ring.
        readonly property real beside: 150

        anchors.centerIn: parent
        width: 1000
        height: 1000
        scale: root.lamp / 1000
        visible: !root.audio

        Lantern {
            id: leftLight

            light: "left"
            tint: Theme.partnerLeft
            x: root.still ? -room.beside : -room.far
        }

        Lantern {
            id: rightLight

            light: "right"
            tint: Theme.partnerRight
            x: root.still ? room.beside : room.far
            scale: leftLight.scale
        }
    }

    component Lantern: Item {
        id: lantern

        required property string light
        required property color tint

        width: 1000
        height: 1000
        scale: room.small

        Light {
            anchors.fill: parent
            light: root.colour ? lantern.light : "calm"
        }

        // Where there is no glow, an outline.
        Rectangle {
            anchors.centerIn: parent
            visible: Theme.contrast && root.moving
            width: 430
            height: 430
            radius: 215
            color: "transparent"
            border.width: 6
            border.color: root.colour ? lantern.tint : Theme.calm
        }
    }

    component Drift: ParallelAnimation {
        id: drift

        required property int ms
        required property real share

        NumberAnimation {
            target: leftLight
            property: "x"
            to: root.still ? -room.beside : -room.far + (room.far - room.near) * drift.share
            duration: drift.ms
            easing.type: Easing.InOutSine
        }
        NumberAnimation {
            target: rightLight
            property: "x"
            to: root.still ? room.beside : room.far - (room.far - room.near) * drift.share
            duration: drift.ms
            easing.type: Easing.InOutSine
        }
        NumberAnimation {
            target: leftLight
            property: "scale"
            to: root.still ? room.small : room.small + (1 - room.small) * drift.share
            duration: drift.ms
            easing.type: Easing.InOutSine
        }
        NumberAnimation {
            target: root
            property: "count"
            from: 1
            to: Math.max(2, Math.round(drift.ms / 1000) + 1)
            duration: drift.ms
        }
    }

    component Phase: PropertyAction {
        target: root
        property: "phase"
    }

    SequentialAnimation {
        id: breathing

        running: root.running && root.ready && root.visible && root.exposed
        loops: Animation.Infinite

        Phase {
            value: BreathModel.In
        }
        Drift {
            ms: root.inMs
            share: root.between
        }
        Phase {
            value: root.afterIn
        }
        Drift {
            ms: root.againMs
            share: 1
        }
        Phase {
            value: root.full
        }
        Drift {
            ms: root.holdInMs
            share: 1
        }
        Phase {
            value: BreathModel.Out
        }
        Drift {
            ms: root.outMs
            share: 0
        }
        Phase {
            value: root.empty
        }
        Drift {
            ms: root.holdOutMs
            share: 0
        }
    }

    // The still variant: nothing grows; a ring fills and empties by the second, which is counted.
    BreathRing {
        anchors.centerIn: parent
        width: root.lamp * 0.9
        height: width
        visible: root.still
        tint: root.tint
        share: {
            const done = Math.min(1, root.count / root.seconds);
            const first = root.againMs > 0 ? root.inMs / (root.inMs + root.againMs) : 1;
            switch (root.phase) {
            case BreathModel.In:
                return done * first;
            case BreathModel.Again:
                return first + done * (1 - first);
            case BreathModel.Out:
                return 1 - done;
            case BreathModel.HoldIn:
                return 1;
            default:
                return 0;
            }
        }
    }

    component Cue: Text {
        anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined
        // Still there for a screen reader when it is not on the screen.
        color: root.words ? Theme.ink : "transparent"
        font.family: Theme.serif
        font.pixelSize: Math.min(Theme.title, root.lamp * 0.11)
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    Column {
        anchors.centerIn: parent
        spacing: 4

        Cue {
            visible: root.phase < 0 || root.phase === BreathModel.In
            text: qsTr("Breathe in")
        }
        Cue {
            visible: root.phase === BreathModel.Again
            text: qsTr("And a little more")
        }
        Cue {
            visible: root.phase === BreathModel.HoldIn
            text: qsTr("Hold")
        }
        Cue {
            visible: root.phase === BreathModel.Out
            text: qsTr("Breathe out")
        }
        Cue {
            visible: root.phase === BreathModel.HoldOut
            text: qsTr("Rest")
        }

        Text {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.still && root.counted
            text: Math.min(root.count, root.seconds)
            color: Theme.inkSoft
            font.family: Theme.sans
            font.pixelSize: Math.min(Theme.title, root.lamp * 0.11)
            font.features: ({ "tnum": 1 })
            Accessible.ignored: true
        }
    }
}
