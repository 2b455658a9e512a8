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

    Repeater {
        id: fields

        model: root.composing.slots

        Column {
            id: field

            required property string title
            required property string example
            required property string words
            required property int index

            property alias writing: area.area

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
                hint: field.example
                text: field.words
                onEdited: text => {
                    root.composing.keep(field.index, text);
                    remark.below = field.index;
                }
                onKeep: root.composing.finish()
            }

            Loader {
                width: parent.width
                active: remark.below === field.index && root.composing.remark !== ""
                visible: active
                sourceComponent: Flow {
                    spacing: 12

                    Words {
                        height: Math.max(44, implicitHeight)
                        verticalAlignment: Text.AlignVCenter
                        soft: true
                        font.italic: true
                        text: root.composing.remark
                    }
                    SoftButton {
                        plain: true
                        implicitHeight: 44
                        font.pixelSize: Theme.small
                        text: qsTr("Leave it as it is")
                        onClicked: {
                            root.composing.ignore();
                            field.writing.forceActiveFocus(Qt.TabFocusReason);
                        }
                    }
                }
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
            emphasis: true
            text: qsTr("My words are found")
            onClicked: root.composing.finish()
        }
    }
}
