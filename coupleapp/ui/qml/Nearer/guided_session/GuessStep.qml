pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The listener offers a feeling, as a guess.
Page {
    id: root

    required property SessionModel session
    required property TurnControls turns

    centred: true
    widest: 860
    gap: 16

    Prompt {
        width: parent.width
        size: Theme.title
        text: root.session.title
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("Say it aloud as a guess. If you like, choose up to %1 words.").arg(root.turns.mostFeelings)
    }

    Choices {
        width: parent.width

        SoftButton {
            focus: true
            emphasis: true
            text: root.turns.guessWords
            onClicked: root.turns.guess()
        }
    }

    FeelingList {
        width: parent.width
        turns: root.turns
    }
}
