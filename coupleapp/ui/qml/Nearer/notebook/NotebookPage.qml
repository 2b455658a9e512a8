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
    property string deleting: ""
    // The line that was touched last: the keyboard is there again when the lines are read anew.
    property string at: ""

    readonly property bool shared: root.own.stage === OwnPagesModel.Closed
    readonly property bool binned: root.model.view === NotebookModel.Bin
    readonly property bool writes: root.shared && root.model.writing
    readonly property bool curtain: root.model.asked !== Seat.Nobody

    focus: true

    function look(view: int) {
        root.own.leave();
        root.deleting = "";
        root.at = "";
        root.model.look(view);
    }

    onCurtainChanged: (root.curtain ? hidden : book).forceActiveFocus(Qt.TabFocusReason)

    Connections {
        target: root.model

        function onWritingChanged() {
            if (!root.model.writing && !root.curtain)
                pen.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Page {
        id: hidden

        anchors.fill: parent
        visible: root.curtain
        centred: true

        Loader {
            width: parent.width
            active: root.curtain
            visible: active
            focus: true
            sourceComponent: Curtain {
                focus: true
                seat: root.model.asked
                who: root.model.askedName
                other: root.model.askedOther
                leaves: true
                onAlone: root.model.openCurtain()
                onDeclined: root.model.decline()
            }
        }
    }

    Page {
        id: book

        anchors.fill: parent
        visible: !root.curtain
        focus: true
        gap: 0
        widest: Theme.column + 200

        Item {
            width: parent.width
            height: Math.max(heading.implicitHeight, pen.height)

            PageTitle {
                id: heading

                anchors.left: parent.left
                width: parent.width - pen.width - 16
                text: root.model.title
            }
            SoftButton {
                id: pen

                anchors.right: parent.right
                anchors.verticalCenter: heading.verticalCenter
                visible: root.shared && !root.binned && !root.model.writing
                text: qsTr("+ Write")
                Accessible.name: qsTr("Write")
                onClicked: root.model.startWriting()
            }
        }

        Flow {
            width: parent.width
            topPadding: 8
            bottomPadding: 24
            leftPadding: -8
            spacing: 12

            Way {
                here: root.shared && root.model.view === NotebookModel.All
                text: qsTr("Everything")
                onClicked: root.look(NotebookModel.All)
            }
            Way {
                here: root.shared && root.model.view === NotebookModel.Unseen
                text: qsTr("Unseen moments")
                onClicked: root.look(NotebookModel.Unseen)
            }
            Way {
                here: root.own.seat === Seat.Left
                text: qsTr("For %1 alone").arg(Names.isolated(root.model.leftName))
                onClicked: root.ask(Seat.Left)
            }
            Way {
                here: root.own.seat === Seat.Right
                text: qsTr("For %1 alone").arg(Names.isolated(root.model.rightName))
                onClicked: root.ask(Seat.Right)
            }
        }

        OwnPages {
            width: parent.width
            visible: !root.shared
            model: root.own
            lines: root.lines
            held: root.held
        }

        Flow {
            width: parent.width
            visible: root.shared && root.model.hand !== Seat.Nobody
            bottomPadding: 24
            spacing: 16

            Words {
                width: Math.min(implicitWidth, parent.width)
                height: Math.max(48, implicitHeight)
                verticalAlignment: Text.AlignVCenter
                soft: true
                text: qsTr("%1 is here alone now.").arg(Names.isolated(root.model.handName))
            }
            SoftButton {
                text: qsTr("We are both here again")
                onClicked: root.model.putDown()
            }
        }

        // Made anew for each hand: nothing that was typed stands in another's field.
        Loader {
            id: fresh

            width: parent.width
            active: root.writes
            visible: active
            sourceComponent: NewLine {
                model: root.model
            }
        }

        Trouble {
            width: parent.width
            visible: text !== "" && root.shared
            bottomPadding: 16
            text: root.model.editing === "" && root.model.answering === "" ? root.model.trouble : ""
        }

        Words {
            width: parent.width
            visible: text !== "" && root.shared
            bottomPadding: 24
            soft: true
            text: root.model.binWords
        }

        Words {
            width: parent.width
            visible: text !== "" && root.shared
            topPadding: 24
            soft: true
            text: root.model.empty
        }

        Repeater {
            model: root.shared ? root.model.entries : null

            NotebookEntry {
                id: entry

                width: parent ? parent.width : 0
                held: root.held
                trouble: root.model.trouble
                editing: root.model.editing === entryId
                answering: root.model.answering === entryId
                deleting: root.deleting === entryId
                draft: editing ? root.model.editDraft(entryId) : ""
                begun: answering ? root.model.answerDraft(entryId) : ""
                onActiveFocusChanged: {
                    if (activeFocus)
                        root.at = entryId;
                }
                onChangeAsked: root.model.askChange(entryId)
                onAnswerAsked: root.model.askAnswer(entryId)
                onEdited: text => root.model.keepDraft(entryId, text)
                onAnswerEdited: text => root.model.keepAnswer(entryId, text)
                onKept: text => root.model.change(entryId, text)
                onAnswered: text => root.model.answer(entryId, text)
                onLeftAsItWas: {
                    root.model.keepDraft(entryId, "");
                    root.model.stop();
                }
                onClosed: root.model.stop()
                onFolded: root.model.fold(entryId)
                onUnfolded: root.model.unfold(entryId)
                onRemoved: root.model.remove(entryId)
                onTakenBack: root.model.takeBack(entryId)
                onOpened: root.model.openBinned(entryId)
                onDeleteAsked: root.deleting = entryId
                onDeleted: {
                    root.deleting = "";
                    root.model.erase(entryId);
                }
                onKeptAfterAll: root.deleting = ""
                Component.onCompleted: {
                    if (root.at === entryId && !root.model.writing)
                        forceActiveFocus(Qt.TabFocusReason);
                }
            }
        }

        LeftAside {
            width: parent.width
            visible: text !== "" && root.shared
            text: root.model.leftAside
        }

        Flow {
            width: parent.width
            visible: root.shared
            topPadding: 24
            bottomPadding: 24
            spacing: 16

            SoftButton {
                visible: root.model.hasMore
                text: qsTr("Older entries")
                onClicked: root.model.more()
            }
            SoftButton {
                visible: root.binned
                text: qsTr("Back to the notebook")
                onClicked: root.look(NotebookModel.All)
            }
            SoftButton {
                visible: root.model.hasBin && !root.binned
                plain: true
                font.pixelSize: Theme.small
                text: qsTr("The bin")
                onClicked: root.look(NotebookModel.Bin)
            }
        }
    }

    function ask(seat: int) {
        root.model.look(NotebookModel.All);
        root.own.ask(seat);
    }

    component Way: NavigationWord {
        width: Math.min(implicitWidth, parent ? parent.width : implicitWidth)
    }
}
