pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The plan as it lies there; each says yes with their own key.
Page {
    id: root

    required property SessionModel session
    required property NeedsModel needs
    required property TrialControls plan

    readonly property bool beside: root.width >= 760 * Theme.textScale

    centred: true
    widest: 900
    gap: 24

    component Side: Column {
        id: side

        required property int seat
        required property string who
        required property string will
        required property string honours

        width: both.half
        spacing: 8

        SeatMark {
            anchors.horizontalCenter: parent.horizontalCenter
            seat: side.seat
            size: 24
        }
        Prompt {
            width: parent.width
            size: Theme.large * 1.15
            text: qsTr("%1: I will %2").arg(side.who).arg(side.will)
        }
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            soft: true
            text: qsTr("What matters to %1 in it: %2").arg(side.who).arg(side.honours)
        }
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: qsTr("The plan: %1").arg(root.needs.topic)
    }

    Prompt {
        width: parent.width
        visible: text !== ""
        size: Theme.prompt
        text: root.needs.what
    }

    Prompt {
        width: parent.width
        size: root.needs.what === "" ? Theme.prompt : Theme.large
        text: root.needs.whenAndWhere
    }

    Grid {
        id: both

        readonly property real half: root.beside ? (width - columnSpacing) / 2 : width

        width: parent.width
        columns: root.beside ? 2 : 1
        columnSpacing: 40
        rowSpacing: 24
        // Left is where somebody sits, whatever way they read.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Side {
            seat: Seat.Left
            who: root.session.leftName
            will: root.needs.leftWill
            honours: root.needs.leftHonours
        }
        Side {
            seat: Seat.Right
            who: root.session.rightName
            will: root.needs.rightWill
            honours: root.needs.rightHonours
        }
    }

    FreeNo {
        width: parent.width
        text: root.needs.freeNo
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("You look at it again: %1. Until then it is a trial, and either of you may leave it at any time.").arg(root.needs.lookAgain)
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
            asks: root.needs.leftYes
            done: root.needs.yesLeft
            most: words.width
            onClicked: root.plan.confirm(seat)
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
            asks: root.needs.rightYes
            done: root.needs.yesRight
            most: words.width
            onClicked: root.plan.confirm(seat)
            onDoneChanged: {
                if (done && root.activeFocus)
                    atLeft.forceActiveFocus(Qt.TabFocusReason)
            }
        }
    }

    ParkQuestion {
        width: parent.width
        needs: root.needs
    }

    Choices {
        width: parent.width
        visible: !root.needs.parking

        SoftButton {
            plain: true
            text: qsTr("Change something")
            onClicked: root.plan.reopen()
        }
        ParkIt {
            needs: root.needs
        }
    }
}
