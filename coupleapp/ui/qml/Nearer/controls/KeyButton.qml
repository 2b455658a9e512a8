pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Nearer

// A key and what it does; it can also be pressed. Without a key it is a button like any other.
T.AbstractButton {
    id: root

    required property string keycap
    property string keyWords: qsTr("Key %1").arg(root.keycap)
    property string label: text
    property bool keyWorks: true
    property color tint: Theme.inkSoft

    implicitWidth: row.implicitWidth + 14
    implicitHeight: Math.max(44, row.implicitHeight + 10)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.description: root.keyWords
    Accessible.onPressAction: root.click()
    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    contentItem: Item {
        Row {
            id: row

            anchors.centerIn: parent
            spacing: 9

            KeyCap {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.keycap !== ""
                // It stays where it is, so that no words stand there alone.
                opacity: root.keyWorks ? 1 : 0.4
                cap: root.keycap
                tint: root.tint
            }

            Text {
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== ""
                text: root.label
                textFormat: Text.PlainText
                color: Theme.inkSoft
                font.family: Theme.sans
                font.pixelSize: Theme.caption
                Accessible.ignored: true
            }
        }
    }

    background: Rectangle {
        radius: 12
        color: Theme.ink
        opacity: root.down ? 0.14 : root.hovered ? 0.07 : 0
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: 3
        visible: root.keycap === ""
        radius: 10
        color: "transparent"
        border.width: 1
        border.color: root.tint
    }

    FocusFrame {
        shown: root.activeFocus && root.focusReason !== Qt.MouseFocusReason
        anchors.margins: 0
        radius: 12
    }
}
