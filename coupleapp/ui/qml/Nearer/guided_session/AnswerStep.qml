pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One question to one of the two, and a few answers of equal size.
Page {
    id: root

    required property SessionModel session
    required property TurnControls turns

    readonly property bool checksGuess: root.session.stage === SessionModel.GuessCheck

    centred: true
    widest: 760
    gap: 28

    Connections {
        target: root.session

        function onFigured(figure: int) {
            root.turns.answer(figure - 1);
        }

        // The answers of the question before are gone, and the keyboard with them.
        function onTitleChanged() {
            if (root.activeFocus)
                question.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    SeatMark {
        anchors.horizontalCenter: parent.horizontalCenter
        seat: root.session.asked || Seat.Left
        size: 34
    }

    ReadingTitle {
        id: question

        width: parent.width
        focus: true
        alignment: Text.AlignHCenter
        text: root.session.title
    }

    Prompt {
        width: parent.width
        visible: root.checksGuess && root.turns.guessed !== ""
        size: Theme.prompt
        italic: true
        text: qsTr("“%1”").arg(root.turns.guessed)
    }

    Choices {
        width: parent.width

        Repeater {
            model: root.turns.answers

            CapButton {
                required property string words
                required property string cap
                required property int whose
                required property int index
                required keyWords

                height: Math.max(64, implicitHeight)
                text: words
                keycap: cap
                seat: whose
                onClicked: root.turns.answer(index)
            }
        }
    }

    Words {
        width: parent.width
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: root.turns.hint
    }

    Loader {
        width: parent.width
        active: root.checksGuess
        visible: active
        sourceComponent: Column {
            spacing: 14

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                soft: true
                text: qsTr("If it is another one, choose up to %1 words, or say it aloud.").arg(root.turns.mostFeelings)
            }
            FeelingList {
                width: parent.width
                turns: root.turns
            }
        }
    }
}
