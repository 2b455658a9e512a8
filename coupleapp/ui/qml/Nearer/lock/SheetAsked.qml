pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Two groups asked back from the paper; what was typed is gone with it.
FocusScope {
    id: root

    required property SheetModel model

    implicitHeight: column.implicitHeight
    focus: true

    component Group: Field {
        anchors.left: parent ? parent.left : undefined
        width: Math.min(parent ? parent.width : 0, 260 * Theme.displayScale)
        input.inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
        input.font.letterSpacing: 4
        input.font.capitalization: Font.AllUppercase
    }

    Column {
        id: column

        width: parent.width
        spacing: 18

        Words {
            width: parent.width
            text: qsTr("From the paper, please: two of its groups.")
        }
        Group {
            id: first

            input.focus: true
            label: root.model.first
            onAccepted: second.input.forceActiveFocus(Qt.TabFocusReason)
        }
        Group {
            id: second

            label: root.model.second
            onAccepted: root.model.answer(first.text, second.text)
        }
        Trouble {
            width: parent.width
            text: root.model.trouble
        }
        Flow {
            width: parent.width
            spacing: 12

            SoftButton {
                emphasis: true
                text: qsTr("Go on")
                onClicked: root.model.answer(first.text, second.text)
            }
            SoftButton {
                plain: true
                height: 64
                text: qsTr("Show it again")
                onClicked: root.model.showAgain()
            }
        }
    }
}
