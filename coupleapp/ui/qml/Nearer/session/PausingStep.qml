pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Both halves the same: the time that is left, the time on the wall, and something to hold on to.
Page {
    id: root

    required property SessionModel session
    required property PauseControls pauses

    property int chosen: -1

    function choose(index: int) {
        root.chosen = index;
        root.pauses.ground(index);
    }

    backdrop: Rectangle {
        // The horizon.
        visible: root.chosen < 0 && Theme.textScale < 1.3
        width: root.width
        height: root.height * 0.4
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
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: qsTr("A pause for both of you")
    }

    Text {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: root.session.countdown
        color: Theme.ink
        font.family: Theme.sans
        font.weight: Font.Light
        font.pixelSize: root.chosen >= 0 ? Theme.figures * 0.55 : Theme.figures
        font.features: ({ "tnum": 1 })
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 40
        Accessible.ignored: true
    }

    Prompt {
        width: parent.width
        size: Theme.large * 1.4
        text: qsTr("Back together at %1").arg(root.session.backAt)
    }

    Words {
        width: parent.width
        topPadding: 12
        horizontalAlignment: Text.AlignHCenter
        soft: true
        visible: root.chosen < 0
        text: qsTr("Your words are kept, and so is your time.")
    }

    GroundingFlow {
        width: parent.width
        visible: root.chosen >= 0
        steps: root.pauses.groundingSteps
        onFinished: root.choose(-1)
    }

    BreathLights {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.chosen === root.pauses.groundingCount
        running: visible
        width: 420
        height: visible ? 240 : 0
        inMs: root.session.breathInMs
        outMs: root.session.breathOutMs
        onPhaseBegan: breathingIn => root.session.breathTone(breathingIn)
    }

    Choices {
        width: parent.width

        Repeater {
            model: root.chosen >= 0 ? [] : root.pauses.groundingTitles

            SoftButton {
                required property string modelData
                required property int index

                height: Math.max(60, implicitHeight)
                text: modelData
                focus: index === 0
                onClicked: root.choose(index)
            }
        }
        SoftButton {
            visible: root.chosen < 0
            height: Math.max(60, implicitHeight)
            text: qsTr("Breathe slowly")
            onClicked: root.choose(root.pauses.groundingCount)
        }
        SoftButton {
            visible: root.chosen >= 0
            text: qsTr("That is enough")
            onClicked: root.choose(-1)
        }
    }
}
