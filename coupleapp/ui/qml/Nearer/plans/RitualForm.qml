pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// A ritual's name, its days and time, and what it means to them.
FocusScope {
    id: root

    required property OwnRitualsModel model

    implicitHeight: column.implicitHeight
    focus: true

    function keep() {
        root.model.keep(name.text, meaning.text, at.text);
    }

    Column {
        id: column

        width: root.width
        spacing: 14

        Field {
            id: name

            width: parent.width
            label: qsTr("What you call it")
            input.focus: true
            text: root.model.name
            onEdited: text => root.model.keepDraft("name", text)
            onAccepted: root.keep()
        }

        Flow {
            width: parent.width
            spacing: 8

            Repeater {
                model: root.model.weekdays

                SoftButton {
                    required property string modelData
                    required property int index

                    choice: true
                    font.pixelSize: Theme.small
                    leftPadding: 16
                    text: modelData
                    chosen: root.model.days.includes(String(index))
                    onClicked: root.model.toggleDay(index)
                }
            }
        }

        Flow {
            width: parent.width

            Field {
                id: at

                width: 150 * Theme.textScale
                label: qsTr("Time of day")
                text: root.model.time
                onEdited: text => root.model.keepDraft("time", text)
                onAccepted: root.keep()
            }
        }

        Field {
            id: meaning

            width: parent.width
            label: qsTr("What it means to you both")
            text: root.model.meaning
            onEdited: text => root.model.keepDraft("meaning", text)
            onAccepted: root.keep()
        }

        Flow {
            width: parent.width
            spacing: 12

            SoftButton {
                text: qsTr("Put it on the table")
                onClicked: root.keep()
            }
            SoftButton {
                plain: true
                text: qsTr("Cancel")
                onClicked: root.model.cancel()
            }
        }
    }
}
