pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Whose work Nearer stands on; a press shows the text of a licence, another hides it.
Page {
    id: root

    required property LicencesModel model

    gap: 14

    ReadingTitle {
        width: parent.width
        focus: true
        text: qsTr("Whose work it stands on")
    }

    Words {
        width: parent.width
        bottomPadding: 10
        text: qsTr("Many people gave their work away so that Nearer could be made. Thank you. Press a name to read its licence.")
    }

    Repeater {
        model: root.model.works

        Column {
            id: work

            required property int index
            required property string name
            required property string licence
            required property string source
            required property string text

            width: parent ? parent.width : 0
            spacing: 4

            // Some have no text of their own: it stands with another of their makers.
            Words {
                width: work.width
                visible: work.text === ""
                text: work.name
            }
            Flow {
                width: work.width
                visible: work.text !== ""

                SoftButton {
                    width: Math.min(implicitWidth, work.width)
                    text: work.name
                    choice: true
                    chosen: root.model.opened === work.index
                    onClicked: root.model.read(work.index)
                }
            }
            Words {
                width: work.width
                soft: true
                font.pixelSize: Theme.small
                wrapMode: Text.Wrap
                text: "%1\n%2".arg(work.licence).arg(work.source)
            }
            Loader {
                width: work.width
                active: root.model.opened === work.index
                visible: active

                sourceComponent: Words {
                    topPadding: 12
                    bottomPadding: 20
                    font.pixelSize: Theme.small
                    text: root.model.text
                }
            }
        }
    }

    Item {
        width: 1
        height: 24
    }
}
