pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

Page {
    id: root

    required property EveningModel model

    readonly property string stage: root.model.stage
    readonly property bool asks: root.stage === "ask" || root.stage === "return"
    readonly property real contentHeight: root.flickable.contentItem.childrenRect.height + 64

    focus: true
    gap: 18

    Keys.onEscapePressed: root.model.close()

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.large * 1.55
        text: root.stage === "return" ? qsTr("The time you chose") : root.stage === "ask" ? qsTr("A quiet moment?") : root.stage === "curtain" ? qsTr("For %1").arg(root.model.askedName) : root.stage === "write" ? qsTr("%1, one thing about %2").arg(root.model.askedName).arg(root.model.otherName) : root.stage === "both" ? qsTr("Both are here") : qsTr("For each other")
    }

    Words {
        width: parent.width
        visible: text !== ""
        soft: true
        text: root.stage === "return" ? qsTr("Go on together? Another time is fine, too.") : root.stage === "ask" ? qsTr("One thing you noticed today.") : root.stage === "curtain" ? qsTr("%1, please look away until it is sealed.").arg(root.model.otherName) : root.stage === "write" ? qsTr("For example: %1").arg(root.model.stem) : root.stage === "both" ? qsTr("Come close, and open them together.") : ""
    }

    WritingArea {
        id: sentence

        width: parent.width
        visible: root.stage === "write"
        lines: 2
        label: qsTr("One thing you appreciate")
        text: root.model.draft
        onEdited: text => root.model.keepDraft(text)
        onKeep: root.model.seal(sentence.text)
    }

    Connections {
        target: root.model

        function onStageChanged() {
            if (root.stage === "write") {
                sentence.text = root.model.draft;
                sentence.area.forceActiveFocus(Qt.TabFocusReason);
            } else {
                // A sealed sentence is not left where the other one writes.
                sentence.text = "";
            }
        }
    }

    Repeater {
        model: root.stage === "shown" ? [["left", root.model.leftName, root.model.leftWords], ["right", root.model.rightName, root.model.rightWords]] : []

        Column {
            id: given

            required property list<string> modelData

            width: parent ? parent.width : 0
            spacing: 4

            Row {
                spacing: 10

                SeatMark {
                    anchors.verticalCenter: parent.verticalCenter
                    seat: given.modelData[0]
                    size: 16
                }
                Words {
                    soft: true
                    text: given.modelData[1]
                }
            }
            Prompt {
                width: parent.width
                alignment: Text.AlignLeft
                size: Theme.large * 1.15
                text: given.modelData[2]
            }
        }
    }

    Trouble {
        width: parent.width
        text: root.model.trouble
    }

    Flow {
        width: parent.width
        spacing: 12

        SoftButton {
            visible: root.asks
            text: qsTr("Yes")
            onClicked: root.model.yes()
        }
        SoftButton {
            visible: root.asks
            text: qsTr("In half an hour")
            onClicked: root.model.later()
        }
        SoftButton {
            visible: root.asks
            text: root.stage === "return" ? qsTr("Not now") : qsTr("Not tonight")
            onClicked: root.model.notTonight()
        }
        SoftButton {
            visible: root.stage === "curtain"
            text: qsTr("I am alone with the screen")
            onClicked: root.model.openCurtain()
        }
        SoftButton {
            visible: root.stage === "write"
            enabled: sentence.text.trim() !== ""
            text: qsTr("Seal it")
            onClicked: root.model.seal(sentence.text)
        }
        SoftButton {
            visible: root.stage === "write"
            text: qsTr("I will say it aloud")
            onClicked: root.model.sayAloud()
        }
        SoftButton {
            visible: root.stage === "both"
            text: qsTr("Open both")
            onClicked: root.model.reveal()
        }
        SoftButton {
            visible: !root.asks
            text: root.stage === "shown" ? qsTr("Good night") : qsTr("Close for now")
            onClicked: root.model.close()
        }
    }
}
