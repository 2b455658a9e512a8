pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// A passphrase as it is, and a new one twice: whichever are asked for, one after the other.
FocusScope {
    id: root

    required property bool asksOld
    required property bool asksNew
    required property string oldLabel
    required property string newLabel
    readonly property string old: before.text
    readonly property string fresh: first.text
    readonly property string again: second.text

    signal finished

    implicitHeight: column.implicitHeight
    visible: root.asksOld || root.asksNew
    focus: visible

    component Secret: SecretField {
        unkept: text !== ""
        anchors.left: parent ? parent.left : undefined
        width: Math.min(parent ? parent.width : 0, 480 * Theme.displayScale)
        shown: show.chosen
    }

    Column {
        id: column

        width: parent.width
        spacing: 18

        Secret {
            id: before

            visible: root.asksOld
            input.focus: root.asksOld
            label: root.oldLabel
            onAccepted: {
                if (root.asksNew)
                    first.input.forceActiveFocus(Qt.TabFocusReason);
                else
                    root.finished();
            }
        }
        Secret {
            id: first

            visible: root.asksNew
            input.focus: root.asksNew && !root.asksOld
            label: root.newLabel
            onAccepted: second.input.forceActiveFocus(Qt.TabFocusReason)
        }
        Secret {
            id: second

            visible: root.asksNew
            label: qsTr("The same once more")
            onAccepted: root.finished()
        }
        SoftButton {
            id: show

            anchors.left: parent.left
            plain: true
            choice: true
            font.pixelSize: Theme.small
            text: qsTr("Show what I type")
            onClicked: show.chosen = !show.chosen
        }
    }
}
