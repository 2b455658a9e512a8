pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// A copy that is looked at: what it is, what both may read in it. Nothing is changed here.
Page {
    id: root

    required property LookModel model
    required property UnlockModel unlock

    anchors.fill: parent
    gap: 20
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    function findControl() {
        if (asked.asks)
            asked.findField();
        else if (take.visible && !root.model.inside)
            inside.forceActiveFocus(Qt.TabFocusReason);
        else
            back.forceActiveFocus(Qt.TabFocusReason);
    }

    Component.onCompleted: root.findControl()
    Keys.onEscapePressed: root.model.back()

    Connections {
        target: root.model

        function onStageChanged() {
            Qt.callLater(root.findControl);
        }
    }

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.title
        text: qsTr("A copy of your notebook")
    }

    Words {
        width: parent.width
        soft: true
        font.pixelSize: Theme.small
        wrapMode: Text.WrapAnywhere
        text: root.model.file
    }

    Words {
        width: parent.width
        visible: root.model.stage === LookModel.Reading
        Accessible.role: Accessible.AlertMessage
        text: qsTr("Reading through it …")
    }

    Trouble {
        width: parent.width
        text: root.model.trouble
    }

    Column {
        width: parent.width
        visible: root.model.stage === LookModel.Known
        spacing: 6

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.large
            text: root.model.made
        }
        Words {
            width: parent.width
            text: root.model.holds
            Accessible.role: Accessible.AlertMessage
        }
    }

    // -- what opens it

    SecretAsked {
        id: asked

        width: parent.width
        asks: root.model.stage === LookModel.Locked
        model: root.unlock
        said: qsTr("It asks for the passphrase, or the sheet, that its notebook had at that time.")
    }

    // -- what can be done with it

    Words {
        width: parent.width
        visible: text !== ""
        font.weight: Font.Medium
        text: root.model.question
        Accessible.role: Accessible.AlertMessage
    }

    Flow {
        width: parent.width
        spacing: 8

        SoftButton {
            id: inside

            visible: root.model.stage === LookModel.Known && !root.model.inside
            text: qsTr("Look inside")
            onClicked: {
                root.model.lookInside();
                back.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        SoftButton {
            id: take

            visible: root.model.stage === LookModel.Known && root.model.question === ""
            text: qsTr("Take this one")
            onClicked: {
                root.model.askToTake();
                leave.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        SoftButton {
            visible: root.model.question !== ""
            text: qsTr("Yes, take it")
            Accessible.description: root.model.question
            onClicked: root.model.take()
        }
        SoftButton {
            id: leave

            visible: root.model.question !== ""
            plain: true
            text: qsTr("Leave it as it is")
            onClicked: {
                root.model.leaveIt();
                take.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        SoftButton {
            visible: root.model.asksEnvelope
            text: qsTr("Choose the file with its locks …")
            onClicked: dialog.setSource("EnvelopeDialog.qml", {
                model: root.model
            })
        }
        SoftButton {
            id: back

            plain: root.model.stage === LookModel.Known
            text: qsTr("Back")
            onClicked: root.model.back()
        }
    }

    Loader {
        id: dialog
    }

    // -- what is in it

    Words {
        width: parent.width
        visible: root.model.inside && root.model.stage === LookModel.Known
        soft: true
        text: qsTr("To be read, not to be changed. What each of you keeps alone is not shown.")
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: root.model.empty
    }

    // Above them: the list may be long.
    LeftAside {
        width: parent.width
        text: root.model.leftAside
    }

    Repeater {
        model: root.model.contents

        ContentView {
            width: parent ? parent.width : 0
        }
    }

    SoftButton {
        visible: root.model.hasMore
        text: qsTr("Show earlier ones")
        onClicked: root.model.more()
    }

    Item {
        width: 1
        height: 24
    }
}
