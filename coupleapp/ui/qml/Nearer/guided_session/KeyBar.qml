pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Nearer
import Nearer.Models

// What may be pressed now: the left partner's keys on the left, the right one's on the right.
GridLayout {
    id: root

    required property AppModel app
    required property SessionModel session
    required property PauseControls pauses
    required property TurnControls turns

    readonly property string stage: root.session.stage
    readonly property bool offersPause: root.inSteps
    readonly property bool offersBreath: root.inSteps && !["breathe", "last_breath", "recap"].includes(root.stage)
    readonly property bool offersGive: root.stage === "speak" && root.session.chunks > 1 && root.session.talker === root.session.floor
    readonly property bool offersLighter: root.session.canLighten && (root.inSteps ? !["agree", "lighter"].includes(root.stage) : ["pause_choice", "pausing", "booking"].includes(root.stage))
    // While somebody types, letters are letters.
    readonly property bool typing: root.Window.activeFocusItem instanceof TextEdit || root.Window.activeFocusItem instanceof TextInput
    readonly property bool inSteps: !["over", "held", "pause_choice", "pausing", "returning", "booking", "waiting", "one_breath"].includes(root.stage)
    readonly property bool talking: ["speak", "mirror", "recap", "core"].includes(root.stage)
    readonly property bool sayingBack: ["mirror", "core"].includes(root.stage)
    property bool wide

    // Later, because asking a row for its width may lay it out.
    Binding on wide {
        delayed: true
        value: root.parent !== null && root.parent.width > leftKeys.wish + middle.wish + rightKeys.wish + 56
    }

    // Left is where somebody sits, whatever way they read.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    columns: root.wide ? 3 : 2
    rowSpacing: 4

    // Keys in a row, and how wide they would like to be.
    component Keys: Flow {
        readonly property real wish: {
            let sum = 0;
            for (let i = 0; i < visibleChildren.length; ++i)
                sum += visibleChildren[i].width + spacing;
            return sum;
        }

        Layout.preferredWidth: wish
        Layout.maximumWidth: root.width
        spacing: 4
    }

    component OwnKey: KeyButton {
        required property string seat
        readonly property string who: seat === "left" ? root.session.leftName : root.session.rightName
        readonly property bool isReady: seat === "left" ? root.session.readyLeft : root.session.readyRight

        keycap: seat === "left" ? "F" : "J"
        tint: seat === "left" ? Theme.partnerLeft : Theme.partnerRight
        visible: (root.stage === "pausing" && (root.session.alone === "" || root.session.alone === seat)) || (root.talking && root.session.talker === seat)
        keyWorks: !root.typing
        enabled: !(root.stage === "pausing" && isReady)
        text: root.sayingBack ? qsTr("I have said it back") : root.stage === "pausing" ? (isReady ? qsTr("%1 waits, ready").arg(who) : qsTr("%1 is ready").arg(who)) : qsTr("I'm done for now")
        onClicked: root.session.press(seat)
    }

    // The listener's, the looser way.
    component AnswerKey: KeyButton {
        required property string seat

        keycap: "A"
        tint: seat === "left" ? Theme.partnerLeft : Theme.partnerRight
        visible: root.session.loose && root.session.talker === seat
        keyWorks: !root.typing
        text: qsTr("I have answered")
        onClicked: root.turns.answerInstead(seat)
    }

    component PauseKey: KeyButton {
        required property string seat
        readonly property string who: seat === "left" ? root.session.leftName : root.session.rightName

        readonly property string other: seat === "left" ? "right" : "left"

        keycap: seat === "left" ? "D" : "K"
        tint: seat === "left" ? Theme.partnerLeft : Theme.partnerRight
        visible: root.offersPause && root.session.alone !== other
        keyWorks: !root.typing
        text: qsTr("Pause")
        Accessible.name: qsTr("Pause, for %1").arg(who)
        onClicked: root.pauses.ask(seat)
    }

    Keys {
        id: leftKeys



        Layout.row: 0
        Layout.column: 0
        Layout.alignment: Qt.AlignLeft
        spacing: 4

        OwnKey {
            seat: "left"
        }
        AnswerKey {
            seat: "left"
        }
        PauseKey {
            seat: "left"
        }
    }

    Keys {
        id: middle


        Layout.row: root.wide ? 0 : 1
        Layout.column: root.wide ? 1 : 0
        Layout.columnSpan: root.wide ? 1 : 2
        Layout.alignment: Qt.AlignHCenter
        spacing: 4

        KeyButton {
            keycap: "G"
            visible: root.offersGive
            keyWorks: !root.typing
            text: qsTr("That was all")
            onClicked: root.turns.giveFloor(root.session.floor)
        }
        KeyButton {
            keycap: "T"
            visible: root.session.canAskThoughts && root.inSteps
            keyWorks: !root.typing
            text: qsTr("I'd like your thoughts")
            onClicked: root.turns.askThoughts()
        }
        KeyButton {
            keycap: "B"
            visible: root.offersBreath
            keyWorks: !root.typing
            text: qsTr("One breath")
            onClicked: root.pauses.oneBreath()
        }
        KeyButton {
            keycap: "+"
            visible: root.session.canExtend
            text: qsTr("%1 minutes more").arg(root.pauses.extendMinutes)
            onClicked: root.pauses.extend()
        }
        KeyButton {
            keycap: "L"
            visible: root.offersLighter
            keyWorks: !root.typing
            text: qsTr("Lighter")
            onClicked: root.session.lighten()
        }
        KeyButton {
            keycap: "Esc"
            visible: root.stage !== "over"
            text: root.stage === "waiting" ? qsTr("Home") : qsTr("Enough for today")
            onClicked: root.session.stop()
        }
        KeyButton {
            keycap: "♪"
            visible: root.stage !== "over"
            text: root.app.sound ? qsTr("Sound is on") : qsTr("Sound is off")
            label: root.app.sound ? "" : qsTr("off")
            Accessible.description: ""
            onClicked: root.app.setSound(!root.app.sound)
        }
    }

    Keys {
        id: rightKeys


        Layout.row: 0
        Layout.column: root.wide ? 2 : 1
        Layout.alignment: Qt.AlignRight
        layoutDirection: Qt.RightToLeft
        spacing: 4

        OwnKey {
            seat: "right"
        }
        AnswerKey {
            seat: "right"
        }
        PauseKey {
            seat: "right"
        }
    }
}
