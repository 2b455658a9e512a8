pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// A theme of their own while it is written.
FocusScope {
    id: root

    required property OwnThemesModel model

    implicitHeight: column.implicitHeight

    function keep() {
        root.model.keep(name.text, intent.text);
    }

    Column {
        id: column

        width: root.width
        spacing: 14

        Field {
            id: name

            width: parent.width
            input.focus: true
            label: qsTr("A theme of your own")
            onEdited: text => root.model.keepDraft("title", text)
            onAccepted: root.keep()
            Component.onCompleted: name.text = root.model.title
        }

        Field {
            id: intent

            width: parent.width
            label: qsTr("What it is for, in one sentence")
            onEdited: text => root.model.keepDraft("intent", text)
            onAccepted: root.keep()
            Component.onCompleted: intent.text = root.model.intent
        }

        WrittenBy {
            width: parent.width
            leftName: root.model.leftName
            rightName: root.model.rightName
            author: root.model.author
            onChosen: seat => root.model.writtenBy(seat)
        }

        Trouble {
            width: parent.width
            text: root.model.trouble
        }

        Flow {
            width: parent.width
            spacing: 8

            SoftButton {
                text: qsTr("Keep this theme")
                onClicked: root.keep()
            }
            SoftButton {
                plain: true
                text: qsTr("Leave it")
                onClicked: root.model.cancel()
            }
        }
    }
}
