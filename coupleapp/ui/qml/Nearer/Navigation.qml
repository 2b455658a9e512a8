pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Nearer
import Nearer.Models

// The ways from page to page.
Item {
    id: root

    required property AppModel app

    implicitHeight: flow.implicitHeight + 32

    component Word: T.AbstractButton {
        id: way

        property bool here: false

        implicitWidth: label.implicitWidth + 16
        implicitHeight: Math.max(44, label.implicitHeight + 16)
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: way.text
        Accessible.onPressAction: way.click()
        Keys.onReturnPressed: way.click()
        contentItem: Text {
            id: label

            text: way.text
            textFormat: Text.PlainText
            color: way.here ? Theme.ink : Theme.inkSoft
            font.family: Theme.sans
            font.pixelSize: Theme.small * 1.1
            font.weight: way.here ? Font.DemiBold : Font.Normal
            font.underline: way.hovered && !way.here
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }

        FocusFrame {
            shown: way.activeFocus && way.focusReason !== Qt.MouseFocusReason
            anchors.margins: 0
        }
    }

    component Way: Word {
        id: to

        required property int page
        required property string words

        here: root.app.lit === to.page
        text: to.words
        onClicked: root.app.go(to.page)
    }

    Flow {
        id: flow

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Math.max(16, Math.min(82, root.width * 0.08 - 8))
        anchors.rightMargin: anchors.leftMargin
        anchors.bottomMargin: 16
        spacing: 12

        Repeater {
            model: root.app.ways

            Way {}
        }

        Word {
            text: root.app.lock
            Accessible.description: qsTr("Control and L")
            onClicked: root.app.lockNow()
        }
    }
}
