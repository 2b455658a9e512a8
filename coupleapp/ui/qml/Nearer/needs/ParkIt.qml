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

    function takeFocus() {
        root.forceActiveFocus(Qt.TabFocusReason);
    }

    Connections {
        target: root.needs

        function onParkingChanged() {
            if (root.needs.mayPark && !root.needs.parking)
                Qt.callLater(root.takeFocus);
        }
    }
}
