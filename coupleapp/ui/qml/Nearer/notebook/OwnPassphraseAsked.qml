pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One's own passphrase, before one's own pages.
FocusScope {
    id: root

    required property OwnPagesModel model

    implicitHeight: column.implicitHeight
    focus: true

    Connections {
        target: root.model

        function onTroubleChanged() {
            if (root.model.trouble !== "") {
                line.input.forceActiveFocus(Qt.TabFocusReason);
                line.input.selectAll();
            }
        }
    }

    Column {
        id: column

        anchors.left: parent.left
        width: Math.min(parent.width, 480 * Theme.displayScale)
        topPadding: 16
        spacing: 14

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.large * 1.15
            text: qsTr("These pages are sealed, %1.").arg(root.model.name)
        }
        SecretField {
            id: line

            width: parent.width
            input.focus: true
            enabled: !root.model.busy
            shown: show.chosen
            label: qsTr("Your own passphrase")
            onAccepted: root.model.give(line.text)
        }
        Trouble {
            width: parent.width
            text: root.model.trouble
        }
        Words {
            width: parent.width
            visible: text !== ""
            soft: true
            text: root.model.rests
        }
        Words {
            width: parent.width
            visible: root.model.busy
            soft: true
            text: qsTr("One moment …")
        }
        Flow {
            width: parent.width
            spacing: 12

            SoftButton {
                emphasis: true
                enabled: !root.model.busy && root.model.rests === ""
                text: qsTr("Open")
                onClicked: root.model.give(line.text)
            }
            SoftButton {
                id: show

                plain: true
                choice: true
                height: 64
                font.pixelSize: Theme.small
                text: qsTr("Show what I type")
                onClicked: show.chosen = !show.chosen
            }
            SoftButton {
                visible: root.model.again
                plain: true
                height: 64
                font.pixelSize: Theme.small
                enabled: !root.model.busy
                text: qsTr("Back")
                onClicked: root.model.goBack()
            }
            SoftButton {
                visible: !root.model.again
                plain: true
                height: 64
                font.pixelSize: Theme.small
                enabled: !root.model.busy
                text: qsTr("I have forgotten it")
                onClicked: root.model.askForm(OwnPagesModel.Anew)
            }
        }
    }
}
