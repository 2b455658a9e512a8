pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What they breathe in their talks: slowly, or another rhythm once both have read the caution and
// said yes. Either can take it back, alone.
Column {
    id: root

    required property BreathModel breath

    spacing: 12

    Words {
        width: parent.width
        text: root.breath.talksWords
    }

    SoftButton {
        visible: text !== ""
        text: root.breath.wishWords
        onClicked: root.breath.wishForTalks()
    }

    Words {
        width: parent.width
        visible: root.breath.wished
        topPadding: 6
        font.weight: Font.Medium
        text: root.breath.askedWords
    }

    Words {
        width: parent.width
        visible: root.breath.askedHolds
        text: qsTr("Holding is not for everybody, and not needed to grow calm. If it feels tight, let the breath go.")
    }

    BreathCaution {
        width: parent.width
        visible: root.breath.wished
    }

    Flow {
        width: parent.width
        spacing: 12
        visible: root.breath.wished
        // Left is where somebody sits, whatever way they read.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        OwnYes {
            seat: Seat.Left
            asks: root.breath.leftYesWords
            done: root.breath.yesLeft
            most: parent.width
            onClicked: root.breath.sayYes(seat)
        }
        OwnYes {
            seat: Seat.Right
            asks: root.breath.rightYesWords
            done: root.breath.yesRight
            most: parent.width
            onClicked: root.breath.sayYes(seat)
        }
    }

    SoftButton {
        plain: true
        visible: text !== ""
        text: root.breath.slowWords
        onClicked: root.breath.slowInTalks()
    }
}
