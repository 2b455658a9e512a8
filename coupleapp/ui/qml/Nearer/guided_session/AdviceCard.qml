pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// How to offer a thought; closed until the one with the floor has asked.
Item {
    id: root

    required property SessionModel session

    visible: root.session.advice !== ""
    implicitHeight: visible ? card.implicitHeight + 28 : 0

    Rectangle {
        anchors.fill: parent
        radius: 18
        color: Theme.surfaceRaised
        border.width: 1
        border.color: Theme.line
    }

    Column {
        id: card

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: 18

        SteadyWords {
            width: parent.width
            font.italic: true
            text: root.session.advice
            others: root.session.adviceCards
        }
        SoftButton {
            anchors.horizontalCenter: parent.horizontalCenter
            plain: true
            implicitHeight: 44
            font.pixelSize: Theme.small
            text: qsTr("Another card")
            onClicked: root.session.anotherCard()
        }
    }
}
