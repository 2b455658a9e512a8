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

    // Where the layout has no Latin letters, the key in the same place, as X11 and Wayland count
    // them; Windows begins eight lower.
    function latin(event: KeyEvent): int {
        if (event.key < 0x80 || event.key >= 0x01000000)
            return event.key;
        const places = {
            41: Qt.Key_F,
            44: Qt.Key_J,
            40: Qt.Key_D,
            45: Qt.Key_K,
            56: Qt.Key_B,
            42: Qt.Key_G,
            46: Qt.Key_L,
            28: Qt.Key_T,
            38: Qt.Key_A
        };
        const place = event.nativeScanCode + (Qt.platform.os === "windows" ? 8 : 0);
        return places[place] ?? event.key;
    }

    Connections {
        target: root.session

        function onEntered() {
            focusSoon.restart();
        }
    }

    Component.onCompleted: focusSoon.restart()

    Keys.onPressed: event => {
        if (event.isAutoRepeat || event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier))
            return;
        const key = root.latin(event);
        if (key === Qt.Key_F) {
            leftUp.stop();
            keys.leftDown = true;
        } else if (key === Qt.Key_J) {
            rightUp.stop();
            keys.rightDown = true;
        }
        event.accepted = root.session.typeKey(key);
    }
    Keys.onReleased: event => {
        if (event.isAutoRepeat)
            return;
        const key = root.latin(event);
        if (key === Qt.Key_F)
            leftUp.restart();
        else if (key === Qt.Key_J)
            rightUp.restart();
    }

    Timer {
        id: focusSoon

        interval: 0
        onTriggered: root.focusStep()
    }

    QtObject {
        id: keys

        property bool leftDown: false
        property bool rightDown: false
    }

    // WORKAROUND for X11: a key that repeats is let go and pressed again, and does not always say so.
    Timer {
        id: leftUp

        interval: 120
        onTriggered: keys.leftDown = false
    }

    Timer {
        id: rightUp

        interval: 120
        onTriggered: keys.rightDown = false
    }

    // A key that is let go in another window is not seen here.
    Connections {
        target: root.Window.window

        function onActiveChanged() {
            keys.leftDown = false;
            keys.rightDown = false;
        }
    }

    Lamp {
        floor: root.session.lit
        room: root
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
        leftKeyDown: keys.leftDown
        rightKeyDown: keys.rightDown
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
            leftKeyDown: keys.leftDown
            rightKeyDown: keys.rightDown
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
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: 16
    }
}
