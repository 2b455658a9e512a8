pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Nearer
import Nearer.Models

// What only both can do: each holds their key, or their half of the screen, for two seconds.
// Where somebody sits alone there is one half, and it is theirs.
FocusScope {
    id: root

    required property SessionModel session
    required property string leftWords
    required property string rightWords
    property bool compact: false

    readonly property bool leftReady: leftPad.held || root.session.alone === Seat.Right
    readonly property bool rightReady: rightPad.held || root.session.alone === Seat.Left

    signal held

    implicitHeight: column.implicitHeight

    component Small: Words {
        width: parent ? parent.width : 0
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.small
        // Air below the last line would put all of it above the middle.
        lineHeight: 1
        Accessible.ignored: true
    }

    component OneLine: Words {
        anchors.centerIn: parent
        width: parent ? parent.width - 24 : 0
        horizontalAlignment: Text.AlignHCenter
        lineHeight: 1
        maximumLineCount: 1
        elide: Text.ElideMiddle
        Accessible.ignored: true
    }

    component Pad: T.AbstractButton {
        id: pad

        required property int seat
        required property string who
        required property string holdWords
        required property string holdBriefly
        required property bool keyDown
        readonly property bool held: keyDown || down || checked

        width: pads.half
        visible: root.session.alone === Seat.Nobody || root.session.alone === seat
        checkable: true
        focusPolicy: Qt.StrongFocus
        implicitHeight: root.compact ? Math.max(48, Theme.body * 1.4 + 24) : Math.max(150, words.implicitHeight + 40)
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

            OneLine {
                visible: root.compact && pad.held
                text: qsTr("%1: ready").arg(pad.who)
            }
            OneLine {
                visible: root.compact && !pad.held
                text: qsTr("%1: %2").arg(pad.who).arg(pad.holdBriefly)
            }

            Column {
                id: words

                anchors.centerIn: parent
                width: parent.width - 24
                visible: !root.compact
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
                    text: pad.holdWords
                }
            }
        }

        FocusFrame {
            shown: pad.activeFocus && pad.focusReason !== Qt.MouseFocusReason
            radius: 32
        }
    }

    Column {
        id: column

        width: parent.width
        spacing: root.compact ? 10 : 22

        Flow {
            id: pads

            readonly property bool beside: (root.compact || width > 420 * Theme.textScale) && root.session.alone === Seat.Nobody
            readonly property real half: beside ? (width - spacing) / 2 : width

            width: parent.width
            spacing: root.compact ? 12 : 24
            // Left is where somebody sits, whatever way they read.
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true

            Pad {
                id: leftPad

                focus: visible
                seat: Seat.Left
                who: root.session.leftName
                holdWords: root.session.leftHoldWords
                holdBriefly: root.session.leftHoldBriefly
                keyDown: root.session.leftHeld
                text: root.leftWords
            }
            Pad {
                id: rightPad

                focus: !leftPad.visible
                seat: Seat.Right
                who: root.session.rightName
                holdWords: root.session.rightHoldWords
                holdBriefly: root.session.rightHoldBriefly
                keyDown: root.session.rightHeld
                text: root.rightWords
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
                running: root.leftReady && root.rightReady
                onFinished: root.held()
                onRunningChanged: {
                    if (!running)
                        together.width = 0;
                }
            }
        }
    }
}
