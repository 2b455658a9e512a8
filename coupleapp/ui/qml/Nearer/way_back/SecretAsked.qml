pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What opens a file is typed here: its passphrase, or the code of its sheet.
Column {
    id: root

    required property UnlockModel model
    required property bool asks
    required property string said

    visible: root.asks
    spacing: 16

    function findField() {
        if (passphrase.active)
            (passphrase.item as PassphraseAsked).secret.forceActiveFocus(Qt.TabFocusReason);
        else if (sheet.active)
            (sheet.item as SheetField).input.forceActiveFocus(Qt.TabFocusReason);
    }

    Connections {
        target: root.model

        function onWayChanged() {
            if (root.asks)
                Qt.callLater(root.findField);
        }
        function onTroubleChanged() {
            if (root.asks && root.model.trouble !== "")
                Qt.callLater(root.findField);
        }
    }

    Words {
        width: parent.width
        visible: root.model.trouble === ""
        text: root.said
        Accessible.role: Accessible.AlertMessage
    }
    Trouble {
        width: parent.width
        text: root.model.trouble
    }
    Loader {
        id: passphrase

        width: parent.width
        active: root.asks && root.model.way === UnlockModel.Passphrase
        visible: active
        sourceComponent: PassphraseAsked {
            model: root.model
        }
    }
    Loader {
        id: sheet

        width: parent.width
        active: root.asks && root.model.way === UnlockModel.Sheet
        visible: active
        sourceComponent: SheetField {
            label: qsTr("The code on your sheet")
            said: root.model.typed
            onEdited: text => root.model.look(text)
            onAccepted: root.model.give(text)
        }
    }
    Words {
        width: parent.width
        visible: text !== ""
        text: root.model.rests
    }
    Words {
        width: parent.width
        visible: text !== ""
        soft: true
        text: root.model.advice
    }
    Flow {
        width: parent.width
        spacing: 8

        SoftButton {
            enabled: !root.model.busy && root.model.rests === ""
            text: root.model.button
            onClicked: {
                if (passphrase.active)
                    root.model.give((passphrase.item as PassphraseAsked).text);
                else
                    root.model.give((sheet.item as SheetField).text);
            }
        }
        SoftButton {
            visible: text !== ""
            plain: true
            text: root.model.other
            onClicked: root.model.takeOtherWay()
        }
    }
}
