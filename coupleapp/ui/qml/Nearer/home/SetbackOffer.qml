pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Asked once after a talk that ended early; whoever looks, looks alone.
Column {
    id: root

    required property HomeModel model

    width: parent ? parent.width : 0

    Offer {
        words: root.model.setback
        yes: qsTr("Look at it")
        no: qsTr("Not now")
        sure: ""
        visible: !root.model.setbackAsking
        onTaken: {
            root.model.askWhoLooks();
            (atLeft.visible ? atLeft : atRight).forceActiveFocus(Qt.TabFocusReason);
        }
        onDeclined: root.model.letSetbackGo()
    }

    Column {
        width: parent.width
        visible: root.model.setbackAsking
        spacing: 8

        Words {
            width: parent.width
            text: qsTr("Who would like to look? One of you, alone. The other can another time.")
        }

        Flow {
            width: parent.width
            spacing: 12

            SoftButton {
                id: atLeft

                visible: root.model.setbackLeft
                text: root.model.leftName
                onClicked: root.model.lookAtSetback(Seat.Left)
            }
            SoftButton {
                id: atRight

                visible: root.model.setbackRight
                text: root.model.rightName
                onClicked: root.model.lookAtSetback(Seat.Right)
            }
            SoftButton {
                plain: true
                text: qsTr("Not now")
                onClicked: root.model.letSetbackGo()
            }
        }
    }
}
