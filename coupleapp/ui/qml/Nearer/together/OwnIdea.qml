pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One idea of their own while it is written.
FocusScope {
    id: root

    required property OwnIdeasModel model
    required property QtObject tags
    required property string label
    required property string leftName
    required property string rightName

    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: root.width
        spacing: 14

        Field {
            id: field

            width: parent.width
            input.focus: true
            label: root.label
            onEdited: text => root.model.keepDraft(text)
            onAccepted: root.model.keep(field.text)
            Component.onCompleted: field.text = root.model.draft
        }

        WrittenBy {
            width: parent.width
            leftName: root.leftName
            rightName: root.rightName
            author: root.model.author
            onChosen: seat => root.model.writtenBy(seat)
        }

        Words {
            width: parent.width
            soft: true
            font.pixelSize: Theme.small
            text: qsTr("If you like, say a little about it. What you leave out fits every wish.")
        }

        IdeaTags {
            width: parent.width
            rows: root.tags
            spoken: qsTr("This idea: %1")
            chosen: root.model.tags
            onToggled: tag => root.model.tag(tag)
        }

        Trouble {
            width: parent.width
            text: root.model.trouble
        }

        Flow {
            width: parent.width
            spacing: 8

            SoftButton {
                text: qsTr("Keep this idea")
                onClicked: root.model.keep(field.text)
            }
            SoftButton {
                plain: true
                text: qsTr("Leave it")
                onClicked: root.model.cancel()
            }
        }
    }
}
