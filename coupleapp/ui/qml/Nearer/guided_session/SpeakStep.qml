pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// While somebody speaks the screen is nearly empty: the question, a name, a ring, one cue.
FocusScope {
    id: root

    required property SessionModel session

    required property ComposeControls composing

    readonly property bool low: root.height < 480
    readonly property bool mirroring: root.session.stage === "mirror"
    readonly property bool recap: root.session.stage === "recap"
    readonly property bool ownWords: root.composing.hasWords && root.session.talker === root.session.floor && root.session.stage === "speak"

    focus: true
    // Left is where somebody sits, whatever way they read.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    function doing(): string {
        if (root.session.inGrace)
            return qsTr("finish your sentence");
        if (root.mirroring)
            return qsTr("says back");
        return qsTr("speaks");
    }

    function wished(): string {
        if (root.mirroring)
            return root.session.loose ? qsTr("Say it back, or answer, as you like.") : "";
        switch (root.session.stage === "speak" ? root.session.wish : "") {
        case "listen":
            return qsTr("Just listen.");
        case "comfort":
            return qsTr("Comfort is wished for.");
        case "ideas":
            return qsTr("Ideas are welcome.");
        default:
            return "";
        }
    }

    function cue(): string {
        if (root.recap)
            return qsTr("Just listen.");
        if (!root.mirroring)
            return root.session.cue;
        return root.session.repair > 0 ? qsTr("Add what was missing, in a few words. Then let it be said back again.") : qsTr("You keep the floor. Is it what you said?");
    }

    activeFocusOnTab: false

    Column {
        id: heading

        anchors.top: parent.top
        anchors.topMargin: Math.min(56, root.height * 0.05)
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(root.width - 48, 940)
        spacing: 10

        Words {
            width: parent.width
            visible: root.session.leftHere && root.session.stage === "speak"
            horizontalAlignment: Text.AlignHCenter
            soft: true
            text: qsTr("We leave that here for now. On to the next part.")
        }

        Prompt {
            width: parent.width
            size: root.low ? Theme.prompt * 0.8 : Theme.prompt
            text: root.session.title
        }

        Words {
            width: parent.width
            visible: root.session.chunks > 1 && root.session.stage === "speak" && !(root.low && root.session.advice !== "")
            horizontalAlignment: Text.AlignHCenter
            soft: true
            font.pixelSize: Theme.small
            text: qsTr("part %1 of %2").arg(root.session.chunk).arg(root.session.chunks)
        }

        Words {
            width: parent.width
            visible: text !== "" && !root.low
            horizontalAlignment: Text.AlignHCenter
            soft: true
            text: root.wished()
        }

        Words {
            width: parent.width
            visible: root.composing.heard !== ""
            horizontalAlignment: Text.AlignHCenter
            font.family: Theme.serif
            text: root.composing.heard
            Accessible.name: qsTr("Written before: %1").arg(root.composing.heard)
        }

        AdviceCard {
            width: Math.min(parent.width, 640)
            anchors.horizontalCenter: parent.horizontalCenter
            session: root.session
        }

        OwnWords {
            width: Math.min(parent.width, 640)
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.ownWords
            composing: root.composing
        }
    }

    Half {
        session: root.session
        anchors.left: parent.left
        anchors.top: heading.bottom
        anchors.bottom: parent.bottom
        width: root.width / 2
        seat: "left"
        who: root.session.leftName
        speaking: root.session.talker === "left"
        doing: root.doing()
        cue: root.cue()
    }

    Half {
        session: root.session
        anchors.right: parent.right
        anchors.top: heading.bottom
        anchors.bottom: parent.bottom
        width: root.width / 2
        seat: "right"
        who: root.session.rightName
        speaking: root.session.talker === "right"
        doing: root.doing()
        cue: root.cue()
    }
}
