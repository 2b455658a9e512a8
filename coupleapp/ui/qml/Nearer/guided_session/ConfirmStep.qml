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

    component Yes: SoftButton {
        required property int seat
        required property string keyWords
        required property bool done

        width: Math.max(220, implicitWidth)
        height: Math.max(72, implicitHeight)
        enabled: !done
        Accessible.description: keyWords
        onClicked: root.session.press(seat)
    }

    Prompt {
        width: parent.width
        size: Theme.title
        text: root.session.title
    }

    Choices {
        width: parent.width
        // Left is where somebody sits, whatever way they read.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Yes {
            focus: true
            seat: Seat.Left
            keyWords: root.session.leftKeyWords
            text: root.session.leftYes
            done: root.session.confirmedLeft
        }
        Yes {
            seat: Seat.Right
            keyWords: root.session.rightKeyWords
            text: root.session.rightYes
            done: root.session.confirmedRight
        }
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("Nobody has to be right about it. Is something missing? Say it now, there is time.")
    }
}
