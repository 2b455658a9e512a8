pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// What was just let go, and the way back.
Flow {
    id: root

    required property string what

    signal clicked

    visible: root.what !== ""
    spacing: 12

    onVisibleChanged: {
        if (root.visible)
            back.forceActiveFocus(Qt.TabFocusReason);
    }

    Words {
        width: Math.min(implicitWidth, root.width)
        height: Math.max(48, implicitHeight)
        verticalAlignment: Text.AlignVCenter
        soft: true
        text: qsTr("Let go: %1").arg(root.what)
    }
    SoftButton {
        id: back

        text: qsTr("Put it back")
        Accessible.name: qsTr("%1: %2").arg(text).arg(root.what)
        onClicked: root.clicked()
    }
}
