pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The way back to the clock of the pause, wherever somebody is in it.
SoftButton {
    id: root

    required property GroundingControls grounding

    plain: true
    visible: root.grounding.inPause
    height: Math.max(56, implicitHeight)
    text: qsTr("Back to the clock")
    onClicked: root.grounding.toClock()
}
