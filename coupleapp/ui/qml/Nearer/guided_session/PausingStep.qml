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

    readonly property bool away: root.grounding.away

    onAwayChanged: (root.away ? menu : ground).forceActiveFocus(Qt.TabFocusReason)

    backdrop: Rectangle {
        // The horizon, as at dusk: no line in it.
        visible: !root.away && Theme.textScale < 1.3
        width: root.width
        height: root.height * 0.36
        y: root.height - height
        opacity: 0.5
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Qt.alpha(Theme.surfaceDeep, 0)
            }
            GradientStop {
                position: 0.45
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
    gap: root.away ? 40 : 18

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: root.away ? Theme.body : Theme.large
        font.features: ({ "tnum": 1 })
        text: root.away ? root.session.pauseLine : root.session.heading
        Accessible.name: root.away ? root.session.backWords : root.session.heading
    }

    Text {
        width: parent.width
        visible: !root.away
        horizontalAlignment: Text.AlignHCenter
        text: root.session.countdown
        color: Theme.ink
        font.family: Theme.sans
        font.weight: Font.Light
        font.pixelSize: Theme.figures
        font.features: ({ "tnum": 1 })
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 20
        Accessible.ignored: true
    }

    Prompt {
        width: parent.width
        visible: !root.away
        size: Theme.large * 1.4
        text: root.session.backWords
    }

    Words {
        width: parent.width
        topPadding: 12
        horizontalAlignment: Text.AlignHCenter
        soft: true
        visible: !root.away
        text: qsTr("Your words are kept, and so is your time.")
    }

    GroundingMenu {
        id: menu

        width: parent.width
        visible: root.away
        focus: root.away
        grounding: root.grounding
        breath: root.breath
        room: root.height
        running: visible && root.session.running
        lighterOffered: root.session.canLighten
        onGoOn: root.grounding.toClock()
        onLighter: root.session.lighten()
        onStop: root.session.stop()
    }

    Choices {
        width: parent.width
        visible: !root.away

        SoftButton {
            id: ground

            focus: !root.away
            height: Math.max(60, implicitHeight)
            text: qsTr("Something to hold on to")
            onClicked: root.grounding.ask()
        }
        SoftButton {
            visible: !root.session.pauseSeen && root.session.alone === Seat.Nobody
            height: Math.max(60, implicitHeight)
            text: qsTr("%1 knows about the pause").arg(root.session.pauseOther)
            onClicked: {
                ground.forceActiveFocus(Qt.TabFocusReason);
                root.pauses.seen();
            }
        }
    }

    ManyPauses {
        width: parent.width
        session: root.session
    }
}
