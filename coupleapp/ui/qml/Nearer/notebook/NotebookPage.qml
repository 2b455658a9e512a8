pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Nearer
import Nearer.Models

FocusScope {
    id: root

    required property NotebookModel model
    property int seat: Seat.Nobody
    property string editing: ""
    property string deleting: ""

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

                font.pixelSize: Theme.small
                leftPadding: 16
                chosen: root.model.view === of
                choice: true
                onClicked: root.model.look(of)
            }

            View {
                of: NotebookModel.All
                text: qsTr("Everything")
            }
            View {
                of: NotebookModel.Unseen
                text: qsTr("Unseen moments")
            }
            View {
                of: NotebookModel.Left
                text: qsTr("For %1 alone").arg(root.model.leftName)
            }
            View {
                of: NotebookModel.Right
                text: qsTr("For %1 alone").arg(root.model.rightName)
            }
        }

        Loader {
            width: parent.width
            active: root.model.curtain
            visible: active
            sourceComponent: Column {
                topPadding: 32

                Curtain {
                    width: parent.width
                    size: Theme.prompt
                    otherSize: Theme.body
                    emphasis: false
                    gap: 16
                    who: root.model.viewName
                    other: root.model.otherName
                    onAlone: root.model.openCurtain()
                    Component.onCompleted: forceActiveFocus(Qt.TabFocusReason)
                }
            }
        }

        WritingArea {
            id: fresh

            width: parent.width
            visible: root.model.view === NotebookModel.All
            focus: true
            lines: 2
            label: qsTr("A new entry")
            hint: qsTr("A line you would like to find again …")
            text: root.model.draft
            onEdited: text => root.model.keepDraft("", text)
            onKeep: root.model.write(fresh.text, root.seat)
        }

        WrittenBy {
            width: parent.width
            visible: root.model.view === NotebookModel.All
            leftName: root.model.leftName
            rightName: root.model.rightName
            author: root.seat
            onChosen: seat => root.seat = seat
        }

        SoftButton {
            emphasis: true
            visible: root.model.view === NotebookModel.All
            text: qsTr("Keep it")
            onClicked: root.model.write(fresh.text, root.seat)
        }

        Trouble {
            width: parent.width
            text: root.model.trouble
        }

        Words {
            width: parent.width
            visible: text !== ""
            topPadding: 24
            soft: true
            text: root.model.empty
        }

        LeftAside {
            width: parent.width
            text: root.model.leftAside
        }

        Repeater {
            model: root.model.entries

            Column {
                id: entry

                required property string entryId
                required property string words
                required property string byline
                required property int seat

                width: parent ? parent.width : 0
                spacing: 8

                Rectangle {
                    width: parent.width
                    height: 1
                    color: Theme.line
                }

                Row {
                    spacing: 10

                    SeatMark {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: entry.seat !== Seat.Nobody
                        seat: entry.seat
                        size: 14
                    }

                    Words {
                        soft: true
                        font.pixelSize: Theme.small
                        text: entry.byline
                    }
                }

                Text {
                    width: parent.width
                    visible: root.editing !== entry.entryId
                    text: entry.words
                    textFormat: Text.PlainText
                    wrapMode: Text.Wrap
                    color: Theme.ink
                    font.family: Theme.serif
                    font.pixelSize: Theme.large
                    font.features: ({ "lnum": 1 })
                    lineHeight: 1.25
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }

                Loader {
                    width: parent.width
                    active: root.editing === entry.entryId
                    visible: active
                    sourceComponent: WritingArea {
                        label: qsTr("Change this entry")
                        text: root.model.editDraft(entry.entryId)
                        onEdited: text => root.model.keepDraft(entry.entryId, text)
                        onKeep: root.model.change(entry.entryId, text)
                        Component.onCompleted: area.forceActiveFocus(Qt.TabFocusReason)
                    }

                    id: editor
                }

                Words {
                    width: parent.width
                    visible: root.deleting === entry.entryId
                    soft: true
                    text: qsTr("It leaves the notebook at once. Copies from before still hold it for about half a year; in Settings, Copies can let go of it sooner.")
                }

                Flow {
                    width: parent.width
                    spacing: 8

                    SoftButton {
                        visible: root.editing === entry.entryId
                        text: qsTr("Keep the change")
                        onClicked: root.model.change(entry.entryId, (editor.item as WritingArea).text)
                    }
                    SoftButton {
                        visible: root.editing === entry.entryId
                        plain: true
                        text: qsTr("Leave it as it was")
                        onClicked: {
                            root.model.keepDraft(entry.entryId, "");
                            root.editing = "";
                        }
                    }
                    SoftButton {
                        visible: root.editing !== entry.entryId && root.deleting !== entry.entryId
                        plain: true
                        text: qsTr("Change")
                        font.pixelSize: Theme.small
                        onClicked: root.editing = entry.entryId
                    }
                    SoftButton {
                        visible: root.editing !== entry.entryId && root.deleting !== entry.entryId
                        plain: true
                        text: qsTr("Delete")
                        font.pixelSize: Theme.small
                        onClicked: root.deleting = entry.entryId
                    }
                    SoftButton {
                        visible: root.deleting === entry.entryId
                        text: qsTr("Delete for good")
                        onClicked: root.model.remove(entry.entryId)
                    }
                    SoftButton {
                        visible: root.deleting === entry.entryId
                        plain: true
                        text: qsTr("Keep it after all")
                        onClicked: root.deleting = ""
                    }
                }
            }
        }

        SoftButton {
            visible: root.model.hasMore
            text: qsTr("Older entries")
            onClicked: root.model.more()
        }

        Item {
            width: 1
            height: 24
        }
    }
}
