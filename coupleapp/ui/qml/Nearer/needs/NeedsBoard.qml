pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The board: two ovals, what matters most inside, what can bend around it. With each thing they
// share they come a little nearer, like the two lights, and it lies where they overlap.
Item {
    id: root

    required property BoardModel board
    // Whether a line can be pressed, for both to say yes to it. A screen reader has the same as
    // buttons then; else it reads the board itself.
    property bool chooses: false

    readonly property real ovalWidth: Math.min(root.width * 0.5, root.height * 1.45)
    readonly property real ovalHeight: root.height - 20
    readonly property real apart: Math.min(root.width - root.ovalWidth, root.ovalWidth * 1.03)
    readonly property real near: root.ovalWidth * 0.56
    readonly property real between: root.apart + (root.near - root.apart) * root.shown
    // Smaller than this nobody reads it from where they sit.
    readonly property int smallest: 13
    readonly property real lens: Math.max(0, root.ovalWidth - root.between)

    property real shown: root.board.nearness

    // Whether every line is there to its last word. Where one is not, the board in words is shown.
    readonly property bool whole: root.cut === 0
    property int cut: 0

    signal pressed(needId: string, both: bool)

    // Left is where somebody sits, whatever way they read.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Behavior on shown {
        NumberAnimation {
            duration: Theme.slow * 1.5
            easing.type: Easing.InOutSine
        }
    }

    component Line: Text {
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        color: Theme.ink
        font.family: Theme.serif
        font.features: ({ "lnum": 1 })
        wrapMode: Text.Wrap
        elide: Text.ElideRight
        textFormat: Text.PlainText
        lineHeight: 0.94
        fontSizeMode: Text.Fit
        minimumPixelSize: root.smallest
        Accessible.role: Accessible.StaticText
        Accessible.ignored: root.chooses

        // What lies on the board; a line that has left its oval is not cut there.
        property bool lies: true
        readonly property bool isCut: lies && truncated

        onIsCutChanged: root.cut += isCut ? 1 : -1
        Component.onDestruction: root.cut -= isCut ? 1 : 0
    }

    // What both can say yes to has left its oval.
    component NeedLine: Line {
        id: needLine

        required property string needId
        required property string drawn
        required property string note
        required property string freeNo
        required property bool both
        property string place

        visible: !needLine.both
        lies: !needLine.both
        text: needLine.drawn
        Accessible.name: qsTr("%1: %2").arg(needLine.place).arg(needLine.drawn)
        Accessible.description: [needLine.note, needLine.freeNo].filter(part => part !== "").join(" ")

        Press {
            onTapped: root.pressed(needLine.needId, true)
        }
    }

    component Press: TapHandler {
        enabled: root.chooses
        gesturePolicy: TapHandler.ReleaseWithinBounds
        cursorShape: enabled ? Qt.PointingHandCursor : Qt.ArrowCursor
    }

    component Oval: Item {
        id: oval

        required property int seat
        required property color tint
        required property string who
        property alias core: inner.model
        property alias flexible: around.model

        readonly property bool round: oval.seat === Seat.Left
        // What is inside gives way to what is shared: the middle of what is left of the oval.
        readonly property real free: oval.width - root.lens
        readonly property real middle: oval.round ? oval.free / 2 : oval.width - oval.free / 2

        width: root.ovalWidth
        height: root.ovalHeight

        Light {
            anchors.centerIn: parent
            width: parent.width * 1.3
            height: parent.height * 1.3
            light: oval.round ? "left" : "right"
            opacity: Theme.glow * 0.45
        }

        BoardOutline {
            anchors.fill: parent
            seat: oval.seat
            tint: oval.tint
        }

        BoardOutline {
            id: heart

            x: oval.middle - width / 2
            y: (parent.height - height) / 2
            width: Math.min(parent.width * 0.62, oval.free - 36)
            height: parent.height * 0.5
            seat: oval.seat
            tint: oval.tint
            fill: 0.2
            stroke: Theme.contrast ? 3 : 1.5

            Column {
                anchors.centerIn: parent
                width: parent.width * 0.82
                spacing: 4

                Repeater {
                    id: inner

                    NeedLine {
                        place: qsTr("%1, what matters most").arg(oval.who)
                        width: parent ? parent.width : 0
                        height: Math.min(implicitHeight, heart.height * 0.9 / Math.max(1, inner.count) - 4)
                        font.pixelSize: Math.min(heart.height * 0.145, inner.count > 2 ? 21 : inner.count > 1 ? 24 : 30)
                    }
                }
            }
        }

        // Half of it above the heart, half below, nearest to it first.
        Repeater {
            id: around

            NeedLine {
                id: bend

                required property int index

                readonly property int aboves: Math.ceil(around.count / 2)
                readonly property bool above: bend.index < bend.aboves
                readonly property int row: bend.above ? bend.aboves - 1 - bend.index : bend.index - bend.aboves
                // A few have room for three lines each.
                readonly property bool few: around.count < 3
                readonly property real step: Math.min(bend.few ? 52 : 36, heart.y * 0.86 / Math.max(bend.few ? 1 : 2, bend.aboves))
                readonly property real oneLine: Math.min(18, bend.step * 0.66, root.ovalHeight * 0.05)
                // Smaller lines where there is room for them, before a word is cut.
                readonly property bool wraps: measure.advanceWidth > bend.width && bend.step >= 2 * root.smallest + 2
                // As wide as the oval is at the line's outer edge.
                readonly property real out: (Math.abs(2 * bend.y + bend.height - oval.height) + bend.height * 0.8) / oval.height
                readonly property real chord: oval.round ? Math.sqrt(Math.max(0.05, 1 - bend.out * bend.out)) : bend.out > 0.8 ? 0.76 : 0.88

                // Between its own edge and where the other oval begins.
                readonly property real from: Math.max(oval.round ? 0 : root.lens, oval.width * (1 - bend.chord) / 2)
                readonly property real to: Math.min(oval.width - (oval.round ? root.lens : 0), oval.width * (1 + bend.chord) / 2)

                place: qsTr("%1, what can bend").arg(oval.who)
                x: (bend.from + bend.to - width) / 2
                y: bend.above ? heart.y - 3 - bend.step * (bend.row + 1) : heart.y + heart.height + 3 + bend.step * bend.row
                width: Math.max(60, (bend.to - bend.from) * 0.94)
                height: bend.step
                maximumLineCount: bend.wraps ? Math.floor(bend.step / (root.smallest + 2)) : 1
                lineHeight: bend.wraps ? 0.94 : 1
                font.family: Theme.sans
                font.pixelSize: bend.wraps ? Math.min(bend.oneLine, 16) : bend.oneLine
                color: Theme.inkSoft

                TextMetrics {
                    id: measure

                    text: bend.drawn
                    font.family: Theme.sans
                    font.pixelSize: bend.oneLine
                }
            }
        }

        // The name lies on the line, as on the frame of a picture.
        Rectangle {
            x: oval.middle + (oval.round ? 0.25 : -0.25) * root.lens - width / 2
            anchors.verticalCenter: parent.bottom
            anchors.verticalCenterOffset: -1
            width: sign.implicitWidth + 32
            height: 36
            radius: 18
            color: Theme.surfaceRaised
            border.width: 1
            border.color: oval.tint

            Row {
                id: sign

                anchors.centerIn: parent
                spacing: 10

                SeatMark {
                    anchors.verticalCenter: parent.verticalCenter
                    seat: oval.seat
                    size: 16
                }
                Text {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, oval.width * 0.5)
                    text: oval.who
                    textFormat: Text.PlainText
                    elide: Text.ElideRight
                    color: Theme.ink
                    font.family: Theme.sans
                    font.weight: Font.Medium
                    font.pixelSize: 17
                    Accessible.ignored: true
                }
            }
        }
    }

    Oval {
        x: (root.width - root.between - width) / 2
        seat: Seat.Left
        who: root.board.leftName
        tint: Theme.partnerLeft
        core: root.board.leftCore
        flexible: root.board.leftFlexible
    }

    Oval {
        x: (root.width + root.between - width) / 2
        seat: Seat.Right
        who: root.board.rightName
        tint: Theme.partnerRight
        core: root.board.rightCore
        flexible: root.board.rightFlexible
    }

    Light {
        x: (root.width - width) / 2
        y: (root.ovalHeight - height) / 2
        width: root.lens * 1.7
        height: root.ovalHeight * 0.9
        light: "calm"
        opacity: Theme.glow * root.shown * 0.6
    }

    Column {
        x: (root.width - width) / 2
        y: (root.ovalHeight - height) / 2
        width: root.lens * 0.8
        visible: root.lens > 80
        spacing: 8

        Repeater {
            id: shared

            model: root.board.shared

            Line {
                id: common

                required property string lineId
                required property string words
                required property bool listed

                width: parent ? parent.width : 0
                height: Math.min(implicitHeight, root.ovalHeight * 0.8 / Math.max(1, shared.count) - 8)
                text: common.words
                Accessible.name: qsTr("What you share: %1").arg(common.words)
                font.pixelSize: shared.count > 1 ? 17 : 20

                Press {
                    enabled: root.chooses && common.listed
                    onTapped: root.pressed(common.lineId, false)
                }
            }
        }
    }
}
