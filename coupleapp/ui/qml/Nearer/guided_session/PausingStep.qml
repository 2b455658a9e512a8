pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Both halves the same: the time that is left, the time on the wall, and something to hold on to.
Page {
    id: root

    required property SessionModel session
    required property PauseControls pauses
    required property GroundingControls grounding
    required property BreathModel breath

    enum Doing {
        Nothing,
        Ground,
        Breathe
    }

    property int doing: PausingStep.Nothing

    backdrop: Rectangle {
        // The horizon.
        visible: root.doing === PausingStep.Nothing && Theme.textScale < 1.3
        width: root.width
        height: root.height * 0.36
        y: root.height - height
        opacity: 0.5
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Theme.line
            }
            GradientStop {
                position: 0.012
                color: Qt.alpha(Theme.surfaceDeep, 0.9)
            }
            GradientStop {
                position: 1
                color: Qt.alpha(Theme.surfaceDeep, 0)
            }
        }
    }
    centred: true
    widest: 900
    gap: 18

    Words {
        width: parent.width
        visible: root.doing === PausingStep.Nothing
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: root.session.heading
    }

    Text {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: root.session.countdown
        color: root.doing === PausingStep.Nothing ? Theme.ink : Theme.inkSoft
        font.family: Theme.sans
        font.weight: Font.Light
        font.pixelSize: root.doing === PausingStep.Nothing ? Theme.figures : Theme.large
        font.features: ({ "tnum": 1 })
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 20
        Accessible.ignored: true
    }

    Words {
        width: parent.width
        visible: root.doing === PausingStep.Nothing
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("left")
        Accessible.ignored: true
    }

    Prompt {
        width: parent.width
        visible: root.doing === PausingStep.Nothing
        size: Theme.large * 1.4
        text: root.session.backWords
    }

    Words {
        width: parent.width
        topPadding: 12
        horizontalAlignment: Text.AlignHCenter
        soft: true
        visible: root.doing === PausingStep.Nothing
        text: qsTr("Your words are kept, and so is your time.")
    }

    GroundingMenu {
        id: menu

        width: parent.width
        visible: root.doing === PausingStep.Ground
        focus: root.doing === PausingStep.Ground
        grounding: root.grounding
        running: visible && root.session.running
        lighterOffered: root.session.canLighten
        onGoOn: {
            root.doing = PausingStep.Nothing;
            ground.forceActiveFocus(Qt.TabFocusReason);
        }
        onLighter: root.session.lighten()
        onStop: root.session.stop()
        onBreatheAsked: {
            root.doing = PausingStep.Breathe;
            enough.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Loader {
        anchors.horizontalCenter: parent.horizontalCenter
        active: root.doing === PausingStep.Breathe
        visible: active
        sourceComponent: BreathLights {
            width: 420
            height: 240
            breath: root.breath
        }
    }

    Choices {
        width: parent.width
        visible: root.doing !== PausingStep.Ground

        SoftButton {
            id: ground

            visible: root.doing === PausingStep.Nothing
            focus: true
            height: Math.max(60, implicitHeight)
            text: qsTr("Something to hold on to")
            onClicked: {
                root.grounding.begin();
                root.doing = PausingStep.Ground;
                menu.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        SoftButton {
            visible: root.doing === PausingStep.Nothing && !root.session.pauseSeen && root.session.alone === Seat.Nobody
            height: Math.max(60, implicitHeight)
            text: qsTr("%1 has seen it").arg(root.session.pauseOther)
            onClicked: {
                ground.forceActiveFocus(Qt.TabFocusReason);
                root.pauses.seen();
            }
        }
        SoftButton {
            id: enough

            visible: root.doing === PausingStep.Breathe
            text: qsTr("That is enough")
            onClicked: {
                root.doing = PausingStep.Ground;
                root.grounding.finish();
                menu.forceActiveFocus(Qt.TabFocusReason);
            }
        }
    }

    ManyPauses {
        width: parent.width
        session: root.session
    }
}
