pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// Out of an agreement: either may, at any time. Nobody is asked why.
Flow {
    id: root

    required property string what
    property bool asking: false

    signal ended

    spacing: 8

    SoftButton {
        visible: !root.asking
        plain: true
        font.pixelSize: Theme.small
        text: qsTr("Leave it")
        Accessible.name: qsTr("%1: %2").arg(text).arg(root.what)
        onClicked: {
            root.asking = true;
            ends.forceActiveFocus(Qt.TabFocusReason);
        }
    }
    Words {
        visible: root.asking
        width: Math.min(implicitWidth, root.width)
        height: Math.max(48, implicitHeight)
        verticalAlignment: Text.AlignVCenter
        soft: true
        text: qsTr("Either of you may, at any time, without a reason.")
    }
    SoftButton {
        id: ends

        visible: root.asking
        text: qsTr("It ends here")
        onClicked: root.ended()
    }
    SoftButton {
        visible: root.asking
        plain: true
        text: qsTr("We go on with it")
        onClicked: root.asking = false
    }
}
