pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One form of the lock. It is made when it opens and gone when it closes, with all that was typed.
FocusScope {
    id: root

    required property AppModel app
    required property LockModel model

    readonly property int form: root.model.form
    readonly property bool asksOld: root.form === LockModel.Change || root.form === LockModel.LetGo || (root.form === LockModel.Renew && root.model.hasPassphrase)
    readonly property bool asksNew: root.form === LockModel.Choose || root.form === LockModel.Change || root.form === LockModel.AfterSheet
    readonly property bool asksSheet: root.form === LockModel.Test

    implicitHeight: column.implicitHeight
    focus: true

    function finish() {
        if (root.asksSheet)
            root.model.test(sheet.text);
        else
            root.model.finish(typed.old, typed.fresh, typed.again);
    }

    Column {
        id: column

        width: parent.width
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
            asksOld: root.asksOld
            asksNew: root.asksNew
            oldLabel: qsTr("The passphrase you have now")
            newLabel: qsTr("The new one: a few words that both of you can say")
            onFinished: root.finish()
        }
        SheetField {
            id: sheet

            width: parent.width
            visible: root.asksSheet
            input.focus: root.asksSheet
            enabled: !root.model.busy
            label: qsTr("The code on your sheet")
            said: root.model.typed
            onEdited: text => root.model.look(text)
            onAccepted: root.finish()
        }
        Trouble {
            width: parent.width
            text: root.model.trouble
        }
        Words {
            width: parent.width
            visible: text !== ""
            font.weight: Font.Medium
            Accessible.role: Accessible.AlertMessage
            text: root.model.done
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
                visible: root.form === LockModel.Choose && !root.model.hasSheet
                height: 64
                text: qsTr("Make a sheet first")
                onClicked: root.app.go(AppModel.Sheet)
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
