pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// When, where, and "I will ...".
FocusScope {
    id: root

    required property NextTalkModel model
    property bool onlyOne: false
    property alias topPadding: column.topPadding

    implicitHeight: column.implicitHeight
    focus: true

    function keep() {
        root.model.keep(when.day, when.time, place.text, will.text);
    }

    Column {
        id: column

        width: root.width
        spacing: 14

        Flow {
            width: parent.width

            DayAndTime {
                id: when

                width: Math.min(column.width, 486 * Theme.textScale)
                focus: true
                offered: root.model.days
                usual: root.model.time
                day: root.model.day
                onEdited: text => root.model.keepDraft("time", text)
                onDone: root.keep()
            }
        }

        Field {
            id: place

            width: parent.width
            label: qsTr("Where (if you like)")
            text: root.model.place
            onEdited: text => root.model.keepDraft("place", text)
            onAccepted: root.keep()
        }

        Field {
            id: will

            width: parent.width
            label: qsTr("We will … (if you like)")
            text: root.model.will
            onEdited: text => root.model.keepDraft("will", text)
            onAccepted: root.keep()
        }

        Flow {
            width: parent.width
            spacing: 12

            SoftButton {
                text: qsTr("It's a date")
                onClicked: root.keep()
            }
            SoftButton {
                visible: !root.onlyOne
                plain: true
                text: qsTr("Cancel")
                onClicked: root.model.cancel()
            }
        }
    }
}
