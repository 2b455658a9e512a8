pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The session: two halves of one window, divided by light and not by a line.
FocusScope {
    id: root

    required property SessionModel session
    required property PauseControls pauses
    required property ClosingRoundModel round
    required property NextDateModel next
    required property WritingControls writing
    required property TurnControls turns
    required property ComposeControls composing
    required property NeedsModel needs
    required property BoardModel board
    required property ListControls lists
    required property TrialControls plan
    required property GroundingControls grounding
    required property BreathModel breath

    focus: true

    function focusStep() {
        stepArea.forceActiveFocus(Qt.TabFocusReason);
    }

    Connections {
        target: root.session

        function onEntered() {
            focusSoon.restart();
        }
    }

    Component.onCompleted: {
        root.session.listenTo(root);
        focusSoon.restart();
    }

    Timer {
        id: focusSoon

        interval: 0
        onTriggered: root.focusStep()
    }

    Connections {
        target: root.Window.window

        function onActiveChanged() {
            root.session.letGo();
        }
    }

    Lamp {
        floor: root.session.lit
        room: root
        middle: stepArea.ringY > 0 ? stepArea.ringY : root.height * 0.52
        dark: root.session.breathes || root.grounding.place === GroundingControls.Breath
    }

    StepArea {
        id: stepArea

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: takeBack.active ? takeBack.top : trouble.visible ? trouble.top : bar.top
        focus: true
        session: root.session
        pauses: root.pauses
        round: root.round
        next: root.next
        writing: root.writing
        turns: root.turns
        composing: root.composing
        needs: root.needs
        board: root.board
        lists: root.lists
        plan: root.plan
        grounding: root.grounding
        breath: root.breath
    }

    // On the first screen after "lighter"; where it was stopped, it is part of the screen.
    Loader {
        id: takeBack

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: trouble.visible ? trouble.top : bar.top
        anchors.bottomMargin: 12
        width: Math.min(root.width - 48, 640)
        active: root.session.canTakeBack && root.session.stage !== SessionModel.Stopped
        visible: active
        sourceComponent: TakeBack {
            session: root.session
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

        session: root.session
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: 16
    }
}
