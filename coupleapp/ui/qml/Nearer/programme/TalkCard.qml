pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Nearer

// One kind of sitting: what it is called, how long it takes, what it is for.
T.AbstractButton {
    id: root

    required property string title
    required property string purpose
    required property string caution
    required property string length
    required property string depth
    required property string later
    required property string author

    implicitHeight: inside.implicitHeight + 32
    enabled: later === ""
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: title
    Accessible.description: [length, depth, author, purpose, caution, later].filter(words => words !== "").join(". ")
    Accessible.onPressAction: root.click()
    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    component Line: Words {
        width: parent ? parent.width : 0
        visible: text !== ""
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }

    background: Rectangle {
        radius: 20
        color: Theme.surfaceRaised
        opacity: root.down ? 0.75 : root.enabled ? 1 : 0.55
        border.width: 1
        border.color: root.hovered && root.enabled ? Theme.inkSoft : Theme.edge

        FocusFrame {
            radius: 25
            shown: root.activeFocus && root.focusReason !== Qt.MouseFocusReason
        }
    }

    contentItem: Item {
        Column {
            id: inside

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: 20
            anchors.rightMargin: 20
            anchors.top: parent.top
            anchors.topMargin: 16
            spacing: 4

            Text {
                width: parent.width
                text: root.title
                textFormat: Text.PlainText
                color: Theme.ink
                font.family: Theme.serif
                font.pixelSize: Theme.large
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            Line {
                soft: true
                text: root.length
            }
            Line {
                soft: true
                text: root.author
            }
            Line {
                topPadding: 4
                text: root.purpose
            }
            Line {
                font.italic: true
                text: root.caution
            }
            Line {
                text: root.later
            }
        }
    }
}
