pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

FocusScope {
    id: root

    required property SessionModel session
    required property BreathModel breath

    focus: true

    Column {
        anchors.centerIn: parent
        spacing: 20

        Item {
            readonly property real size: Math.max(200, Math.min(root.width - 80, root.height - hint.height - normal.height - 80))

            anchors.horizontalCenter: parent.horizontalCenter
            width: size
            height: size

            BreathLights {
                breath: root.breath
                stepMs: root.session.limitMs
                anchors.centerIn: parent
                width: parent.width * 1.2
                height: parent.height * 1.2
                running: root.session.running
            }

            Ring {
                anchors.fill: parent
                thickness: 2
                key: root.session.ringKey
                limitMs: root.session.limitMs
                leftMs: root.session.leftMs
                running: root.session.running
            }
        }

        Words {
            id: hint

            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(root.width - 48, 640 * Theme.textScale)
            horizontalAlignment: Text.AlignHCenter
            soft: true
            text: root.session.hint
            Accessible.name: root.session.spokenHint
        }

        KeyButton {
            id: normal

            anchors.horizontalCenter: parent.horizontalCenter
            focus: true
            keycap: qsTr("Space")
            text: qsTr("Back to normal breathing")
            onClicked: root.session.endBreathing()
        }
    }
}
