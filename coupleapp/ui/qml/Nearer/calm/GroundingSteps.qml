pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One sentence at a time, each for its own while or until a press. Nothing has to be typed.
FocusScope {
    id: root

    required property GroundingControls grounding

    property bool running: true

    readonly property bool mirrored: root.LayoutMirroring.enabled
    readonly property bool moving: root.running && root.visible && !root.grounding.held

    focus: true
    implicitHeight: column.implicitHeight

    Keys.onPressed: event => {
        const onward = root.mirrored ? Qt.Key_Left : Qt.Key_Right;
        const back = root.mirrored ? Qt.Key_Right : Qt.Key_Left;
        event.accepted = event.key === onward || event.key === back || event.key === Qt.Key_Space;
        if (event.isAutoRepeat || !event.accepted)
            return;
        if (event.key === back)
            root.grounding.back();
        else
            root.grounding.onward();
    }

    Connections {
        target: root.grounding

        function onStepChanged() {
            if (root.grounding.place !== GroundingControls.Flow)
                return;
            if (root.moving)
                pace.restart();
            // What is about to be hidden gives the keyboard on.
            if (leaveOut.focus)
                next.forceActiveFocus(Qt.TabFocusReason);
            root.Accessible.announce(root.grounding.sentence, Accessible.Polite);
        }
    }

    Timer {
        id: pace

        interval: root.grounding.ms
        running: root.moving
        onTriggered: root.grounding.onward()
    }

    Column {
        id: column

        width: parent.width
        spacing: 24

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            soft: true
            text: root.grounding.title
        }

        // As high as three lines, so that the buttons stay where they are.
        Item {
            width: parent.width
            height: Math.max(sentence.implicitHeight, Theme.prompt * 3.6)

            Light {
                anchors.centerIn: parent
                width: Math.min(parent.width, 760)
                height: width * 0.5
                light: "calm"
                opacity: Theme.glow * 0.4
            }

            Prompt {
                id: sentence

                anchors.centerIn: parent
                width: Math.min(parent.width, 780)
                size: Theme.prompt * 1.1
                text: root.grounding.sentence
            }

            NumberAnimation {
                id: appearing

                target: sentence
                property: "shade"
                from: 0
                to: 1
                duration: Theme.fade
                easing.type: Easing.InOutSine
            }

            Connections {
                target: root.grounding

                function onSentenceChanged() {
                    appearing.restart();
                }
            }
        }

        Row {
            id: dots

            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 10
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1 of %2").arg(root.grounding.step).arg(root.grounding.steps)

            Repeater {
                model: root.grounding.steps

                Rectangle {
                    id: dot

                    required property int index
                    readonly property bool now: dot.index + 1 === root.grounding.step
                    readonly property bool past: dot.index + 1 < root.grounding.step

                    width: dot.now ? 44 : 10
                    height: 10
                    radius: 5
                    color: dot.past ? Theme.calm : Qt.alpha(Theme.calm, 0.28)

                    Rectangle {
                        id: filling

                        property real share: 0

                        visible: dot.now
                        anchors.left: parent.left
                        width: Theme.reducedMotion || root.grounding.held ? parent.width : Math.max(height, parent.width * filling.share)
                        height: parent.height
                        radius: 5
                        color: Theme.calm

                        NumberAnimation on share {
                            running: dot.now && root.moving && !Theme.reducedMotion
                            from: 0
                            to: 1
                            duration: root.grounding.ms
                        }
                    }
                }
            }
        }

        SoftButton {
            id: next

            anchors.horizontalCenter: parent.horizontalCenter
            focus: true
            width: Math.max(220, implicitWidth)
            height: Math.max(64, implicitHeight)
            text: root.grounding.nextWords
            Accessible.description: qsTr("Space or the arrow key goes on; it also goes on by itself")
            onClicked: root.grounding.onward()
        }

        Choices {
            width: parent.width
            gap: 8

            SoftButton {
                id: leaveOut

                plain: true

                visible: root.grounding.maySkip
                text: qsTr("Leave this one out")
                height: Math.max(56, implicitHeight)
                onClicked: root.grounding.onward()
            }
            SoftButton {
                plain: true
                text: qsTr("Something else")
                height: Math.max(56, implicitHeight)
                onClicked: root.grounding.menu()
            }
            SoftButton {
                plain: true
                text: qsTr("We set the pace")
                choice: true
                chosen: root.grounding.held
                height: Math.max(56, implicitHeight)
                onClicked: root.grounding.hold(!root.grounding.held)
            }
            SoftButton {
                plain: true
                visible: !root.grounding.inPause
                text: qsTr("That is enough")
                height: Math.max(56, implicitHeight)
                onClicked: root.grounding.finish()
            }
            ToClock {
                grounding: root.grounding
            }
        }
    }
}
