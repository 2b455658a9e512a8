pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One writes behind the curtain. The time ends with a tone, and takes nothing out of the hand.
Page {
    id: root

    required property SessionModel session
    required property WritingControls writing

    centred: true
    widest: 760
    gap: 18

    Curtain {
        width: parent.width
        visible: root.session.curtain
        focus: root.session.curtain
        seat: root.session.asked
        who: root.session.askedName
        other: root.session.otherName
        onAlone: root.session.openCurtain()
    }

    Loader {
        id: open

        width: parent.width
        active: !root.session.curtain
        visible: active
        focus: active
        onLoaded: open.forceActiveFocus(Qt.TabFocusReason)
        sourceComponent: Column {
            spacing: root.gap

            Prompt {
                width: parent.width
                size: Theme.prompt
                text: root.session.title
            }

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                soft: true
                text: root.session.text
            }

            WritingArea {
                id: line

                width: parent.width
                focus: true
                lines: 5
                label: root.session.title
                text: root.writing.draft
                onEdited: text => {
                    root.writing.keepDraft(text);
                }
                onKeep: root.writing.finishWriting(line.text, true, true)
            }

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                soft: true
                font.pixelSize: Theme.small
                text: root.session.timeWords
            }

            Choices {
                width: parent.width

                SoftButton {
                    enabled: line.text.trim() !== ""
                    text: qsTr("Keep it for me")
                    onClicked: root.writing.finishWriting(line.text, true, true)
                }
                SoftButton {
                    enabled: line.text.trim() !== ""
                    text: qsTr("Put it into our notebook")
                    onClicked: root.writing.finishWriting(line.text, true, false)
                }
                SoftButton {
                    plain: true
                    text: root.writing.letGoWords
                    onClicked: root.writing.letGo()
                }
            }

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                soft: true
                font.pixelSize: Theme.small
                text: root.writing.keptWords
            }
        }
    }
}
