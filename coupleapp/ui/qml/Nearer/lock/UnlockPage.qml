pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What stands in the window while the notebook is closed: nothing of the couple is on it.
Page {
    id: root

    required property UnlockModel model

    anchors.fill: parent
    centred: true
    widest: 560 * Theme.displayScale
    gap: 20
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    backdrop: Item {
        anchors.fill: parent

        Light {
            light: "left"
            width: 900
            height: 900
            x: root.width / 2 - 620
            y: -460
            opacity: Theme.glow * 0.7
        }
        Light {
            light: "right"
            width: 900
            height: 900
            x: root.width / 2 - 280
            y: -460
            opacity: Theme.glow * 0.6
        }
    }

    function findField() {
        if (passphrase.active)
            (passphrase.item as PassphraseAsked).secret.forceActiveFocus(Qt.TabFocusReason);
        else if (sheet.active)
            (sheet.item as SheetField).input.forceActiveFocus(Qt.TabFocusReason);
        else
            open.forceActiveFocus(Qt.TabFocusReason);
    }

    Component.onCompleted: root.findField()

    Connections {
        target: root.model

        function onWayChanged() {
            root.findField();
        }
        function onTroubleChanged() {
            if (root.model.trouble !== "") {
                root.findField();
                // What is typed next takes its place; nothing is lost for who only mistyped.
                if (passphrase.active)
                    (passphrase.item as PassphraseAsked).secret.selectAll();
            }
        }
    }

    Prompt {
        width: parent.width
        size: Theme.title
        text: qsTr("Closed for now")
    }

    // One line, so that nothing below moves when something else has to be said.
    Words {
        width: parent.width
        visible: root.model.trouble === ""
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: 22 * Theme.displayScale
        text: root.model.words
    }
    Trouble {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: 22 * Theme.displayScale
        text: root.model.trouble
    }

    // A field that is not asked for is not there: nothing of what was typed in it is, either.
    Loader {
        id: passphrase

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, 420 * Theme.displayScale)
        active: root.model.way === UnlockModel.Passphrase
        visible: active
        sourceComponent: PassphraseAsked {
            model: root.model
        }
    }

    Loader {
        id: sheet

        width: parent.width
        active: root.model.way === UnlockModel.Sheet
        visible: active
        sourceComponent: SheetField {
            label: qsTr("The code on your sheet")
            said: root.model.typed
            onEdited: text => root.model.look(text)
            onAccepted: root.model.give(text)
        }
    }

    Choices {
        width: parent.width

        SoftButton {
            id: open

            emphasis: true
            enabled: !root.model.busy && root.model.rests === ""
            text: root.model.button
            onClicked: {
                if (passphrase.active)
                    root.model.give((passphrase.item as PassphraseAsked).text);
                else if (sheet.active)
                    root.model.give((sheet.item as SheetField).text);
                else
                    root.model.press();
            }
        }
    }

    Choices {
        width: parent.width
        gap: 8

        SoftButton {
            visible: root.model.again
            plain: true
            text: qsTr("Try again")
            onClicked: root.model.press()
        }
        SoftButton {
            visible: text !== ""
            plain: true
            text: root.model.other
            onClicked: root.model.takeOtherWay()
        }
        SoftButton {
            plain: true
            text: qsTr("Close Nearer")
            onClicked: root.model.quit()
        }
    }

    Item {
        width: parent.width
        height: Math.max(notes.implicitHeight, Theme.body * 6)

        Column {
            id: notes

            width: parent.width
            spacing: 8

            Words {
                width: parent.width
                visible: root.model.busy
                horizontalAlignment: Text.AlignHCenter
                soft: true
                text: qsTr("One moment …")
            }
            Words {
                width: parent.width
                visible: text !== ""
                horizontalAlignment: Text.AlignHCenter
                text: root.model.rests
            }
            Words {
                width: parent.width
                visible: text !== ""
                horizontalAlignment: Text.AlignHCenter
                soft: true
                text: root.model.advice
            }
        }
    }
}
