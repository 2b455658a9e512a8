pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
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
        Prompt {
            width: parent.width
            size: Theme.large
            italic: true
            text: root.composing.opening
        }
        SoftButton {
            anchors.horizontalCenter: parent.horizontalCenter
            plain: true
            text: qsTr("Another way to begin")
            onClicked: root.composing.anotherOpening()
        }
    }

    component Slot: Column {
        property TextArea writing
    }

    Repeater {
        id: fields

        model: root.composing.slots

        Slot {
            id: field

            required property string title
            required property string example
            required property string words
            required property int index

            writing: area.area
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
                onEdited: text => {
                    root.composing.keep(field.index, text);
                    remark.below = field.index;
                }
                onKeep: root.composing.finish()
            }

            Words {
                width: parent.width
                visible: remark.below === field.index && root.composing.remark !== ""
                soft: true
                font.italic: true
                text: root.composing.remark
            }
        }
    }

    QtObject {
        id: remark

        property int below: -1
    }

    Choices {
        width: parent.width

        SoftButton {
            height: 64
            visible: root.composing.remark !== ""
            text: qsTr("Leave it as it is")
            onClicked: {
                root.composing.ignore();
                (fields.itemAt(remark.below) as Slot).writing.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        SoftButton {
            emphasis: true
            text: qsTr("My words are found")
            onClicked: root.composing.finish()
        }
    }
}
