pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What a damaged notebook still holds: kept or left, one by one or all at once.
Page {
    id: root

    required property SalvageModel model
    required property UnlockModel unlock

    gap: 20

    // The one that was answered is gone from the list.
    function goOn() {
        if (all.visible)
            all.forceActiveFocus(Qt.TabFocusReason);
        else if (asked.asks)
            asked.findField();
        else
            on.forceActiveFocus(Qt.TabFocusReason);
    }

    Component.onCompleted: Qt.callLater(root.goOn)

    Connections {
        target: root.model

        function onDoneChanged() {
            if (root.model.done !== "")
                Qt.callLater(root.goOn);
        }
        function onAnyChanged() {
            Qt.callLater(root.goOn);
        }
        function onAsksChanged() {
            Qt.callLater(root.goOn);
        }
    }

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.title
        text: qsTr("Still readable")
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: root.model.words
        Accessible.role: Accessible.AlertMessage
    }

    Trouble {
        width: parent.width
        text: root.model.trouble
    }

    Words {
        width: parent.width
        visible: text !== ""
        Accessible.role: Accessible.AlertMessage
        text: root.model.done
    }

    Words {
        width: parent.width
        visible: text !== "" && !root.model.asks
        text: root.model.closed
        Accessible.role: Accessible.AlertMessage
    }

    SecretAsked {
        id: asked

        width: parent.width
        asks: root.model.asks
        model: root.unlock
        said: root.model.closed
    }

    Words {
        width: parent.width
        visible: root.model.any
        soft: true
        text: qsTr("What you leave stays in the damaged file. Private lines are kept for whoever wrote them.")
    }

    Flow {
        width: parent.width
        spacing: 8

        SoftButton {
            id: all

            visible: root.model.any
            focus: root.model.any
            text: qsTr("Keep all of it")
            onClicked: root.model.keepAll()
        }
        SoftButton {
            visible: root.model.any
            plain: true
            text: qsTr("Leave the rest where it is")
            onClicked: root.model.leaveRest()
        }
        SoftButton {
            id: on

            visible: !root.model.any
            focus: !root.model.any
            text: qsTr("Go on")
            onClicked: root.model.leaveRest()
        }
    }

    Repeater {
        model: root.model.saved

        Column {
            id: saved

            required property string key
            required property string words
            required property string byline
            required property int seat

            width: parent ? parent.width : 0
            spacing: 6

            ContentView {
                width: parent.width
                words: saved.words
                byline: saved.byline
                seat: saved.seat
            }
            Flow {
                width: parent.width
                spacing: 8

                SoftButton {
                    text: qsTr("Keep")
                    Accessible.name: qsTr("Keep: %1").arg(saved.words)
                    onClicked: root.model.keep(saved.key)
                }
                SoftButton {
                    plain: true
                    text: qsTr("Leave it")
                    Accessible.name: qsTr("Leave it: %1").arg(saved.words)
                    onClicked: root.model.leaveOne(saved.key)
                }
            }
        }
    }

    Words {
        width: parent.width
        visible: text !== ""
        soft: true
        font.pixelSize: Theme.small
        wrapMode: Text.WrapAnywhere
        text: root.model.place
    }

    Item {
        width: 1
        height: 24
    }
}
