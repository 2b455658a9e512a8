pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What one keeps for themselves alone: the curtain, their own passphrase, then their lines.
FocusScope {
    id: root

    required property OwnPagesModel model
    required property OwnLinesModel lines
    required property HeldModel held
    property string editing: ""
    property string deleting: ""

    readonly property int stage: root.model.stage
    readonly property bool asking: root.stage === OwnPagesModel.Asked
    readonly property bool damaged: root.stage === OwnPagesModel.Damaged
    readonly property bool isOpen: root.stage === OwnPagesModel.Open
    readonly property bool hasForm: root.model.form !== OwnPagesModel.None
    readonly property bool showsLines: root.isOpen && !root.hasForm

    implicitHeight: column.implicitHeight

    onStageChanged: root.start()
    onHasFormChanged: root.start()

    function start() {
        root.editing = "";
        root.deleting = "";
        if (root.stage !== OwnPagesModel.Closed)
            root.forceActiveFocus(Qt.TabFocusReason);
    }

    Connections {
        target: root.lines

        function onChangedEntry() {
            root.editing = "";
        }
    }

    // What was begun where nothing can be written now.
    component Begun: Column {
        id: begun

        required property string text

        spacing: 6

        Words {
            width: parent.width
            soft: true
            font.pixelSize: Theme.small
            text: qsTr("Begun, and not kept yet")
        }
        Words {
            width: parent.width
            font.family: Theme.serif
            font.pixelSize: Theme.large
            text: begun.text
        }
    }

    Column {
        id: column

        width: parent.width
        spacing: 20

        Loader {
            width: parent.width
            active: root.stage === OwnPagesModel.Curtain
            visible: active
            focus: active
            sourceComponent: Column {
                topPadding: 32

                Curtain {
                    width: parent.width
                    focus: true
                    size: Theme.prompt
                    otherSize: Theme.body
                    emphasis: false
                    gap: 16
                    who: root.model.name
                    other: root.model.otherName
                    onAlone: root.model.openCurtain()
                    Component.onCompleted: forceActiveFocus(Qt.TabFocusReason)
                }
            }
        }

        // A field that is not asked for is not there: nothing of what was typed in it is, either.
        Loader {
            width: parent.width
            active: root.asking && !root.hasForm
            visible: active
            focus: active
            sourceComponent: OwnPassphraseAsked {
                model: root.model
            }
        }

        Loader {
            width: parent.width
            active: root.hasForm
            visible: active
            focus: active
            sourceComponent: OwnPassphraseForm {
                model: root.model
            }
        }

        Words {
            width: parent.width
            visible: text !== ""
            font.weight: Font.Medium
            Accessible.role: Accessible.AlertMessage
            text: root.model.done
        }

        Trouble {
            width: parent.width
            visible: text !== "" && !root.hasForm && !root.asking
            text: root.model.trouble
        }

        Loader {
            anchors.left: parent.left
            active: root.damaged && !root.hasForm
            visible: active
            focus: active
            sourceComponent: SoftButton {
                focus: true
                text: qsTr("Begin anew")
                onClicked: root.model.askForm(OwnPagesModel.Mend)
            }
        }

        Words {
            width: parent.width
            visible: text !== "" && root.showsLines
            font.weight: Font.Medium
            text: root.lines.sealWords
        }

        // Made anew for each: nothing that was typed stands in another's field.
        Loader {
            width: parent.width
            active: root.showsLines && root.lines.writes && !root.lines.bin
            visible: active
            focus: active
            sourceComponent: FocusScope {
                focus: true
                implicitHeight: writing.implicitHeight
                Component.onCompleted: forceActiveFocus(Qt.TabFocusReason)

                Connections {
                    target: root.lines

                    function onKeptChanged() {
                        fresh.text = "";
                    }
                }

                Column {
                    id: writing

                    width: parent.width
                    spacing: 20

                    WritingArea {
                        id: fresh

                        width: parent.width
                        focus: true
                        lines: 2
                        label: qsTr("A line for %1 alone").arg(root.model.name)
                        hint: qsTr("A line that is yours alone …")
                        text: root.lines.draft
                        onEdited: text => root.lines.keepDraft("", text)
                        onKeep: root.lines.write(fresh.text)
                    }
                    SoftButton {
                        anchors.left: parent.left
                        emphasis: true
                        text: qsTr("Keep it for myself")
                        onClicked: root.lines.write(fresh.text)
                    }
                }
            }
        }

        Begun {
            width: parent.width
            visible: root.showsLines && !root.lines.writes && text !== ""
            text: root.lines.draft
        }

        Trouble {
            width: parent.width
            visible: text !== "" && root.showsLines
            text: root.lines.trouble
        }

        Words {
            width: parent.width
            visible: text !== "" && root.showsLines
            topPadding: 16
            soft: true
            text: root.lines.empty
        }

        LeftAside {
            width: parent.width
            visible: text !== "" && root.showsLines
            text: root.lines.leftAside
        }

        Repeater {
            model: root.showsLines ? root.lines.entries : null

            NotebookEntry {
                width: parent ? parent.width : 0
                editing: root.editing === entryId
                deleting: root.deleting === entryId
                changes: root.lines.writes
                draft: editing ? root.lines.editDraft(entryId) : ""
                held: root.held
                onChangeAsked: root.editing = entryId
                onEdited: text => root.lines.keepDraft(entryId, text)
                onKept: text => root.lines.change(entryId, text)
                onLeftAsItWas: {
                    root.lines.keepDraft(entryId, "");
                    root.editing = "";
                }
                onRemoved: root.lines.remove(entryId)
                onTakenBack: root.lines.takeBack(entryId)
                onDeleteAsked: root.deleting = entryId
                onDeleted: {
                    root.deleting = "";
                    root.lines.erase(entryId);
                }
                onKeptAfterAll: root.deleting = ""
            }
        }

        Words {
            width: parent.width
            visible: text !== "" && root.showsLines
            soft: true
            text: root.lines.closedWords
        }

        Flow {
            width: parent.width
            visible: root.showsLines
            spacing: 8
            topPadding: 12

            SoftButton {
                visible: root.lines.bin
                text: qsTr("Back to your lines")
                onClicked: root.lines.showBin(false)
            }
            SoftButton {
                visible: root.lines.hasBin && !root.lines.bin
                plain: true
                font.pixelSize: Theme.small
                text: qsTr("The bin")
                onClicked: root.lines.showBin(true)
            }
            SoftButton {
                visible: !root.model.sealed
                plain: true
                font.pixelSize: Theme.small
                text: qsTr("Seal these with a passphrase of your own")
                onClicked: root.model.askForm(OwnPagesModel.Choose)
            }
            SoftButton {
                visible: root.lines.moreOpens
                plain: true
                font.pixelSize: Theme.small
                text: qsTr("Open them with the other one")
                onClicked: root.model.askAgain()
            }
            SoftButton {
                visible: !root.lines.writes
                plain: true
                font.pixelSize: Theme.small
                text: qsTr("Seal with yours again")
                onClicked: root.model.askForm(OwnPagesModel.Again)
            }
            SoftButton {
                visible: root.model.sealed && root.lines.writes
                plain: true
                font.pixelSize: Theme.small
                text: qsTr("Change your own passphrase")
                onClicked: root.model.askForm(OwnPagesModel.Change)
            }
            SoftButton {
                visible: root.model.sealed && root.lines.writes
                plain: true
                font.pixelSize: Theme.small
                text: qsTr("Do without it")
                onClicked: root.model.askForm(OwnPagesModel.LetGo)
            }
        }
    }
}
