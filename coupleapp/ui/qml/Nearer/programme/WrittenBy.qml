pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// From whom something of their own is.
Flow {
    id: root

    required property string leftName
    required property string rightName
    required property string author

    signal chosen(seat: string)

    spacing: 12

    Words {
        height: 48
        verticalAlignment: Text.AlignVCenter
        soft: true
        text: qsTr("From")
    }

    Repeater {
        model: [["left", root.leftName], ["right", root.rightName], ["", qsTr("both of us")]]

        SoftButton {
            required property list<string> modelData

            text: modelData[1]
            chosen: root.author === modelData[0]
            choice: true
            onClicked: root.chosen(modelData[0])
        }
    }
}
