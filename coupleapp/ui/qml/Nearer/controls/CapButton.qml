pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// A button that shows the key which presses it, too; a partner's own with their sign instead, where
// there is none, and once it is done.
SoftButton {
    id: root

    property int seat: Seat.Nobody
    property bool done: false
    property string keycap: ""
    property string keyWords: ""
    // How wide its words may become.
    property real room: words.implicitWidth

    readonly property color tint: root.seat === Seat.Left ? Theme.partnerLeft : root.seat === Seat.Right ? Theme.partnerRight : Theme.inkSoft
    readonly property bool marked: root.seat !== Seat.Nobody && (root.done || root.keycap === "")
    readonly property real beside: sign.visible ? sign.width + 12 : 0

    implicitWidth: leftPadding + root.beside + Math.ceil(root.room) + rightPadding
    implicitHeight: Math.max(60, words.implicitHeight + topPadding + bottomPadding)
    Accessible.description: root.keyWords

    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: 12

            Item {
                id: sign

                visible: root.marked || root.keycap !== ""
                anchors.verticalCenter: parent.verticalCenter
                width: Math.max(24, cap.implicitWidth)
                height: Math.max(24, cap.implicitHeight)

                KeyCap {
                    id: cap

                    anchors.centerIn: parent
                    visible: !root.marked
                    cap: root.keycap
                    tint: root.tint
                }
                SeatMark {
                    anchors.centerIn: parent
                    visible: root.marked
                    seat: root.seat
                    size: 24

                    Text {
                        anchors.centerIn: parent
                        visible: root.done
                        text: "✓"
                        color: Theme.surface
                        font.family: Theme.sans
                        font.pixelSize: 15
                        font.weight: Font.Bold
                        Accessible.ignored: true
                    }
                }
            }

            Text {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(Math.ceil(implicitWidth), root.availableWidth - root.beside)
                text: root.text
                textFormat: Text.PlainText
                font: root.font
                color: root.done ? Theme.inkSoft : Theme.ink
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
    }
}
