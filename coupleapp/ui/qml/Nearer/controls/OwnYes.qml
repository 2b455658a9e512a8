pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One partner's word, given by their own key or a press. Once given it says so, and stays where it
// is: nothing comes under a hand that presses twice.
SoftButton {
    id: root

    required property int seat
    // Before and after; there is room for whatever stood here.
    required property string asks
    property string said: root.asks
    property bool done: false
    // What it is a word on, where several stand on one page.
    property string about: ""
    property string keycap: ""
    property string keyWords: ""
    property real most: Infinity

    readonly property color tint: root.seat === Seat.Left ? Theme.partnerLeft : Theme.partnerRight
    readonly property real longest: Math.max(asking.advanceWidth, saying.advanceWidth)
    property real room

    text: root.done ? root.said : root.asks
    enabled: !root.done
    opacity: 1
    implicitWidth: Math.max(220, leftPadding + sign.width + 12 + Math.ceil(root.room) + rightPadding)
    onLongestChanged: room = Math.max(room, longest)
    onFontChanged: room = longest
    Component.onCompleted: room = longest
    implicitHeight: Math.max(60, words.implicitHeight + topPadding + bottomPadding)
    width: Math.min(root.most, implicitWidth)
    height: implicitHeight
    Accessible.name: root.about === "" ? root.text : qsTr("%1: %2").arg(root.text).arg(root.about)
    Accessible.description: root.done ? qsTr("done") : root.keyWords

    TextMetrics {
        id: asking

        font: root.font
        text: root.asks
    }

    TextMetrics {
        id: saying

        font: root.font
        text: root.said
    }

    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: 12

            Item {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                width: Math.max(24, cap.implicitWidth)
                height: Math.max(24, cap.implicitHeight)

                KeyCap {
                    id: cap

                    anchors.centerIn: parent
                    visible: !root.done && root.keycap !== ""
                    cap: root.keycap
                    tint: root.tint
                }
                SeatMark {
                    anchors.centerIn: parent
                    visible: root.done || root.keycap === ""
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
                width: Math.min(Math.ceil(implicitWidth), root.availableWidth - sign.width - 12)
                text: root.text
                textFormat: Text.PlainText
                font: root.font
                color: root.done ? Theme.inkSoft : Theme.ink
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: Math.min(height / 2, 36)
        color: root.done ? "transparent" : Theme.surfaceRaised
        opacity: root.down ? 0.75 : root.hovered ? 0.92 : 1
        border.width: 1
        border.color: Theme.line

        FocusFrame {
            shown: root.activeFocus && root.focusReason !== Qt.MouseFocusReason
        }
    }
}
