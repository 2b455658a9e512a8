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
        root.model.finish(typed.old, typed.fresh, typed.again);
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
        PassphraseFields {
            id: typed

            width: parent.width
            enabled: !root.model.busy
            asksOld: root.model.asksOld
            asksNew: root.model.asksNew
            oldLabel: qsTr("Your own passphrase as it is now")
            newLabel: qsTr("The new one: a few words that you alone know")
            onFinished: root.finish()
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
