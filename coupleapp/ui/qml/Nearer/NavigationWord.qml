pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Nearer

// A word that leads to another page.
T.AbstractButton {
    id: root

    property bool here: false
    property string mark: ""

    implicitWidth: label.implicitWidth + 16
    implicitHeight: Math.max(44, label.implicitHeight + 16)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.onPressAction: root.click()
    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    contentItem: Text {
        id: label

        text: root.mark === "" ? root.text : root.mark + "  " + root.text
        textFormat: Text.PlainText
        color: root.here ? Theme.ink : Theme.inkSoft
        font.family: Theme.sans
        font.pixelSize: Theme.small * 1.1
        font.weight: root.here ? Font.DemiBold : Font.Normal
        font.underline: root.hovered && !root.here
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }

    FocusFrame {
        shown: root.activeFocus && root.focusReason !== Qt.MouseFocusReason
        anchors.margins: 0
    }
}
