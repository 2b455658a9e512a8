pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Just breathe: it begins at once, and one key ends it.
FocusScope {
    id: root

    required property AppModel app
    required property BreathModel breath
    property bool choosing: false

    readonly property bool cautious: root.breath.stage === BreathModel.Caution
    readonly property bool beside: root.width > 980 * Theme.textScale
    readonly property bool covered: root.choosing && !root.beside

    focus: true

    function choose() {
        root.breath.lookForVoice();
        root.choosing = true;
        how.forceActiveFocus(Qt.TabFocusReason);
    }

    function chosen() {
        root.choosing = false;
        root.breath.begin();
        back.forceActiveFocus(Qt.TabFocusReason);
    }

    onCautiousChanged: (root.cautious ? caution : root.choosing ? how : back).forceActiveFocus(Qt.TabFocusReason)

    Keys.onEscapePressed: root.app.go(AppModel.Home)
    Keys.onSpacePressed: root.app.go(AppModel.Home)

    Item {
        id: room

        anchors.left: parent.left
        anchors.right: root.choosing && root.beside ? how.left : parent.right
        anchors.top: parent.top
        anchors.bottom: ways.top
        visible: !root.cautious && !root.covered

        Item {
            id: circle

            readonly property real size: Math.max(150, Math.min(room.width - 80, room.height - hint.height - 36 - 20 - 12))

            anchors.horizontalCenter: parent.horizontalCenter
            y: 36
            width: size
            height: size

            BreathCircle {
                anchors.fill: parent
                breath: root.breath
                breathing: root.breath.stage === BreathModel.Breathing
                running: root.breath.stage === BreathModel.Breathing
                key: String(root.breath.lap)
                limitMs: root.breath.wholeMs
                leftMs: root.breath.wholeMs
            }

            Prompt {
                anchors.centerIn: parent
                width: parent.width * 0.8
                visible: root.breath.stage === BreathModel.Finished
                size: Math.min(Theme.title, parent.width * 0.13)
                text: qsTr("That was good for now.")
            }
        }

        Words {
            id: hint

            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: circle.bottom
            anchors.topMargin: 20
            visible: root.breath.stage !== BreathModel.Finished
            width: Math.min(room.width - 48, 620 * Theme.textScale)
            horizontalAlignment: Text.AlignHCenter
            soft: true
            text: root.breath.hint
        }
    }

    Page {
        id: caution

        readonly property bool scrolls: caution.flickable.contentHeight > caution.flickable.height + 1

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: ways.top
        visible: root.cautious
        enabled: visible
        focus: false
        centred: true
        Keys.onSpacePressed: caution.scroll(caution.flickable.height * 0.85)

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.title * 0.8
            text: root.breath.cautionTitle
        }

        Trouble {
            width: parent.width
            text: root.breath.trouble
        }

        CautionToRead {
            width: parent.width
            // What has to be scrolled is read from its beginning.
            focus: !caution.scrolls
            holds: root.breath.holds
            breath: root.breath
        }

        SoftButton {
            plain: true
            visible: root.breath.holds
            text: qsTr("Rather not hold")
            onClicked: root.breath.decline()
        }
    }

    BreatheHow {
        id: how

        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: ways.top
        width: root.beside ? 440 * Theme.textScale : root.width
        visible: root.choosing && !root.cautious
        enabled: visible
        breath: root.breath
        onDone: root.chosen()
    }

    Flow {
        id: ways

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: 24
        spacing: 12

        KeyButton {
            id: back

            keycap: "Esc"
            focus: true
            text: qsTr("Back to normal breathing")
            onClicked: root.app.go(AppModel.Home)
        }

        SoftButton {
            plain: true
            visible: root.breath.stage === BreathModel.Breathing && !root.choosing && text !== ""
            font.pixelSize: Theme.small
            text: root.breath.easierWords
            onClicked: root.breath.ease()
        }

        SoftButton {
            plain: true
            visible: root.breath.stage === BreathModel.Finished && !root.choosing
            text: qsTr("Once more")
            onClicked: {
                root.breath.begin();
                back.forceActiveFocus(Qt.OtherFocusReason);
            }
        }

        SoftButton {
            plain: true
            visible: !root.choosing && !root.cautious
            font.pixelSize: Theme.small
            text: root.breath.summary
            Accessible.name: qsTr("How you breathe: %1").arg(text)
            onClicked: root.choose()
        }
    }
}
