pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The session: two halves of one window, divided by light and not by a line.
FocusScope {
    id: root

    required property AppModel app
    required property SessionModel session
    required property PauseControls pauses
    required property WritingControls writing

    readonly property string stage: root.session.stage
    readonly property bool paused: ["pause_choice", "pausing", "returning", "one_breath", "held"].includes(root.stage)

    focus: true

    function focusStep() {
        stepArea.forceActiveFocus(Qt.TabFocusReason);
    }

    onStageChanged: Qt.callLater(root.focusStep)
    Component.onCompleted: Qt.callLater(root.focusStep)

    Keys.onPressed: event => {
        if (event.isAutoRepeat || event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier))
            return;
        event.accepted = true;
        switch (event.key) {
        case Qt.Key_F:
            keys.leftDown = true;
            root.session.press("left");
            break;
        case Qt.Key_J:
            keys.rightDown = true;
            root.session.press("right");
            break;
        case Qt.Key_D:
            root.pauses.ask("left");
            break;
        case Qt.Key_K:
            root.pauses.ask("right");
            break;
        case Qt.Key_B:
            root.pauses.oneBreath();
            break;
        case Qt.Key_G:
            if (root.stage === "speak")
                root.session.giveFloor(root.session.floor);
            break;
        case Qt.Key_L:
            if (root.session.canLighten)
                root.session.lighten();
            break;
        case Qt.Key_Plus:
            root.pauses.extend();
            break;
        case Qt.Key_Escape:
            root.session.stop();
            break;
        default:
            event.accepted = false;
        }
    }
    Keys.onReleased: event => {
        if (event.isAutoRepeat)
            return;
        if (event.key === Qt.Key_F)
            keys.leftDown = false;
        else if (event.key === Qt.Key_J)
            keys.rightDown = false;
    }

    QtObject {
        id: keys

        property bool leftDown: false
        property bool rightDown: false
    }

    // The lamp stands with the one who has the floor, and crosses the room when it changes.
    Item {
        id: lamp

        readonly property real size: Math.max(root.width * 0.95, root.height * 1.25)
        readonly property bool onRight: root.session.floor === "right"

        width: size
        height: size
        x: root.width * (root.session.floor === "" ? 0.5 : onRight ? 0.75 : 0.25) - size / 2
        y: root.height * 0.52 - size / 2

        Behavior on x {
            NumberAnimation {
                duration: Theme.slow
                easing.type: Easing.InOutQuad
            }
        }

        Light {
            anchors.fill: parent
            light: "left"
            opacity: root.session.floor === "left" ? Theme.glow * 0.8 : 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.reducedMotion ? 150 : 600
                }
            }
        }

        Light {
            anchors.fill: parent
            light: "right"
            opacity: root.session.floor === "right" ? Theme.glow * 0.8 : 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.reducedMotion ? 150 : 600
                }
            }
        }

        Light {
            anchors.fill: parent
            light: "calm"
            opacity: root.session.floor === "" ? Theme.glow * 0.4 : 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.reducedMotion ? 150 : 600
                }
            }
        }
    }

    component Stage: Loader {
        required property list<string> stages

        active: stages.includes(root.stage)
        visible: active
        focus: active
        anchors.fill: parent
    }

    FocusScope {
        id: stepArea

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: trouble.visible ? trouble.top : bar.top
        focus: true

        Stage {
            stages: ["agree"]
            sourceComponent: AgreeStep {
                session: root.session
                leftKeyDown: keys.leftDown
                rightKeyDown: keys.rightDown
            }
        }
        Stage {
            stages: ["readiness", "rate", "returning"]
            sourceComponent: CurtainStep {
                session: root.session
                pauses: root.pauses
            }
        }
        Stage {
            stages: ["lighter"]
            sourceComponent: LighterStep {
                session: root.session
            }
        }
        Stage {
            stages: ["breathe", "last_breath"]
            sourceComponent: BreatheStep {
                session: root.session
            }
        }
        Stage {
            stages: ["introduce"]
            sourceComponent: IntroduceStep {
                session: root.session
            }
        }
        Stage {
            stages: ["speak", "mirror", "recap"]
            sourceComponent: SpeakStep {
                session: root.session
            }
        }
        Stage {
            stages: ["heard"]
            sourceComponent: HeardStep {
                session: root.session
            }
        }
        Stage {
            stages: ["mattered", "small_win", "appreciate", "notebook"]
            sourceComponent: ShareStep {
                session: root.session
                writing: root.writing
            }
        }
        Stage {
            stages: ["next_date"]
            sourceComponent: NextDateStep {
                writing: root.writing
            }
        }
        Stage {
            stages: ["over"]
            sourceComponent: OverStep {
                session: root.session
                writing: root.writing
            }
        }
        Stage {
            stages: ["pause_choice"]
            sourceComponent: PauseChoiceStep {
                session: root.session
                pauses: root.pauses
            }
        }
        Stage {
            stages: ["pausing"]
            sourceComponent: PausingStep {
                session: root.session
                pauses: root.pauses
            }
        }
        Stage {
            stages: ["one_breath"]
            sourceComponent: OneBreathStep {
                session: root.session
            }
        }
        Stage {
            stages: ["held"]
            sourceComponent: HeldStep {
                session: root.session
            }
        }
    }

    Trouble {
        id: trouble

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: bar.top
        anchors.bottomMargin: 12
        width: Math.min(root.width - 48, Theme.column)
        horizontalAlignment: Text.AlignHCenter
        text: root.session.trouble
    }

    KeyBar {
        id: bar

        app: root.app
        session: root.session
        pauses: root.pauses
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: 16
    }
}
