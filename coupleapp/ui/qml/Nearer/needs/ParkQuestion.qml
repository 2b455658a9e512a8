pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Asked once, where something of the plan is written.
Column {
    id: root

    required property NeedsModel needs

    visible: root.needs.parking
    spacing: 16
    onVisibleChanged: {
        if (visible)
            parks.forceActiveFocus(Qt.TabFocusReason);
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Park it? The lists stay; what you wrote of the plan goes.")
    }

    Choices {
        width: parent.width

        SoftButton {
            id: parks

            text: qsTr("Park it")
            Accessible.description: qsTr("The lists stay; what you wrote of the plan goes.")
            onClicked: root.needs.park()
        }
        SoftButton {
            plain: true
            text: qsTr("Back to the plan")
            onClicked: root.needs.stay()
        }
    }
}
