pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Asked where one of the two begins, or sits alone.
FocusScope {
    id: root

    required property TalksModel model

    implicitHeight: column.implicitHeight
    focus: true

    Column {
        id: column

        width: parent.width
        spacing: 8

        Words {
            width: parent.width
            text: root.model.question
        }
        Flow {
            width: parent.width
            spacing: 8

            SoftButton {
                focus: true
                text: root.model.leftName
                onClicked: root.model.answer(Seat.Left)
            }
            SoftButton {
                text: root.model.rightName
                onClicked: root.model.answer(Seat.Right)
            }
            SoftButton {
                plain: true
                text: qsTr("Not now")
                onClicked: root.model.answer(Seat.Nobody)
            }
        }
    }
}
