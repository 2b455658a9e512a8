pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// From whom something of their own is.
Flow {
    id: root

    required property string leftName
    required property string rightName
    required property int author

    signal chosen(seat: int)

    spacing: 12

    component From: SoftButton {
        required property int seat

        width: Math.min(implicitWidth, root.width)
        chosen: root.author === seat
        choice: true
        onClicked: root.chosen(seat)
    }

    Words {
        height: 48
        verticalAlignment: Text.AlignVCenter
        soft: true
        text: qsTr("From")
    }
    From {
        seat: Seat.Left
        text: root.leftName
    }
    From {
        seat: Seat.Right
        text: root.rightName
    }
    From {
        seat: Seat.Nobody
        text: qsTr("both of us")
    }
}
