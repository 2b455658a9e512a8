pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One line of the book: its evening in the margin, the words, and beneath them quietly from whom.
// What can be done about it is there while it is looked at: by the pointer, a touch or the keyboard.
FocusScope {
    id: root

    required property string entryId
    required property string words
    required property string byline
    required property int seat
    required property string day
    required property string occasion
    required property int shown
    required property bool own
    required property bool others
    required property string earlier
    property bool editing: false
    property bool answering: false
    property bool deleting: false
    property bool showsEarlier: false
    property bool changes: true
    // What the fields show while it is changed, or something is written below it.
    property string draft
    property string begun
    required property HeldModel held
    property string trouble

    signal changeAsked
    signal answerAsked
    signal edited(text: string)
    signal answerEdited(text: string)
    signal kept(text: string)
    signal answered(text: string)
    signal leftAsItWas
    signal closed
    signal folded
    signal unfolded
    signal removed
    signal takenBack
    signal opened
    signal deleteAsked
    signal deleted
    signal keptAfterAll

    readonly property bool whole: root.shown === NotebookModel.Whole
    readonly property bool binned: root.shown === NotebookModel.Binned
    readonly property bool quiet: !root.whole && !root.binned
    readonly property bool looked: pointer.hovered || root.activeFocus
    readonly property bool busy: root.editing || root.answering || root.deleting
    readonly property bool narrow: root.width < 520 * Theme.textScale
    readonly property real margin: root.narrow ? 0 : 136 * Math.min(Theme.textScale, 1.5)
    readonly property real above: root.day === "" ? 0 : 24

    // What it took while it was whole: nothing else comes under the pointer when it goes.
    property real taken: 0

    implicitHeight: Math.max(page.y + page.implicitHeight, root.narrow || !evening.visible ? 0 : evening.y + evening.implicitHeight + 16, root.quiet ? root.taken : 0)
    onHeightChanged: {
        if (!root.quiet && !root.busy)
            root.taken = root.height;
    }

    onEditingChanged: root.stay()
    onAnsweringChanged: root.stay()
    onShownChanged: root.stay()

    function stay() {
        if (root.activeFocus && !root.editing && !root.answering)
            line.forceActiveFocus(Qt.TabFocusReason);
    }

    HoverHandler {
        id: pointer
    }

    // The thread that holds an evening's lines together.
    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: root.margin + 24
        visible: !root.narrow
        y: root.above
        width: 1
        height: parent.height - y
        color: Theme.line
    }

    SeatMark {
        anchors.left: parent.left
        anchors.leftMargin: root.narrow ? 0 : root.margin + 24 - width / 2
        visible: root.seat !== Seat.Nobody && !root.editing
        y: page.y + (said.font.pixelSize * said.lineHeight - height) / 2 + 2
        seat: root.seat
        size: 13
    }

    EveningMargin {
        id: evening

        anchors.left: parent.left
        y: root.above + 6
        width: root.narrow ? root.width : root.margin
        alignment: root.narrow ? Text.AlignLeft : Text.AlignRight
        day: root.day
        occasion: root.occasion
    }

    FocusFrame {
        anchors.fill: page
        anchors.margins: -7
        anchors.bottomMargin: 6
        shown: line.activeFocus && !line.touched
        radius: 16
    }

    Column {
        id: page

        anchors.left: parent.left
        anchors.leftMargin: root.narrow ? 0 : root.margin + 56
        anchors.right: parent.right
        y: root.narrow && evening.visible ? evening.y + evening.implicitHeight + 8 : root.above

        Item {
            id: line

            property bool touched: false

            width: parent.width
            height: said.implicitHeight
            visible: !root.editing
            focus: true
            activeFocusOnTab: true
            onActiveFocusChanged: line.touched = false
            Accessible.role: Accessible.StaticText
            Accessible.name: [root.words, root.byline].filter(part => part !== "").join(", ")
            Accessible.focusable: true

            TapHandler {
                onTapped: {
                    line.forceActiveFocus(Qt.MouseFocusReason);
                    line.touched = true;
                }
            }

            Text {
                id: said

                width: parent.width
                leftPadding: root.narrow && root.seat !== Seat.Nobody ? 24 : 0
                text: root.words
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                color: root.quiet ? Theme.inkSoft : Theme.ink
                font.family: root.quiet ? Theme.sans : Theme.serif
                font.pixelSize: root.quiet ? Theme.body : Theme.large * 1.08
                font.features: ({ "lnum": 1 })
                lineHeight: 1.35
                horizontalAlignment: Text.AlignLeft
                Accessible.ignored: true
            }
        }

        Loader {
            id: editor

            width: parent.width
            active: root.editing
            visible: active
            sourceComponent: WritingArea {
                label: qsTr("Change this entry")
                text: root.draft
                onEdited: text => root.edited(text)
                onKeep: root.kept(text)
                Component.onCompleted: area.forceActiveFocus(Qt.TabFocusReason)
            }
        }

        Words {
            width: parent.width
            visible: root.showsEarlier && root.earlier !== ""
            topPadding: 8
            soft: true
            text: root.earlier
        }

        Flow {
            // Nearer to the words that it belongs to than to those that come next.
            topPadding: -12
            bottomPadding: 4
            width: parent.width
            spacing: 16

            Words {
                width: Math.min(implicitWidth, parent.width)
                height: Math.max(48, implicitHeight)
                visible: text !== "" && !root.editing
                verticalAlignment: Text.AlignVCenter
                soft: true
                font.pixelSize: Theme.small
                text: root.whole || root.binned || root.shown === NotebookModel.Folded ? root.byline : ""
                Accessible.ignored: true
            }

            Row {
                height: 48
                visible: root.looked && !root.busy

                Deed {
                    visible: root.whole && root.others
                    text: qsTr("Answer below")
                    onClicked: root.answerAsked()
                }
                Deed {
                    visible: root.whole && root.others
                    text: qsTr("Fold away")
                    onClicked: root.folded()
                }
                Deed {
                    visible: root.shown === NotebookModel.Folded
                    text: qsTr("Unfold")
                    onClicked: root.unfolded()
                }
                Deed {
                    visible: root.whole && root.earlier !== ""
                    choice: true
                    chosen: root.showsEarlier
                    text: qsTr("What it said before")
                    onClicked: root.showsEarlier = !root.showsEarlier
                }
                Deed {
                    visible: root.whole && root.own && root.changes
                    text: qsTr("Change")
                    onClicked: root.changeAsked()
                }
                Deed {
                    visible: root.whole && root.own
                    text: qsTr("Delete")
                    onClicked: root.removed()
                }
            }

            Row {
                height: 48
                leftPadding: root.binned ? 0 : -8
                visible: !root.busy && (root.shown === NotebookModel.Gone || root.binned || root.shown === NotebookModel.Closed)

                Deed {
                    visible: root.shown === NotebookModel.Gone || root.binned
                    text: qsTr("Take it back")
                    onClicked: root.takenBack()
                }
                Deed {
                    visible: root.shown === NotebookModel.Closed && root.own
                    text: qsTr("Look at it")
                    onClicked: root.opened()
                }
                Deed {
                    visible: root.binned
                    text: qsTr("Delete for good")
                    onClicked: root.deleteAsked()
                }
            }
        }

        Loader {
            id: reply

            width: parent.width
            active: root.answering
            visible: active
            sourceComponent: WritingArea {
                lines: 2
                label: qsTr("Below this line")
                text: root.begun
                onEdited: text => root.answerEdited(text)
                onKeep: root.answered(text)
                Component.onCompleted: area.forceActiveFocus(Qt.TabFocusReason)
            }
        }

        Trouble {
            width: parent.width
            visible: text !== "" && root.busy
            topPadding: 8
            text: root.trouble
        }

        // Below where the press was that asked for it: the second of two presses deletes nothing.
        HeldInCopies {
            width: parent.width
            visible: root.deleting
            topPadding: 8
            held: root.held
        }

        EntryChoices {
            width: parent.width
            visible: root.busy
            editing: root.editing
            answering: root.answering
            deleting: root.deleting
            onSaved: root.kept((editor.item as WritingArea).text)
            onLeftAsItWas: root.leftAsItWas()
            onPutBelow: root.answered((reply.item as WritingArea).text)
            onClosed: root.closed()
            onKeptAfterAll: root.keptAfterAll()
            onDeleted: root.deleted()
        }
    }

    component Deed: SoftButton {
        plain: true
        font.pixelSize: Theme.small
    }
}
