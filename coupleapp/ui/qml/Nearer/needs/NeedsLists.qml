pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The board in words: two lists, side by side where there is room.
Item {
    id: root

    required property BoardModel board
    // Whether a screen reader has read the same before.
    property bool silent: false

    readonly property bool beside: root.width >= 560 * Theme.textScale
    readonly property real half: root.beside ? (root.width - grid.columnSpacing) / 2 : root.width

    implicitHeight: grid.implicitHeight
    // Left is where somebody sits, whatever way they read.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    component Ring: Column {
        id: ring

        required property string title
        required property string none
        property alias lines: repeater.model

        width: parent ? parent.width : 0
        spacing: 8

        Words {
            width: parent.width
            soft: true
            font.pixelSize: Theme.small
            text: ring.title
            Accessible.ignored: root.silent
        }

        Words {
            width: parent.width
            visible: repeater.count === 0
            soft: true
            text: ring.none
            Accessible.ignored: root.silent
        }

        Repeater {
            id: repeater

            Column {
                id: line

                required property string words
                required property string note
                required property string freeNo

                width: ring.width
                spacing: 2

                Words {
                    width: parent.width
                    font.family: Theme.serif
                    font.pixelSize: Theme.large
                    text: line.words
                    Accessible.description: line.freeNo
                    Accessible.ignored: root.silent
                }
                Words {
                    width: parent.width
                    visible: text !== ""
                    soft: true
                    font.pixelSize: Theme.small
                    text: line.note
                    Accessible.ignored: root.silent
                }
            }
        }
    }

    component Lists: Column {
        id: lists

        required property int seat
        required property string who
        property alias core: inner.lines
        property alias flexible: outer.lines

        width: root.half
        spacing: 16

        Row {
            spacing: 12

            SeatMark {
                anchors.verticalCenter: parent.verticalCenter
                seat: lists.seat
                size: 20
            }
            Words {
                font.weight: Font.DemiBold
                text: lists.who
                Accessible.ignored: root.silent
            }
        }

        Ring {
            id: inner

            title: qsTr("What matters most")
            none: qsTr("Left open tonight.")
        }
        Ring {
            id: outer

            title: qsTr("What can bend")
            none: qsTr("Left open tonight.")
        }
    }

    Grid {
        id: grid

        columns: root.beside ? 2 : 1
        columnSpacing: 48
        rowSpacing: 32

        Lists {
            seat: Seat.Left
            who: root.board.leftName
            core: root.board.leftCore
            flexible: root.board.leftFlexible
        }
        Lists {
            seat: Seat.Right
            who: root.board.rightName
            core: root.board.rightCore
            flexible: root.board.rightFlexible
        }
    }
}
