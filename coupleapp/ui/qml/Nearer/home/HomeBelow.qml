pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What was kept, and what comes.
Flow {
    id: root

    required property AppModel app
    required property HomeModel model
    required property bool low
    required property bool tight
    readonly property bool beside: width > 560 * Theme.textScale
    readonly property real half: beside ? (width - 48) / 2 : width

    spacing: root.low ? 16 : 48

    component Caption: Words {
        width: parent ? parent.width : 0
        soft: true
        font.pixelSize: Theme.small
        maximumLineCount: 1
        elide: Text.ElideRight
    }

    component Line: Words {
        width: parent ? parent.width : 0
        visible: text !== ""
        maximumLineCount: 2
        elide: Text.ElideRight
    }

    Column {
        width: root.half
        spacing: root.low ? 2 : 8

        Caption {
            text: qsTr("From your notebook")
        }
        Text {
            width: parent.width
            visible: root.model.quote !== ""
            text: qsTr("“%1”").arg(root.model.quote)
            textFormat: Text.PlainText
            color: Theme.ink
            font.family: Theme.serif
            font.pixelSize: root.low ? Theme.body : Theme.large
            font.italic: true
            lineHeight: 1.2
            wrapMode: Text.Wrap
            maximumLineCount: root.low ? 1 : 2
            elide: Text.ElideRight
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        Caption {
            text: root.model.quoteBy
        }
        Caption {
            visible: root.model.trying !== ""
            topPadding: root.low ? 4 : 8
            text: qsTr("You are trying")
        }
        Line {
            maximumLineCount: 1
            text: root.model.trying
        }
    }

    Column {
        width: root.half
        spacing: root.low ? 2 : 8

        Caption {
            text: qsTr("Coming up")
        }
        Line {
            text: root.model.resting
        }
        Line {
            visible: text !== "" && !root.tight && !(root.low && root.model.coming !== "")
            soft: true
            text: root.model.lastEvening
        }
        Line {
            visible: root.model.resting === ""
            text: root.model.tonight
        }
        Caption {
            visible: root.model.whileOpen && root.model.resting === "" && !root.low
            text: qsTr("It comes while this window stays open.")
        }
        Line {
            maximumLineCount: root.low ? 1 : 2
            text: root.model.coming
        }
        Flow {
            width: parent.width
            spacing: 8

            SoftButton {
                visible: root.model.resting !== ""
                text: qsTr("Begin again now")
                onClicked: root.model.wake()
            }
            SoftButton {
                visible: root.model.tonightOpen
                text: qsTr("An appreciation now")
                onClicked: root.model.openEvening()
            }
        }
    }
}
