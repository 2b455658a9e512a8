pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Nearer

// One press that leads somewhere, and says what is there now.
T.AbstractButton {
    id: root

    property string caption: ""
    required property string words
    property string note: ""
    // On a ground of its own, or on the page's.
    property bool card: false
    readonly property real inset: root.card ? 20 : 0

    implicitHeight: Math.max(56, inside.implicitHeight + topPadding + bottomPadding)
    leftPadding: root.inset
    rightPadding: root.inset
    topPadding: root.card ? 16 : 8
    bottomPadding: topPadding
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: [root.caption, root.words, root.note].filter(said => said !== "").join(", ")
    Accessible.onPressAction: root.click()
    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    contentItem: Item {
        Column {
            id: inside

            width: parent.width
            spacing: 4

            Words {
                width: parent.width
                visible: root.caption !== ""
                soft: true
                font.pixelSize: Theme.small
                text: root.caption
                Accessible.ignored: true
            }

            Text {
                width: parent.width
                text: root.words
                textFormat: Text.PlainText
                color: Theme.ink
                font.family: Theme.serif
                font.pixelSize: Theme.large
                font.features: ({ "lnum": 1 })
                font.underline: root.hovered
                wrapMode: Text.Wrap
                maximumLineCount: 3
                elide: Text.ElideRight
                Accessible.ignored: true
            }

            Words {
                width: parent.width
                visible: root.note !== ""
                soft: true
                font.pixelSize: Theme.small
                text: root.note
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: 20
        color: root.card ? Theme.surfaceRaised : "transparent"
        opacity: root.down ? 0.75 : 1
        border.width: root.card ? 1 : 0
        border.color: Theme.edge

        FocusFrame {
            shown: root.activeFocus && root.focusReason !== Qt.MouseFocusReason
            radius: parent.radius + 5
        }
    }
}
