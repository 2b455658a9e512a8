pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Nearer
import Nearer.Models

// The rule card. Both hold their key, or their half of the screen, for two seconds.
Page {
    id: root

    required property SessionModel session
    required property bool leftKeyDown
    required property bool rightKeyDown

    readonly property bool both: leftPad.held && rightPad.held

    centred: true
    widest: 760
    gap: 22

    component Small: Words {
        width: parent ? parent.width : 0
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }

    component Pad: T.AbstractButton {
        id: pad

        required property int seat
        required property string who
        required property string keycap
        required property bool keyDown
        readonly property bool held: keyDown || down || checked

        checkable: true
        focusPolicy: Qt.StrongFocus
        implicitHeight: Math.max(150, words.implicitHeight + 40)
        text: qsTr("%1 agrees").arg(who)
        Accessible.role: Accessible.CheckBox
        Accessible.name: text
        Accessible.checkable: true
        Accessible.checked: pad.checked
        Accessible.onToggleAction: pad.toggle()
        Accessible.onPressAction: pad.toggle()
        Keys.onReturnPressed: pad.toggle()

        background: Rectangle {
            radius: 28
            color: Theme.surfaceRaised
            opacity: pad.held ? 1 : 0.55
            border.width: pad.held ? 3 : 1
            border.color: pad.held ? (pad.seat === Seat.Left ? Theme.partnerLeft : Theme.partnerRight) : Theme.line

            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.quick
                }
            }
        }

        contentItem: Item {
            implicitHeight: words.implicitHeight

            Column {
                id: words

                anchors.centerIn: parent
                width: parent.width - 24
                spacing: 10

                SeatMark {
                    anchors.horizontalCenter: parent.horizontalCenter
                    seat: pad.seat
                }
                Words {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    font.pixelSize: Theme.large
                    font.weight: Font.Medium
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    text: pad.who
                    Accessible.ignored: true
                }
                Small {
                    visible: pad.held
                    text: qsTr("ready")
                }
                Small {
                    visible: !pad.held
                    text: qsTr("hold %1, or press here").arg(pad.keycap)
                }
            }
        }

        FocusFrame {
            shown: pad.activeFocus && pad.focusReason !== Qt.MouseFocusReason
            radius: 32
        }
    }

    Prompt {
        width: parent.width
        size: Theme.title
        text: qsTr("Shall we?")
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: Theme.large
        text: qsTr("We speak calmly, each for ourselves.\nNobody is to blame.\nFirst we listen, then we answer.")
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("Either of you may pause or stop at any moment. No reason is asked.")
    }

    Flow {
        id: pads

        readonly property bool beside: width > 420 * Theme.textScale
        readonly property real half: beside ? (width - 24) / 2 : width

        width: parent.width
        spacing: 24
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Pad {
            id: leftPad

            width: pads.half
            focus: true
            seat: Seat.Left
            who: root.session.leftName
            keycap: root.session.leftKeycap
            keyDown: root.leftKeyDown
        }
        Pad {
            id: rightPad

            width: pads.half
            seat: Seat.Right
            who: root.session.rightName
            keycap: root.session.rightKeycap
            keyDown: root.rightKeyDown
        }
    }

    Rectangle {
        width: parent.width
        height: 6
        radius: 3
        color: Qt.alpha(Theme.line, 0.6)

        Rectangle {
            id: together

            height: parent.height
            radius: 3
            color: Theme.calm
            width: 0
        }

        NumberAnimation {
            target: together
            property: "width"
            from: 0
            to: pads.width
            duration: 2000
            running: root.both
            onFinished: root.session.agree()
            onRunningChanged: {
                if (!running)
                    together.width = 0;
            }
        }
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.small
        text: qsTr("Hold both keys together for two seconds.")
    }
}
