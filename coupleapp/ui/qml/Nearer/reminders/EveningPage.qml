pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

Page {
    id: root

    required property EveningModel model

    readonly property int stage: root.model.stage
    readonly property real contentHeight: root.flickable.contentItem.childrenRect.height + 88

    focus: true
    gap: 18

    Keys.onEscapePressed: root.model.close()

    CopiedText {
        id: copied
    }

    // A key that belongs to what was here before does nothing on it.
    ReadingTitle {
        id: heading

        width: parent.width
        focus: true
        size: Theme.large * 1.55
        text: root.model.heading
    }

    Words {
        width: parent.width
        visible: text !== ""
        soft: true
        text: root.model.hint
    }

    WritingArea {
        id: sentence

        width: parent.width
        visible: root.stage === EveningModel.Write
        lines: 2
        label: qsTr("One thing you appreciate")
        text: root.model.draft
        onEdited: text => root.model.keepDraft(text)
        onKeep: root.model.seal(sentence.text)
    }

    Connections {
        target: root.model

        function onStageChanged() {
            copied.forget();
            if (root.stage === EveningModel.Write) {
                sentence.text = root.model.draft;
                sentence.area.forceActiveFocus(Qt.TabFocusReason);
            } else {
                // A sealed sentence is not left where the other one writes.
                sentence.text = "";
                heading.forceActiveFocus(Qt.TabFocusReason);
            }
        }
    }

    component Given: Column {
        id: given

        required property int seat
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
        seat: Seat.Left
        name: root.model.leftName
        words: root.model.leftWords
    }

    Given {
        seat: Seat.Right
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
            visible: root.stage === EveningModel.Kept
            text: qsTr("Go on to tonight")
            onClicked: root.model.goOn()
        }
        SoftButton {
            visible: root.stage === EveningModel.Curtain && root.model.mayLeft
            text: qsTr("%1 writes").arg(root.model.leftName)
            onClicked: root.model.write(Seat.Left)
        }
        SoftButton {
            visible: root.stage === EveningModel.Curtain && root.model.mayRight
            text: qsTr("%1 writes").arg(root.model.rightName)
            onClicked: root.model.write(Seat.Right)
        }
        SoftButton {
            visible: root.stage === EveningModel.Curtain && root.model.alone !== Seat.Nobody
            text: qsTr("%1 opens it now").arg(root.model.sealedBy)
            onClicked: root.model.reveal()
        }
        SoftButton {
            visible: root.stage === EveningModel.Write
            enabled: sentence.text.trim() !== ""
            text: qsTr("Seal it")
            onClicked: root.model.seal(sentence.text)
        }
        SoftButton {
            visible: root.stage === EveningModel.Write
            text: qsTr("I will say it aloud")
            onClicked: root.model.sayAloud()
        }
        SoftButton {
            visible: root.stage === EveningModel.Write
            plain: true
            text: qsTr("Another beginning")
            onClicked: root.model.otherBeginning()
        }
        SoftButton {
            visible: root.stage === EveningModel.Both
            text: qsTr("Open both")
            onClicked: root.model.reveal()
        }
        SoftButton {
            text: root.model.closeWords
            onClicked: root.model.close()
        }
    }
}
