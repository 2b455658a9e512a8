pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The breath as the couple has chosen it.
TwoLights {
    id: root

    required property BreathModel breath
    // How long the step is in which there is breathing; 0 where there is no such end.
    property int stepMs: 0
    readonly property int lap: root.breath.lap

    ready: false
    growPercent: root.breath.growPercent
    inMs: root.breath.inMs
    againMs: root.breath.againMs
    holdInMs: root.breath.holdInMs
    outMs: root.breath.outMs
    holdOutMs: root.breath.holdOutMs
    variant: root.breath.variant
    words: root.breath.wordShown
    colour: root.breath.colourOn
    onLapChanged: root.beginAgain()
    onPhaseBegan: kind => root.breath.phaseBegan(kind)
    Component.onCompleted: {
        root.breath.fitInto(root.stepMs);
        root.ready = true;
    }
}
