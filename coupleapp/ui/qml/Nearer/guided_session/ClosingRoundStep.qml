pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Both look back on one card, aloud. Either may write a line of it; nobody has to.
Page {
    id: root

    required property ClosingRoundModel round
    required property SessionModel session

    readonly property bool together: root.round.writer === Seat.Nobody

    centred: true
    widest: 760
    gap: 26

    Connections {
        target: root.round

        function onWriterChanged() {
            if (root.together)
                on.forceActiveFocus(Qt.TabFocusReason);
        }
        function onHeadingChanged() {
            if (root.together)
                return;
            line.text = root.round.draft;
            line.area.cursorPosition = line.text.length;
            line.area.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    // -- both

    Words {
        width: parent.width
        visible: root.together
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("Before you go, aloud, each of you. A few words are enough.")
    }

    Column {
        width: parent.width
        visible: root.together
        spacing: 14

        Repeater {
            model: root.together ? root.round.asks : null

            Prompt {
                required property string words

                width: parent ? parent.width : 0
                size: Theme.prompt * 0.86
                text: words
            }
        }
    }

    Column {
        width: parent.width
        visible: root.together && kept.count > 0

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            soft: true
            font.pixelSize: Theme.small
            text: qsTr("Kept in your notebook")
        }

        KeptLines {
            id: kept

            width: parent.width
            lines: root.round.kept
        }
    }

    SoftButton {
        id: on

        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.together
        focus: visible
        emphasis: true
        text: qsTr("We have said it")
        onClicked: root.round.goOn()
    }

    Choices {
        width: parent.width
        visible: root.together
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Writer {
            visible: root.round.leftCanWrite
            seat: Seat.Left
            text: qsTr("%1 keeps a line").arg(root.session.leftName)
        }
        Writer {
            visible: root.round.rightCanWrite
            seat: Seat.Right
            text: qsTr("%1 keeps a line").arg(root.session.rightName)
        }
    }

    component Writer: SoftButton {
        required property int seat

        font.pixelSize: Theme.small
        onClicked: root.round.write(seat)
    }

    // -- one of them writes

    SeatMark {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: !root.together
        seat: root.together ? Seat.Left : root.round.writer
        size: 30
    }

    Prompt {
        width: parent.width
        visible: !root.together
        size: Theme.prompt
        text: root.round.heading
    }

    Choices {
        width: parent.width
        visible: !root.together && asked.count > 1
        gap: 10

        Repeater {
            id: asked

            model: root.together ? null : root.round.asks

            SoftButton {
                required property string ask
                required property string short
                required chosen

                choice: true
                text: short
                onClicked: root.round.turnTo(ask)
            }
        }
    }

    Choices {
        width: parent.width
        visible: root.round.smallWins.length > 0
        gap: 10

        Repeater {
            model: root.round.smallWins

            SoftButton {
                required property string modelData

                text: modelData
                font.pixelSize: Theme.small
                leftPadding: 18
                rightPadding: 18
                chosen: line.text === modelData
                onClicked: {
                    line.text = modelData;
                    root.round.keepDraft(modelData);
                    give.forceActiveFocus(Qt.TabFocusReason);
                }
            }
        }
    }

    WritingArea {
        id: line

        width: parent.width
        visible: !root.together
        lines: 2
        label: root.round.heading
        onEdited: text => root.round.keepDraft(text)
        onKeep: root.round.keep(line.text)
    }

    Choices {
        width: parent.width
        visible: !root.together

        SoftButton {
            id: give

            enabled: line.text.trim() !== ""
            text: qsTr("Keep this line")
            onClicked: root.round.keep(line.text)
        }
        SoftButton {
            text: qsTr("Back to both of you")
            onClicked: root.round.back()
        }
    }
}
