pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One after the other: say it, and keep a line of it if you like.
Page {
    id: root

    required property SessionModel session
    required property WritingControls writing

    readonly property bool smallWin: root.session.stage === SessionModel.SmallWin

    centred: true
    widest: 760
    gap: 20

    SeatMark {
        anchors.horizontalCenter: parent.horizontalCenter
        seat: root.session.asked || Seat.Left
        size: 30
    }

    Prompt {
        width: parent.width
        size: Theme.prompt
        text: root.session.heading
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: root.session.hint
    }

    Choices {
        width: parent.width
        visible: root.smallWin
        gap: 10

        Repeater {
            model: root.smallWin ? root.writing.smallWins : []

            SoftButton {
                required property string modelData

                text: modelData
                font.pixelSize: Theme.small
                leftPadding: 18
                rightPadding: 18
                chosen: line.text === modelData
                onClicked: {
                    line.text = modelData;
                    root.writing.keepDraft(modelData);
                    give.forceActiveFocus(Qt.TabFocusReason);
                }
            }
        }
    }

    WritingArea {
        id: line

        width: parent.width
        focus: true
        lines: root.smallWin ? 1 : 2
        label: root.session.heading
        text: root.writing.draft
        onEdited: text => root.writing.keepDraft(text)
        onKeep: root.writing.share(line.text)
    }

    Connections {
        target: root.writing

        function onDraftChanged() {
            line.text = root.writing.draft;
            line.area.cursorPosition = line.text.length;
            // The second partner writes at once, too; else the first letters would be keys.
            line.area.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Choices {
        width: parent.width

        SoftButton {
            id: give

            enabled: line.text.trim() !== ""
            text: root.session.keepWords
            onClicked: root.writing.share(line.text)
        }
        SoftButton {
            text: root.session.leaveWords
            onClicked: root.writing.share("")
        }
    }
}
