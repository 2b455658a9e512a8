pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One entry, and what can be done about it.
Column {
    id: root

    required property string entryId
    required property string words
    required property string byline
    required property int seat
    required property bool editing
    required property bool deleting
    property bool changes: true
    // What the field shows while it is changed.
    required property string draft
    required property HeldModel held

    signal changeAsked
    signal edited(text: string)
    signal kept(text: string)
    signal leftAsItWas
    signal deleteAsked
    signal deleted
    signal keptAfterAll

    spacing: 8

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }

    Row {
        id: line

        width: parent.width
        spacing: 10

        SeatMark {
            id: mark

            anchors.verticalCenter: parent.verticalCenter
            visible: root.seat !== Seat.Nobody
            seat: root.seat
            size: 14
        }

        Words {
            // As wide as it is, so that it stands beside the mark in either direction.
            width: Math.min(implicitWidth, line.width - (mark.visible ? mark.width + line.spacing : 0))
            soft: true
            font.pixelSize: Theme.small
            text: root.byline
        }
    }

    Text {
        width: parent.width
        visible: !root.editing
        text: root.words
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

    HeldInCopies {
        width: parent.width
        visible: root.deleting
        held: root.held
    }

    Flow {
        width: parent.width
        spacing: 8

        SoftButton {
            visible: root.editing
            text: qsTr("Keep the change")
            onClicked: root.kept((editor.item as WritingArea).text)
        }
        SoftButton {
            visible: root.editing
            plain: true
            text: qsTr("Leave it as it was")
            onClicked: root.leftAsItWas()
        }
        SoftButton {
            visible: root.changes && !root.editing && !root.deleting
            plain: true
            text: qsTr("Change")
            font.pixelSize: Theme.small
            onClicked: root.changeAsked()
        }
        SoftButton {
            visible: !root.editing && !root.deleting
            plain: true
            text: qsTr("Delete")
            font.pixelSize: Theme.small
            onClicked: root.deleteAsked()
        }
        SoftButton {
            visible: root.deleting
            text: qsTr("Delete for good")
            onClicked: root.deleted()
        }
        SoftButton {
            visible: root.deleting
            plain: true
            text: qsTr("Keep it after all")
            onClicked: root.keptAfterAll()
        }
    }
}
