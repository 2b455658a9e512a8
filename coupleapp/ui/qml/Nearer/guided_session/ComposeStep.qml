pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Five short slots. A gentle question now and then, which can be left alone.
Column {
    id: root

    required property SessionModel session
    required property ComposeControls composing

    spacing: 18

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("A sentence or two each; empty is fine. Only you see this now. It is for your voice, and is forgotten afterwards.")
    }

    Column {
        width: parent.width
        visible: root.composing.opening !== ""
        spacing: 4

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            soft: true
            font.pixelSize: Theme.small
            text: qsTr("If you like, begin like this")
        }
        SteadyPrompt {
            width: parent.width
            size: Theme.large
            italic: true
            text: root.composing.opening
            others: root.composing.openings
        }
        SoftButton {
            anchors.horizontalCenter: parent.horizontalCenter
            plain: true
            text: qsTr("Another way to begin")
            onClicked: root.composing.anotherOpening()
        }
    }

    Repeater {
        model: root.composing.slots

        Column {
            id: field

            required property string title
            required property string example
            required property string words
            required property string remark
            required property int index

            width: root.width
            spacing: 6

            Words {
                width: parent.width
                font.weight: Font.Medium
                text: field.title
            }

            WritingArea {
                id: area

                width: parent.width
                focus: field.index === 0
                lines: 1
                label: field.title
                hint: qsTr("For example: %1").arg(field.example)
                text: field.words
                onEdited: text => root.composing.keep(field.index, text)
                onKeep: root.composing.finish()
            }

            Flow {
                width: parent.width
                visible: field.remark !== ""
                spacing: 12

                Words {
                    width: Math.min(implicitWidth, parent.width)
                    height: Math.max(44, implicitHeight)
                    verticalAlignment: Text.AlignVCenter
                    soft: true
                    font.italic: true
                    text: field.remark
                }
                SoftButton {
                    plain: true
                    implicitHeight: 44
                    font.pixelSize: Theme.small
                    text: qsTr("Leave it as it is")
                    Accessible.description: field.title
                    onClicked: {
                        root.composing.ignore(field.index);
                        area.area.forceActiveFocus(Qt.TabFocusReason);
                    }
                }
            }
        }
    }

    Choices {
        width: parent.width

        SoftButton {
            emphasis: true
            text: qsTr("My words are found")
            onClicked: root.composing.finish()
        }
    }
}
