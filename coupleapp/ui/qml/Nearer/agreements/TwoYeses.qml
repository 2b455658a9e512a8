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

    component Yes: OwnYes {
        required property string who

        asks: qsTr("%1 says yes").arg(who)
        said: qsTr("%1 has said yes").arg(who)
        most: root.width
        onClicked: root.said(seat)
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

            focus: true
            keycap: root.keys.left
            keyWords: root.keys.leftWords
            seat: Seat.Left
            who: root.leftName
            done: root.yesLeft
        }
        Yes {
            id: atRight

            keycap: root.keys.right
            keyWords: root.keys.rightWords
            seat: Seat.Right
            who: root.rightName
            done: root.yesRight
        }
    }
}
