pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// A pack before it is taken in: whose it is, what it is for, what it would add.
FocusScope {
    id: root

    required property PacksModel model

    implicitHeight: card.implicitHeight + 64

    Rectangle {
        anchors.fill: parent
        radius: 24
        color: Theme.surfaceRaised
        border.width: 1
        border.color: Theme.line
    }

    Column {
        id: card

        x: 32
        y: 32
        width: parent.width - 64
        spacing: 12

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.large * 1.3
            text: root.model.title
        }
        Words {
            width: parent.width
            soft: true
            font.pixelSize: Theme.small
            text: root.model.byline
        }
        Words {
            width: parent.width
            topPadding: 8
            text: root.model.about
        }
        Words {
            width: parent.width
            text: root.model.adds
        }
        Column {
            width: parent.width
            topPadding: 4
            bottomPadding: 4
            spacing: 4

            Repeater {
                model: root.model.contents

                Words {
                    required property string modelData

                    width: parent ? parent.width : 0
                    soft: true
                    font.pixelSize: Theme.small
                    text: modelData
                }
            }
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: root.model.place
        }
        Trouble {
            width: parent.width
            text: root.model.whyNot
        }
        Flow {
            width: parent.width
            topPadding: 8
            spacing: 12

            SoftButton {
                visible: root.model.whyNot === ""
                focus: root.model.whyNot === ""
                text: qsTr("Take it in")
                Accessible.description: [root.model.title, root.model.byline, root.model.adds].join(". ")
                onClicked: root.model.takeIn()
            }
            SoftButton {
                focus: root.model.whyNot !== ""
                text: root.model.leaveWords
                Accessible.description: root.model.whyNot
                onClicked: root.model.closeLook()
            }
        }
    }
}
