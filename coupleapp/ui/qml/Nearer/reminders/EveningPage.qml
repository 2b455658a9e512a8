pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

Page {
    id: root

    required property EveningModel model

    readonly property string stage: root.model.stage
    readonly property real contentHeight: root.flickable.contentItem.childrenRect.height + 88

    focus: true
    gap: 18

    Keys.onEscapePressed: root.model.close()

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.large * 1.55
        text: {
            switch (root.stage) {
            case "kept":
                return qsTr("From last evening");
            case "curtain":
                return root.model.sealedBy === "" ? qsTr("One thing about each other") : qsTr("One is sealed");
            case "write":
                return qsTr("%1, one thing about %2").arg(root.model.askedName).arg(root.model.otherName);
            case "both":
                return qsTr("Both are here");
            default:
                return qsTr("For each other");
            }
        }
    }

    Words {
        width: parent.width
        visible: text !== ""
        soft: true
        text: {
            switch (root.stage) {
            case "kept":
                return qsTr("It waited for you both, and is in your notebook now.");
            case "curtain":
                if (root.model.alone !== "")
                    return qsTr("The evening is nearly over. The other may still write, %1 may open it now, or it waits until tomorrow.").arg(root.model.sealedBy);
                if (root.model.sealedBy !== "")
                    return qsTr("The other may write at any time tonight. If the evening stays short, %1’s words wait until tomorrow, then lie in your notebook.").arg(root.model.sealedBy);
                return qsTr("Whoever writes has the screen alone; the other looks away. You need not wait for each other.");
            case "write":
                return qsTr("For example: %1").arg(root.model.stem);
            case "both":
                return qsTr("Come close, and open them together.");
            default:
                return "";
            }
        }
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

    component Given: Column {
        id: given

        required property string seat
        required property string name
        required property string words

        width: parent ? parent.width : 0
        visible: given.words !== ""
        spacing: 4

        Row {
            spacing: 10

            SeatMark {
                anchors.verticalCenter: parent.verticalCenter
                seat: given.seat
                size: 16
            }
            Words {
                soft: true
                text: given.name
            }
        }
        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.large * 1.15
            text: given.words
        }
    }

    Given {
        seat: "left"
        name: root.model.leftName
        words: root.model.leftWords
    }

    Given {
        seat: "right"
        name: root.model.rightName
        words: root.model.rightWords
    }

    Trouble {
        width: parent.width
        text: root.model.trouble
    }

    Flow {
        width: parent.width
        spacing: 12

        SoftButton {
            visible: root.stage === "kept"
            text: qsTr("Go on to tonight")
            onClicked: root.model.goOn()
        }
        SoftButton {
            visible: root.stage === "curtain" && root.model.mayLeft
            text: qsTr("%1 writes").arg(root.model.leftName)
            onClicked: root.model.write("left")
        }
        SoftButton {
            visible: root.stage === "curtain" && root.model.mayRight
            text: qsTr("%1 writes").arg(root.model.rightName)
            onClicked: root.model.write("right")
        }
        SoftButton {
            visible: root.stage === "curtain" && root.model.alone !== ""
            text: qsTr("%1 opens it now").arg(root.model.sealedBy)
            onClicked: root.model.reveal()
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
            visible: root.stage === "write"
            plain: true
            text: qsTr("Another beginning")
            onClicked: root.model.otherBeginning()
        }
        SoftButton {
            visible: root.stage === "both"
            text: qsTr("Open both")
            onClicked: root.model.reveal()
        }
        SoftButton {
            text: root.stage === "shown" ? qsTr("Good night") : qsTr("Close for now")
            onClicked: root.model.close()
        }
    }
}
