pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One after the other: say it, and keep a line of it if you like.
Page {
    id: root

    required property SessionModel session
    required property WritingControls writing

    readonly property string stage: root.session.stage

    function title(): string {
        switch (root.stage) {
        case "mattered":
            return qsTr("%1: what I heard that mattered …").arg(root.session.askedName);
        case "small_win":
            return qsTr("%1, what did %2 do well just now?").arg(root.session.askedName).arg(root.session.otherName);
        case "keep":
            return root.session.title;
        case "appreciate":
            return qsTr("%1, one thing you appreciate about %2").arg(root.session.askedName).arg(root.session.otherName);
        default:
            return qsTr("%1, a sentence or two for the notebook?").arg(root.session.askedName);
        }
    }

    function hint(): string {
        switch (root.stage) {
        case "mattered":
            return qsTr("Say it aloud first. One line of it may be kept.");
        case "small_win":
            return qsTr("Choose one, or use your own words. It is given to %1 at the end.").arg(root.session.otherName);
        case "keep":
            return qsTr("It joins the moments you both know of: where it was, and what was felt.");
        case "appreciate":
            return qsTr("Small and true is best. Say it aloud, or write it down too.");
        default:
            return qsTr("Only if you like. What would you want to read again in a year?");
        }
    }

    centred: true
    widest: 760
    gap: 20

    SeatMark {
        anchors.horizontalCenter: parent.horizontalCenter
        seat: root.session.asked || "left"
        size: 30
    }

    Prompt {
        width: parent.width
        size: Theme.prompt
        text: root.title()
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: root.hint()
    }

    Choices {
        width: parent.width
        visible: root.stage === "small_win"
        gap: 10

        Repeater {
            model: root.stage === "small_win" ? root.writing.smallWins : []

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
        lines: root.stage === "small_win" ? 1 : 2
        label: root.title()
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
            text: root.stage === "small_win" ? qsTr("Give it") : qsTr("Keep this line")
            onClicked: root.writing.share(line.text)
        }
        SoftButton {
            text: root.stage === "notebook" ? qsTr("Nothing today") : root.stage === "small_win" ? qsTr("Not this time") : qsTr("Said aloud is enough")
            onClicked: root.writing.share("")
        }
    }
}
