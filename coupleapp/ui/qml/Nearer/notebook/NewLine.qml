pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// A new line, from both of them or from whoever is alone with the screen.
FocusScope {
    id: root

    required property NotebookModel model

    implicitHeight: column.implicitHeight
    focus: true

    Connections {
        target: root.model

        function onHandChanged() {
            area.text = root.model.draft;
            area.area.forceActiveFocus(Qt.TabFocusReason);
        }

        function onDraftChanged() {
            area.text = root.model.draft;
        }
    }

    Column {
        id: column

        width: parent.width
        bottomPadding: 32
        spacing: 16

        WritingArea {
            id: area

            width: parent.width
            focus: true
            lines: 2
            label: qsTr("A new entry")
            hint: qsTr("A line to find again …")
            text: root.model.draft
            onEdited: text => root.model.keepDraft("", text)
            onKeep: root.model.write(area.text)
            Component.onCompleted: area.area.forceActiveFocus(Qt.TabFocusReason)
        }

        WrittenBy {
            width: parent.width
            leftName: root.model.leftName
            rightName: root.model.rightName
            author: root.model.hand
            onChosen: seat => root.model.writeAs(seat)
        }

        Flow {
            width: parent.width
            spacing: 16

            SoftButton {
                emphasis: true
                text: qsTr("Keep it")
                onClicked: root.model.write(area.text)
            }
            SoftButton {
                plain: true
                height: 64
                text: qsTr("Not now")
                onClicked: root.model.stop()
            }
        }
    }
}
