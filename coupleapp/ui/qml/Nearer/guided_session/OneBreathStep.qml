pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

FocusScope {
    id: root

    required property SessionModel session
    required property BreathModel breath

    focus: true

    TwoLights {
        anchors.centerIn: room
        width: Math.min(root.width, root.height) * 0.8
        height: width
        words: false
        counted: false
        growPercent: root.breath.growPercent
        inMs: root.session.oneBreathMs * 0.4
        outMs: root.session.oneBreathMs * 0.6
    }

    Item {
        id: room

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: below.top
    }

    Prompt {
        anchors.centerIn: room
        width: root.width * 0.7
        size: Theme.title
        text: qsTr("One breath")
    }

    Column {
        id: below

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        width: Math.min(root.width - 48, 640 * Theme.textScale)
        spacing: 14

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            soft: true
            text: root.session.hint
        }

        KeyButton {
            anchors.horizontalCenter: parent.horizontalCenter
            focus: true
            keycap: qsTr("Space")
            text: root.session.breathEnd
            onClicked: root.session.endBreath()
        }
    }
}
