pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What it is about tonight; one thing, chosen together.
Page {
    id: root

    required property NeedsModel needs
    required property ListControls lists

    readonly property int own: root.lists.topics.length - 1
    property bool naming: root.needs.line !== ""

    centred: true
    widest: 900
    gap: 26

    Prompt {
        width: parent.width
        size: Theme.title
        text: qsTr("What is it about tonight?")
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: qsTr("One thing is enough. Choose it together; the others can wait.")
    }

    EvenChoices {
        width: parent.width
        most: 4

        Repeater {
            model: root.lists.topics

            SoftButton {
                required property string modelData
                required property int index

                focus: index === 0
                height: Math.max(64, implicitHeight)
                width: Math.max(implicitWidth, 200)
                text: modelData
                choice: index === root.own
                chosen: index === root.own && root.naming
                Accessible.description: root.lists.isTender(index) ? root.lists.freeNo : ""
                onClicked: {
                    if (index === root.own) {
                        root.naming = true;
                        words.input.forceActiveFocus(Qt.TabFocusReason);
                    } else {
                        root.lists.choose(index);
                    }
                }
            }
        }
    }

    NeedField {
        id: words

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, 520 * Theme.textScale)
        visible: root.naming
        needs: root.needs
        draft: "line"
        begun: root.needs.line
        label: qsTr("A few words of your own")
        onAccepted: root.lists.chooseOwn(words.text)
    }

    SoftButton {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.naming
        text: qsTr("This is it")
        onClicked: root.lists.chooseOwn(words.text)
    }

    Column {
        width: parent.width
        spacing: 4

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            soft: true
            font.pixelSize: Theme.small
            text: qsTr("With closeness and touch this stands beside every line:")
        }
        FreeNo {
            width: parent.width
            text: root.lists.freeNo
        }
    }
}
