pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Nearer
import Nearer.Models

FocusScope {
    id: root

    required property NotebookModel model
    required property OwnPagesModel own
    required property OwnLinesModel lines
    required property HeldModel held
    property int seat: Seat.Nobody
    property string editing: ""
    property string deleting: ""

    readonly property bool shared: root.own.stage === OwnPagesModel.Closed
    readonly property bool writes: root.shared && root.model.view === NotebookModel.All

    focus: true

    Connections {
        target: root.model

        function onKeptChanged() {
            fresh.text = "";
        }

        function onChangedEntry() {
            root.editing = "";
        }
    }

    Page {
        anchors.fill: parent
        focus: true
        gap: 20

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.title
            text: qsTr("Notebook")
        }

        Flow {
            width: parent.width
            spacing: 8

            component View: SoftButton {
                required property int of

                width: Math.min(implicitWidth, parent.width)
                font.pixelSize: Theme.small
                leftPadding: 16
                chosen: root.shared && root.model.view === of
                choice: true
                onClicked: {
                    root.own.leave();
                    root.model.look(of);
                }
            }

            View {
                of: NotebookModel.All
                text: qsTr("Everything")
            }
            View {
                of: NotebookModel.Unseen
                text: qsTr("Unseen moments")
            }
            component Own: SoftButton {
                required property int whose

                width: Math.min(implicitWidth, parent.width)
                font.pixelSize: Theme.small
                leftPadding: 16
                chosen: root.own.seat === whose
                choice: true
                onClicked: root.own.ask(whose)
            }

            Own {
                whose: Seat.Left
                text: qsTr("For %1 alone").arg(root.model.leftName)
            }
            Own {
                whose: Seat.Right
                text: qsTr("For %1 alone").arg(root.model.rightName)
            }
        }

        OwnPages {
            width: parent.width
            visible: !root.shared
            model: root.own
            lines: root.lines
            held: root.held
        }

        WritingArea {
            id: fresh

            width: parent.width
            visible: root.writes
            focus: root.writes
            lines: 2
            label: qsTr("A new entry")
            hint: qsTr("A line to find again …")
            text: root.model.draft
            onEdited: text => root.model.keepDraft("", text)
            onKeep: root.model.write(fresh.text, root.seat)
        }

        WrittenBy {
            width: parent.width
            visible: root.writes
            leftName: root.model.leftName
            rightName: root.model.rightName
            author: root.seat
            onChosen: seat => root.seat = seat
        }

        SoftButton {
            anchors.left: parent.left
            emphasis: true
            visible: root.writes
            text: qsTr("Keep it")
            onClicked: root.model.write(fresh.text, root.seat)
        }

        Trouble {
            width: parent.width
            visible: text !== "" && root.shared
            text: root.model.trouble
        }

        Words {
            width: parent.width
            visible: text !== "" && root.shared
            topPadding: 24
            soft: true
            text: root.model.empty
        }

        LeftAside {
            width: parent.width
            visible: text !== "" && root.shared
            text: root.model.leftAside
        }

        Repeater {
            model: root.shared ? root.model.entries : null

            NotebookEntry {
                width: parent ? parent.width : 0
                held: root.held
                editing: root.editing === entryId
                deleting: root.deleting === entryId
                draft: editing ? root.model.editDraft(entryId) : ""
                onChangeAsked: root.editing = entryId
                onEdited: text => root.model.keepDraft(entryId, text)
                onKept: text => root.model.change(entryId, text)
                onLeftAsItWas: {
                    root.model.keepDraft(entryId, "");
                    root.editing = "";
                }
                onDeleteAsked: root.deleting = entryId
                onDeleted: root.model.remove(entryId)
                onKeptAfterAll: root.deleting = ""
            }
        }

        SoftButton {
            visible: root.shared && root.model.hasMore
            text: qsTr("Older entries")
            onClicked: root.model.more()
        }

        Item {
            width: 1
            height: 24
        }
    }
}
