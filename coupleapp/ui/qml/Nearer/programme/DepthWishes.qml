pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// How deep it may go: the way behind the curtain, for each of the two.
FocusScope {
    id: root

    required property string leftName
    required property string rightName

    signal asked(seat: int)

    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: root.width
        spacing: 10

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.large * 1.15
            text: qsTr("How deep may it go?")
        }
        Words {
            width: parent.width
            soft: true
            text: qsTr("Each of you says it alone, and the lower of the two counts. It is mixed with other things, and neither is shown.")
        }
        Flow {
            width: parent.width
            topPadding: 4
            spacing: 12

            SoftButton {
                focus: true
                text: qsTr("For %1 alone").arg(root.leftName)
                onClicked: root.asked(Seat.Left)
            }
            SoftButton {
                text: qsTr("For %1 alone").arg(root.rightName)
                onClicked: root.asked(Seat.Right)
            }
        }
    }
}
