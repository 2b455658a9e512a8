pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

Page {
    id: root

    required property SessionModel session

    centred: true
    widest: 640
    gap: 26

    Prompt {
        width: parent.width
        size: Theme.title
        text: qsTr("Carry on where you were?")
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: qsTr("Your talk is still here, with all the time that was left. Nothing was lost.")
    }

    SoftButton {
        anchors.horizontalCenter: parent.horizontalCenter
        emphasis: true
        focus: true
        text: qsTr("Carry on")
        onClicked: root.session.carryOn()
    }
}
