pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One way to go on with an agreement: it is done when both have said yes to the same.
FocusScope {
    id: root

    required property ReviewModel review
    required property DecisionModel decision
    required property OwnKeys keys

    readonly property bool writes: root.decision.way === DecisionModel.Change

    implicitHeight: column.implicitHeight
    focus: true

    function sayYes(seat: int) {
        if (root.writes)
            (form.item as AgreementForm).sayYes(seat);
        else
            root.decision.sayYes(seat);
    }

    Component.onCompleted: root.keys.listenTo(root)

    Connections {
        target: root.keys

        function onPressed(view: QtObject, seat: int) {
            if (view === root && !(seat === Seat.Left ? root.decision.yesLeft : root.decision.yesRight))
                root.sayYes(seat);
        }
    }

    Column {
        id: column

        width: root.width
        spacing: 18

        Words {
            width: parent.width
            soft: true
            font.pixelSize: Theme.small
            text: root.review.topic
        }

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.title
            text: root.decision.heading
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: root.review.finding
        }

        Words {
            width: parent.width
            soft: true
            text: root.decision.hint
        }

        Repeater {
            model: root.writes ? null : root.review.agreement

            AgreementWords {
                width: parent ? parent.width : 0
                brief: root.decision.brief
            }
        }

        Loader {
            id: form

            width: parent.width
            active: root.writes
            visible: active
            focus: active
            onLoaded: forceActiveFocus(Qt.TabFocusReason)
            sourceComponent: AgreementForm {
                model: root.decision
            }
        }

        Words {
            width: parent.width
            visible: text !== ""
            font.family: Theme.serif
            font.italic: true
            font.pixelSize: Theme.body * 1.1
            text: root.decision.freeNo
        }

        TrialLength {
            width: parent.width
            visible: root.decision.hasLength
            lengths: root.decision.lengths
            days: root.decision.days
            until: root.decision.until
            open: root.decision.way === DecisionModel.Keep
            onChosen: days => root.decision.chooseDays(days)
        }

        Trouble {
            width: parent.width
            text: root.decision.trouble
        }

        TwoYeses {
            width: parent.width
            focus: !root.writes
            keys: root.keys
            leftName: root.decision.leftName
            rightName: root.decision.rightName
            yesLeft: root.decision.yesLeft
            yesRight: root.decision.yesRight
            onSaid: seat => root.sayYes(seat)
        }

        Flow {
            width: parent.width

            SoftButton {
                plain: true
                font.pixelSize: Theme.small
                text: root.decision.backWords
                onClicked: root.decision.goBack()
            }
        }
    }
}
