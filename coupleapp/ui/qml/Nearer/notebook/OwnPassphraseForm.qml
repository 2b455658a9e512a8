pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One's own passphrase is chosen, changed or let go. It is gone when it closes, with all that was
// typed.
FocusScope {
    id: root

    required property OwnPagesModel model

    implicitHeight: column.implicitHeight
    focus: true

    function finish() {
        root.model.finish(old.text, first.text, again.text);
    }

    component Secret: SecretField {
        anchors.left: parent ? parent.left : undefined
        width: Math.min(parent ? parent.width : 0, 480 * Theme.displayScale)
        shown: show.chosen
        enabled: !root.model.busy
    }

    Column {
        id: column

        width: parent.width
        topPadding: 16
        spacing: 18

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.title
            text: root.model.title
        }
        Words {
            width: parent.width
            text: root.model.words
        }
        Secret {
            id: old

            visible: root.model.asksOld
            input.focus: root.model.asksOld
            label: qsTr("Your own passphrase as it is now")
            onAccepted: {
                if (root.model.asksNew)
                    first.input.forceActiveFocus(Qt.TabFocusReason);
                else
                    root.finish();
            }
        }
        Secret {
            id: first

            visible: root.model.asksNew
            input.focus: root.model.asksNew && !root.model.asksOld
            label: qsTr("The new one: a few words that you alone know")
            onAccepted: again.input.forceActiveFocus(Qt.TabFocusReason)
        }
        Secret {
            id: again

            visible: root.model.asksNew
            label: qsTr("The same once more")
            onAccepted: root.finish()
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
        Trouble {
            width: parent.width
            text: root.model.trouble
        }
        Flow {
            width: parent.width
            spacing: 12
            enabled: !root.model.busy

            SoftButton {
                emphasis: true
                text: root.model.button
                onClicked: root.finish()
            }
            SoftButton {
                plain: true
                height: 64
                text: qsTr("Back")
                onClicked: root.model.cancel()
            }
        }
        Words {
            width: parent.width
            visible: root.model.busy
            soft: true
            text: qsTr("One moment …")
        }
    }
}
