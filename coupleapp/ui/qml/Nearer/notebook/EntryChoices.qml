pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// What can be done with what is open under a line: its change, an answer, or the last question.
Flow {
    id: root

    required property bool editing
    required property bool answering
    required property bool deleting

    signal saved
    signal leftAsItWas
    signal putBelow
    signal closed
    signal keptAfterAll
    signal deleted

    topPadding: 16
    bottomPadding: 24
    spacing: 8

    SoftButton {
        visible: root.editing
        text: qsTr("Save")
        onClicked: root.saved()
    }
    SoftButton {
        visible: root.editing
        plain: true
        text: qsTr("Cancel")
        onClicked: root.leftAsItWas()
    }
    SoftButton {
        visible: root.answering
        text: qsTr("Put it below")
        onClicked: root.putBelow()
    }
    SoftButton {
        visible: root.answering
        plain: true
        text: qsTr("Not now")
        onClicked: root.closed()
    }
    SoftButton {
        visible: root.deleting
        text: qsTr("Leave it in the bin")
        onClicked: root.keptAfterAll()
    }
    SoftButton {
        visible: root.deleting
        plain: true
        text: qsTr("Yes, delete it for good")
        onClicked: root.deleted()
    }
}
