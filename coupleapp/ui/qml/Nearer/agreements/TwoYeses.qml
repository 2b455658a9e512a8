pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// A yes from each, with their own key; it is done when both are there.
FocusScope {
    id: root

    required property OwnKeys keys
    required property string leftName
    required property string rightName
    required property bool yesLeft
    required property bool yesRight

    signal said(seat: int)

    implicitHeight: flow.implicitHeight

    onYesLeftChanged: {
        if (root.yesLeft && !root.yesRight && root.activeFocus)
            atRight.forceActiveFocus(Qt.TabFocusReason);
    }
    onYesRightChanged: {
        if (root.yesRight && !root.yesLeft && root.activeFocus)
            atLeft.forceActiveFocus(Qt.TabFocusReason);
    }

    component Yes: KeyButton {
        id: yes

        required property int seat
        required property string who

        label: qsTr("%1 says yes").arg(who)
        text: label
        onClicked: root.said(yes.seat)
    }

    component Said: Row {
        id: said

        required property int seat
        required property string who

        height: Math.max(44, done.implicitHeight)
        leftPadding: 10
        rightPadding: 10
        spacing: 10

        SeatMark {
            anchors.verticalCenter: parent.verticalCenter
            seat: said.seat
            size: 16
        }
        Words {
            id: done

            anchors.verticalCenter: parent.verticalCenter
            font.pixelSize: Theme.caption
            text: qsTr("%1 has said yes").arg(said.who)
        }
    }

    Flow {
        id: flow

        width: parent.width
        spacing: 16
        // Left is where somebody sits, whatever way they read.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Yes {
            id: atLeft

            visible: !root.yesLeft
            focus: true
            keycap: root.keys.left
            keyWords: root.keys.leftWords
            tint: Theme.partnerLeft
            seat: Seat.Left
            who: root.leftName
        }
        Said {
            visible: root.yesLeft
            seat: Seat.Left
            who: root.leftName
        }
        Yes {
            id: atRight

            visible: !root.yesRight
            keycap: root.keys.right
            keyWords: root.keys.rightWords
            tint: Theme.partnerRight
            seat: Seat.Right
            who: root.rightName
        }
        Said {
            visible: root.yesRight
            seat: Seat.Right
            who: root.rightName
        }
    }
}
