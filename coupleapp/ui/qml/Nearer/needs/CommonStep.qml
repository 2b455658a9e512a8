pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What they share: every line both can say yes to, and what they add. With each, the two ovals
// come nearer; they stay in sight above the lists.
FocusScope {
    id: root

    required property SessionModel session
    required property NeedsModel needs
    required property BoardModel board
    required property TrialControls plan

    readonly property bool room: root.width >= 940 && root.height >= 600 && Theme.textScale < 1.4
    readonly property bool drawn: root.room && ((picture.item as NeedsBoard)?.whole ?? true)

    // Where the keyboard begins: the first line that can be chosen, else the field for a new one.
    readonly property Repeater first: atLeft.first ?? atRight.first

    focus: true

    component Yes: SoftButton {
        id: yes

        required property int index
        required property string needId
        required property string words
        required property string spoken
        required property bool both

        anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined
        width: parent ? Math.min(implicitWidth, parent.width) : 0
        implicitHeight: Math.max(44, implicitContentHeight + 18)
        padding: 9
        leftPadding: 20
        font.pixelSize: Theme.small * 1.1
        choice: true
        chosen: yes.both
        text: yes.words
        Accessible.description: yes.spoken
        onClicked: root.plan.mark(yes.needId, !yes.both)
    }

    component Side: Column {
        id: side

        required property int seat
        required property string who
        property alias core: inner.model
        property alias flexible: outer.model
        readonly property Repeater first: inner.count > 0 ? inner : outer.count > 0 ? outer : null

        width: sides.half
        spacing: 10

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: !root.drawn
            spacing: 12

            SeatMark {
                anchors.verticalCenter: parent.verticalCenter
                seat: side.seat
                size: 20
            }
            Words {
                font.weight: Font.DemiBold
                text: side.who
            }
        }

        Repeater {
            id: inner

            Yes {
                focus: index === 0 && root.first === inner
                Accessible.name: qsTr("%1: %2").arg(side.who).arg(words)
            }
        }
        Repeater {
            id: outer

            Yes {
                focus: index === 0 && root.first === outer
                Accessible.name: qsTr("%1: %2").arg(side.who).arg(words)
            }
        }
    }

    Loader {
        id: picture

        x: (root.width - width) / 2
        y: 16
        width: Math.min(root.width - 96, 1120)
        height: active ? Math.min(420, root.height * 0.46) : 0
        active: root.room
        visible: root.drawn
        sourceComponent: NeedsBoard {
            board: root.board
            chooses: true
            onPressed: (needId, both) => root.plan.mark(needId, both)
        }
    }

    Page {
        id: page

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: root.drawn ? picture.bottom : parent.top
        anchors.topMargin: root.drawn ? 12 : 0
        anchors.bottom: parent.bottom
        focus: true
        centred: true
        widest: 1000
        gap: 18

        Prompt {
            width: parent.width
            size: root.drawn ? Theme.large * 1.2 : Theme.prompt
            text: qsTr("What do you share?")
        }

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            soft: true
            text: qsTr("Choose every line that you both can say yes to. Add what is missing.")
        }

        Grid {
            id: sides

            readonly property bool beside: root.width >= 640 * Theme.textScale
            readonly property real half: sides.beside ? (width - columnSpacing) / 2 : width

            width: parent.width
            columns: sides.beside ? 2 : 1
            columnSpacing: 32
            rowSpacing: 24
            // Left is where somebody sits, whatever way they read.
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true

            Side {
                id: atLeft

                seat: Seat.Left
                who: root.session.leftName
                core: root.board.leftCore
                flexible: root.board.leftFlexible
            }
            Side {
                id: atRight

                seat: Seat.Right
                who: root.session.rightName
                core: root.board.rightCore
                flexible: root.board.rightFlexible
            }
        }

        FreeNo {
            width: parent.width
            text: root.needs.freeNo
        }

        SharedLines {
            id: added

            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, 640 * Theme.textScale)
            needs: root.needs
            plan: root.plan
            label: qsTr("Something you both want")
            button: qsTr("Add it")
            first: root.first === null
        }

        Choices {
            width: parent.width

            SoftButton {
                emphasis: true
                text: qsTr("Go on")
                onClicked: root.plan.goOn(added.began)
            }
            ParkIt {
                height: 64
                needs: root.needs
            }
        }
    }
}
