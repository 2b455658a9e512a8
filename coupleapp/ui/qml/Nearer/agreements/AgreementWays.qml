pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// On with an agreement, or out of it: either may, at any time. Nobody is asked why.
Column {
    id: root

    required property string what
    required property string first
    property bool emphasis: false
    property bool asking: false

    signal taken
    signal ended

    spacing: 4

    Flow {
        width: parent.width
        visible: !root.asking
        spacing: 12

        SoftButton {
            id: on

            emphasis: root.emphasis
            text: root.first
            Accessible.name: qsTr("%1: %2").arg(text).arg(root.what)
            onClicked: root.taken()
        }
        SoftButton {
            height: on.height
            plain: true
            font.pixelSize: Theme.small
            text: qsTr("Leave it")
            Accessible.name: qsTr("%1: %2").arg(text).arg(root.what)
            onClicked: {
                root.asking = true;
                ends.forceActiveFocus(Qt.TabFocusReason);
            }
        }
    }

    Words {
        width: parent.width
        visible: root.asking
        text: qsTr("Either of you may leave it, at any time, without a reason.")
    }

    Flow {
        width: parent.width
        visible: root.asking
        topPadding: 4
        spacing: 12

        SoftButton {
            id: ends

            text: qsTr("It ends here")
            onClicked: root.ended()
        }
        SoftButton {
            plain: true
            text: qsTr("We go on with it")
            onClicked: {
                root.asking = false;
                on.forceActiveFocus(Qt.TabFocusReason);
            }
        }
    }
}
