pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// No plan tonight: as good an ending as any.
SoftButton {
    id: root

    required property NeedsModel needs

    plain: true
    visible: root.needs.mayPark
    text: qsTr("Park it for today")
    Accessible.description: qsTr("No plan is a good ending, too. What you both have read stays.")
    onClicked: root.needs.park()
}
