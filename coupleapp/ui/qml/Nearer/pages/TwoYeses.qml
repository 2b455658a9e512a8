pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// A yes from each, with their own key; what is done is done when both are there.
Column {
    id: root

    required property string leftName
    required property string rightName
    required property bool yesLeft
    required property bool yesRight

    signal said(seat: string)

    spacing: 8

    component Yes: KeyButton {
        id: yes

        required property string seat
        required property string who
        required property bool done

        keyWorks: !done
        enabled: !done
        opacity: done ? 0.7 : 1
        label: done ? qsTr("%1 has said yes").arg(who) : qsTr("%1 says yes").arg(who)
        text: label
        onClicked: root.said(yes.seat)
    }

    onYesLeftChanged: {
        if (root.yesLeft && !root.yesRight)
            right.forceActiveFocus(Qt.TabFocusReason);
    }
    onYesRightChanged: {
        if (root.yesRight && !root.yesLeft)
            left.forceActiveFocus(Qt.TabFocusReason);
    }

    Flow {
        width: parent.width
        spacing: 16
        // Left is where somebody sits, whatever way they read.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Yes {
            id: left

            focus: true
            keycap: "F"
            tint: Theme.partnerLeft
            seat: "left"
            who: root.leftName
            done: root.yesLeft
        }
        Yes {
            id: right

            keycap: "J"
            tint: Theme.partnerRight
            seat: "right"
            who: root.rightName
            done: root.yesRight
        }
    }
}
