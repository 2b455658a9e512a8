pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The keys of a talk. Press one, then the key where it is to be.
Column {
    id: root

    required property KeysModel model

    spacing: 18

    component ChosenKey: KeyButton {
        id: chosen

        required property int which
        required property string words
        required property string spoken
        required keyWords

        text: words
        Accessible.name: spoken
        onClicked: root.model.change(chosen.which)
        onActiveFocusChanged: {
            if (!chosen.activeFocus)
                root.model.leaveAsItIs();
        }
        Component.onCompleted: root.model.listenTo(chosen)
    }

    component Side: Column {
        id: side

        required property string who
        required property color tint
        required property QtObject keys

        width: root.width
        spacing: 4

        Words {
            width: parent.width
            soft: true
            text: side.who
        }
        Flow {
            width: parent.width
            spacing: 8

            Repeater {
                model: side.keys

                ChosenKey {
                    tint: side.tint
                }
            }
        }
    }

    Flow {
        width: parent.width
        spacing: 12

        SoftButton {
            choice: true
            text: qsTr("With keys")
            chosen: root.model.on
            onClicked: root.model.switch(true)
        }
        SoftButton {
            choice: true
            text: qsTr("Without keys")
            chosen: !root.model.on
            onClicked: root.model.switch(false)
        }
    }

    Words {
        width: parent.width
        soft: true
        text: qsTr("Without them a slip on the keyboard does nothing. The buttons stay, and so do Tab, Return, Space and Esc.")
    }

    Words {
        width: parent.width
        visible: root.model.on
        text: root.model.hint
    }

    Column {
        width: parent.width
        visible: root.model.on
        spacing: 12

        Side {
            who: root.model.left
            tint: Theme.partnerLeft
            keys: root.model.leftKeys
        }
        Side {
            who: root.model.right
            tint: Theme.partnerRight
            keys: root.model.rightKeys
        }
        Side {
            who: qsTr("Either of you, or whose turn it is")
            tint: Theme.inkSoft
            keys: root.model.keysOfBoth
        }
    }

    Trouble {
        width: parent.width
        text: root.model.trouble
    }

    Flow {
        width: parent.width
        visible: root.model.on && root.model.moved

        SoftButton {
            text: qsTr("Put the keys back")
            onClicked: root.model.putBack()
        }
    }
}
