pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Both confirm, each with their own key or half.
Page {
    id: root

    required property SessionModel session

    centred: true
    widest: 760
    gap: 28

    Prompt {
        width: parent.width
        size: Theme.title
        text: root.session.title
    }

    Choices {
        id: words

        width: parent.width
        // Left is where somebody sits, whatever way they read.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        OwnYes {
            id: atLeft

            focus: true
            seat: Seat.Left
            keycap: root.session.leftKeycap
            keyWords: root.session.leftKeyWords
            asks: root.session.leftYes
            done: root.session.confirmedLeft
            most: words.width
            onClicked: root.session.press(seat)
            onDoneChanged: {
                if (done && root.activeFocus)
                    atRight.forceActiveFocus(Qt.TabFocusReason)
            }
        }
        OwnYes {
            id: atRight

            seat: Seat.Right
            keycap: root.session.rightKeycap
            keyWords: root.session.rightKeyWords
            asks: root.session.rightYes
            done: root.session.confirmedRight
            most: words.width
            onClicked: root.session.press(seat)
            onDoneChanged: {
                if (done && root.activeFocus)
                    atLeft.forceActiveFocus(Qt.TabFocusReason)
            }
        }
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("Nobody has to be right about it. Is something missing? Say it now, there is time.")
    }
}
