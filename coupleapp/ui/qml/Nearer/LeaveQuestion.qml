pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Asked where something was typed that is not kept yet.
Rectangle {
    id: root

    required property AppModel app

    implicitHeight: asked.implicitHeight + 40
    radius: 20
    color: Theme.surfaceRaised
    border.width: 1
    border.color: Theme.edge

    onVisibleChanged: {
        if (root.visible)
            stay.forceActiveFocus();
    }

    Column {
        id: asked

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: 24
        anchors.verticalCenter: parent.verticalCenter
        spacing: 16

        Words {
            width: parent.width
            text: qsTr("What you typed here is not kept yet.")
        }

        Flow {
            width: parent.width
            spacing: 12

            SoftButton {
                id: stay

                text: qsTr("Stay here")
                Accessible.description: qsTr("What you typed here is not kept yet.")
                onClicked: root.app.stay()
            }
            SoftButton {
                text: qsTr("Leave without it")
                onClicked: root.app.leaveAnyway()
            }
        }
    }
}
