pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Just breathe: it begins at once, and one key ends it.
FocusScope {
    id: root

    required property AppModel app
    property int minutes: 1
    property int round: 0
    property bool finished: false

    focus: true

    function start(length: int) {
        root.minutes = length;
        root.finished = false;
        root.round += 1;
    }

    Keys.onEscapePressed: root.app.go("home")

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: 28
        spacing: 20

        Item {
            readonly property real size: Math.max(150, Math.min(root.width - 80, root.height - hint.height - ways.height - 110))

            anchors.horizontalCenter: parent.horizontalCenter
            width: size
            height: size

            BreathLights {
                anchors.centerIn: parent
                width: parent.width * 1.25
                height: parent.height * 1.25
                visible: !root.finished
                inMs: root.app.breathInMs
                outMs: root.app.breathOutMs
                onPhaseBegan: breathingIn => root.app.breathTone(breathingIn)
            }

            Prompt {
                anchors.centerIn: parent
                width: parent.width * 0.8
                visible: root.finished
                size: Math.min(Theme.title, parent.width * 0.13)
                text: qsTr("That was good for now.")
            }

            Ring {
                anchors.fill: parent
                thickness: 2
                key: root.round + ":" + root.minutes
                limitMs: root.minutes * 60000
                leftMs: root.minutes * 60000
                running: !root.finished
            }

            Timer {
                id: whole

                interval: root.minutes * 60000
                running: !root.finished
                onTriggered: root.finished = true
            }

            Connections {
                target: root

                function onRoundChanged() {
                    whole.restart();
                }
            }
        }

        Words {
            id: hint

            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(root.width - 48, 620 * Theme.textScale)
            horizontalAlignment: Text.AlignHCenter
            soft: true
            text: qsTr("Easy, small breaths; smaller if you feel light-headed. Dizzy, tingling or more tense? Go back to normal breathing.")
        }
    }

    Flow {
        id: ways

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: 24
        spacing: 12

        Repeater {
            model: [1, 3, 5, 10]

            SoftButton {
                required property int modelData

                text: modelData === 1 ? qsTr("1 minute") : qsTr("%1 minutes").arg(modelData)
                chosen: root.minutes === modelData
                choice: true
                onClicked: root.start(modelData)
            }
        }

        KeyButton {
            keycap: "Esc"
            focus: true
            text: qsTr("Back to normal breathing")
            onClicked: root.app.go("home")
        }
    }
}
