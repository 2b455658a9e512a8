pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Nearer
import Nearer.Models

// The two lights, two names, and a breath whenever they like; then what Nearer is and is not.
FocusScope {
    id: root

    required property FirstRunModel model
    required property AppModel app
    property bool breathing: false

    focus: true

    Connections {
        target: root.model

        function onReadingChanged() {
            (root.model.reading ? care : leftField.input).forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Light {
        light: "left"
        width: 900
        height: 900
        x: root.width - 620
        y: -420
        opacity: Theme.glow * 0.75
    }

    Light {
        light: "right"
        width: 900
        height: 900
        x: root.width - 420
        y: -240
        opacity: Theme.glow * 0.6
    }

    Page {
        id: names

        anchors.fill: parent
        visible: !root.model.reading && !root.breathing
        focus: visible
        gap: 24

        Column {
            width: parent.width
            spacing: 8

            PageTitle {
                text: qsTr("Good to see you both")
            }
            Words {
                width: parent.width
                soft: true
                text: qsTr("Sit side by side. The left half of the screen belongs to whoever sits on the left.")
            }
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
                input.focus: true
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
                onAccepted: onward.click()
            }
        }

        Column {
            width: parent.width
            spacing: 8

            Words {
                width: parent.width
                text: qsTr("In the evening a small window asks each of you for one appreciation. It waits quietly beside whatever you are doing.")
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
                        border.color: wanted.visualFocus ? Theme.focus : Theme.edge

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
                    onAccepted: onward.click()
                }
            }
        }

        Trouble {
            width: parent.width
            text: root.model.reading ? "" : root.model.trouble
        }

        Flow {
            width: parent.width
            spacing: 16

            SoftButton {
                id: onward

                emphasis: true
                text: qsTr("Go on")
                onClicked: root.model.goOn(leftField.text, rightField.text, evening.text, wanted.checked)
            }
            SoftButton {
                id: breathe

                height: 64
                text: qsTr("One breath first")
                onClicked: {
                    root.breathing = true;
                    enough.forceActiveFocus(Qt.TabFocusReason);
                }
            }
        }

        FromFile {
            app: root.app
            text: qsTr("We have a copy of our notebook …")
        }
    }

    Loader {
        anchors.fill: parent
        active: root.breathing
        sourceComponent: Item {
            TwoLights {
                anchors.centerIn: parent
                width: Math.min(parent.width, parent.height) * 0.8
                height: width
                counted: false
                growPercent: root.model.growPercent
                inMs: root.model.inMs
                outMs: root.model.outMs
            }
        }
    }

    SoftButton {
        id: enough

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        visible: root.breathing
        text: qsTr("That was good. Go on")
        Accessible.description: qsTr("An easy, small breath in, and a longer one out.")
        Keys.onEscapePressed: enough.click()
        onClicked: {
            root.breathing = false;
            leftField.input.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    FocusScope {
        id: care

        anchors.fill: parent
        visible: root.model.reading

        Page {
            id: card

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: ways.top
            focus: true
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
        Flow {
            id: ways

            readonly property real column: Math.min(Theme.column, parent.width - 2 * card.side)

            x: root.LayoutMirroring.enabled ? parent.width - card.side - column : card.side
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 24
            topPadding: 16
            width: column
            spacing: 16

            Trouble {
                width: parent.width
                visible: text !== ""
                text: root.model.trouble
            }
            SoftButton {
                emphasis: true
                text: qsTr("We have both read this")
                onClicked: root.model.begin()
            }
            SoftButton {
                plain: true
                height: 64
                text: qsTr("Back to the names")
                onClicked: root.model.backToNames()
            }
        }
    }
}
