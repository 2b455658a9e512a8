pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Other words for an agreement. Each writes only their own "I will".
FocusScope {
    id: root

    required property DecisionModel model

    implicitHeight: column.implicitHeight
    focus: true

    function sayYes(seat: int) {
        root.model.sayYesTo(seat, when.text, where.text, leftWill.text, rightWill.text, leftHonours.text, rightHonours.text, what.text);
    }

    component Line: Field {
        id: line

        required property string draft

        width: parent ? parent.width : 0
        onEdited: text => root.model.keepDraft(line.draft, text)
        onAccepted: line.input.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    }

    Column {
        id: column

        width: root.width
        spacing: 14

        Line {
            id: what

            draft: "what"
            label: qsTr("What you try (if you like)")
            text: root.model.what
        }
        Line {
            id: when

            draft: "when"
            label: qsTr("When")
            input.focus: true
            text: root.model.when
        }
        Line {
            id: where

            draft: "where"
            label: qsTr("Where (if you like)")
            text: root.model.where
        }
        Line {
            id: leftWill

            draft: "left_will"
            tint: Theme.partnerLeft
            label: qsTr("%1: I will …").arg(root.model.leftName)
            text: root.model.leftWill
        }
        Line {
            id: rightWill

            draft: "right_will"
            tint: Theme.partnerRight
            label: qsTr("%1: I will …").arg(root.model.rightName)
            text: root.model.rightWill
        }
        Line {
            id: leftHonours

            draft: "left_honours"
            tint: Theme.partnerLeft
            label: qsTr("What matters to %1 in it").arg(root.model.leftName)
            text: root.model.leftHonours
        }
        Line {
            id: rightHonours

            draft: "right_honours"
            tint: Theme.partnerRight
            label: qsTr("What matters to %1 in it").arg(root.model.rightName)
            text: root.model.rightHonours
        }
    }
}
