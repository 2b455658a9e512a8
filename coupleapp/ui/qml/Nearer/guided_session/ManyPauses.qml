pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One neutral line to both, never about one of them.
Words {
    required property SessionModel session

    visible: session.manyPauses
    horizontalAlignment: Text.AlignHCenter
    soft: true
    text: qsTr("Some evenings ask for many pauses. A lighter evening may do you both good now, or somebody outside who helps couples talk.")
}
