pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Nearer
import Nearer.Models

FocusScope {
    id: root

    required property FirstRunModel model
    required property AppModel app
    property bool cardRead: false

    focus: true

    Light {
        light: "left"
        width: 900
        height: 900
        x: root.width - 620
        y: -420
        opacity: Theme.glow * 0.45
    }

    Light {
        light: "right"
        width: 900
        height: 900
        x: root.width - 420
        y: -240
        opacity: Theme.glow * 0.4
    }

    Page {
        id: card

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: onward.top
        visible: !root.cardRead
        focus: visible
        gap: 24

        ReadingTitle {
            width: parent.width
            focus: true
            text: qsTr("Before you begin")
        }

        CareCard {
            width: parent.width
        }
    }

    // In sight however long the text is.
    FocusScope {
        id: onward

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: read.height + 44
        visible: !root.cardRead

        SoftButton {
            id: read

            readonly property real column: Math.min(Theme.column, parent.width - 2 * card.side)

            y: 20
            x: card.side + (root.LayoutMirroring.enabled ? column - width : 0)
            width: Math.min(implicitWidth, column)
            emphasis: true
            text: qsTr("We have both read this")
            onClicked: {
                root.cardRead = true;
                leftField.input.forceActiveFocus(Qt.TabFocusReason);
            }
        }
    }

    Page {
        anchors.fill: parent
        visible: root.cardRead
        focus: visible
        gap: 24

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.title
            text: qsTr("Who sits where?")
        }

        Words {
            width: parent.width
            soft: true
            text: qsTr("Sit side by side. The left half of the screen belongs to whoever sits on the left.")
        }

        Flow {
            id: pair

            readonly property bool beside: width > 520 * Theme.textScale

            width: parent.width
            spacing: 24
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true

            Field {
                id: leftField

                width: pair.beside ? (pair.width - 24) / 2 : pair.width
                label: qsTr("On the left sits")
                text: root.model.left
                tint: Theme.partnerLeft
                onEdited: text => root.model.keepDraft("left", text)
                onAccepted: rightField.input.forceActiveFocus(Qt.TabFocusReason)
            }

            Field {
                id: rightField

                width: leftField.width
                label: qsTr("On the right sits")
                text: root.model.right
                tint: Theme.partnerRight
                onEdited: text => root.model.keepDraft("right", text)
                onAccepted: begin.click()
            }
        }

        Words {
            width: parent.width
            topPadding: 8
            text: qsTr("In the evening, while Nearer is running, a small window asks each of you for one appreciation. It waits quietly beside whatever you are doing.")
        }

        Flow {
            width: parent.width
            spacing: 16

            CheckBox {
                id: wanted

                checked: true
                text: qsTr("Ask us in the evening, at")
                font.family: Theme.sans
                font.pixelSize: Theme.body
                height: evening.input.height
                Accessible.name: text

                contentItem: Words {
                    text: wanted.text
                    leftPadding: wanted.indicator.width + 8
                    verticalAlignment: Text.AlignVCenter
                    Accessible.ignored: true
                }

                indicator: Rectangle {
                    y: (wanted.height - height) / 2
                    width: 28
                    height: 28
                    radius: 8
                    color: wanted.checked ? Theme.accent : Theme.surfaceRaised
                    border.width: wanted.visualFocus ? 3 : 1
                    border.color: wanted.visualFocus ? Theme.focus : Theme.line

                    Text {
                        anchors.centerIn: parent
                        visible: wanted.checked
                        text: "✓"
                        color: Theme.accentInk
                        font.pixelSize: 18
                        Accessible.ignored: true
                    }
                }
            }

            Field {
                id: evening

                width: 140 * Theme.textScale
                label: ""
                input.Accessible.name: qsTr("Evening time")
                enabled: wanted.checked
                text: root.model.evening
                onAccepted: begin.click()
            }
        }

        Trouble {
            width: parent.width
            text: root.model.trouble
        }

        SoftButton {
            id: begin

            emphasis: true
            text: qsTr("Begin")
            onClicked: root.model.begin(leftField.text, rightField.text, evening.text, wanted.checked)
        }

        FromFile {
            app: root.app
            text: qsTr("We have a copy of our notebook …")
        }
    }
}
