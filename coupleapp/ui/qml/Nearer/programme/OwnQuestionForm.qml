pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// A question of their own while it is written.
FocusScope {
    id: root

    required property OwnQuestionsModel model

    implicitHeight: column.implicitHeight

    function keep() {
        root.model.keep(question.text, softer.text, listener.text);
    }

    Column {
        id: column

        width: root.width
        spacing: 14

        Field {
            id: question

            width: parent.width
            input.focus: true
            label: qsTr("A question of your own for “%1”").arg(root.model.theme)
            onEdited: text => root.model.keepDraft("text", text)
            onAccepted: root.keep()
            Component.onCompleted: question.text = root.model.text
        }

        Field {
            id: softer

            width: parent.width
            label: qsTr("A softer form, if you like")
            onEdited: text => root.model.keepDraft("softer", text)
            onAccepted: root.keep()
            Component.onCompleted: softer.text = root.model.softer
        }

        Field {
            id: listener

            width: parent.width
            label: qsTr("What the listener may do, if you like")
            onEdited: text => root.model.keepDraft("listener", text)
            onAccepted: root.keep()
            Component.onCompleted: listener.text = root.model.listener
        }

        Words {
            width: parent.width
            topPadding: 4
            soft: true
            text: qsTr("How deep does it go? The deeper ones come a little later.")
        }

        Flow {
            width: parent.width
            spacing: 8

            Repeater {
                model: root.model.depths

                SoftButton {
                    required property string modelData
                    required property int index

                    font.pixelSize: Theme.small
                    leftPadding: 16
                    text: modelData
                    chosen: root.model.depth === index
                    choice: true
                    onClicked: root.model.choose(index)
                }
            }
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
                text: qsTr("Keep this question")
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
