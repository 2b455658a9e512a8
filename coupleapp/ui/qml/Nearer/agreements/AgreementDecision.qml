pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One way to go on with an agreement: it is done when both have said yes to the same.
FocusScope {
    id: root

    required property ReviewModel review
    required property DecisionModel decision

    readonly property string way: root.decision.way
    readonly property bool writes: root.way === "change"

    implicitHeight: column.implicitHeight
    focus: true

    function title(): string {
        switch (root.way) {
        case "keep":
            return qsTr("You keep it as it is");
        case "change":
            return qsTr("What would fit better?");
        case "end":
            return qsTr("It has served its time");
        case "park":
            return qsTr("Let it rest");
        default:
            return qsTr("Try it again");
        }
    }

    function hint(): string {
        switch (root.way) {
        case "keep":
            return qsTr("When would you like to look at it again?");
        case "change":
            return qsTr("Your own “I will” is yours alone to write. When you both say yes, a new trial begins.");
        case "end":
            return qsTr("Ending it is a good ending. What was good in it stays with you.");
        case "park":
            return qsTr("Some things take longer. It waits here, and you can take it up again at any time.");
        default:
            return qsTr("The same words, and a new trial, when you both say yes.");
        }
    }

    function sayYes(seat: string) {
        if (root.writes)
            (form.item as AgreementForm).sayYes(seat);
        else
            root.decision.sayYes(seat);
    }

    Keys.onPressed: event => {
        if (event.isAutoRepeat)
            return;
        if (event.key === Qt.Key_F && !root.decision.yesLeft) {
            event.accepted = true;
            root.sayYes("left");
        } else if (event.key === Qt.Key_J && !root.decision.yesRight) {
            event.accepted = true;
            root.sayYes("right");
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
            text: root.title()
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: root.review.finding
        }

        Words {
            width: parent.width
            soft: true
            text: root.hint()
        }

        Repeater {
            model: root.writes ? null : root.review.agreement

            AgreementWords {
                width: parent ? parent.width : 0
                brief: root.way === "end" || root.way === "park"
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
            visible: ["keep", "change", "take_up"].includes(root.way)
            lengths: root.decision.lengths
            days: root.decision.days
            until: root.decision.until
            open: root.way === "keep"
            onChosen: days => root.decision.chooseDays(days)
        }

        Trouble {
            width: parent.width
            text: root.decision.trouble
        }

        TwoYeses {
            width: parent.width
            focus: !root.writes
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
                text: root.way === "take_up" ? qsTr("Let it rest a little longer") : qsTr("Another way")
                onClicked: root.decision.goBack()
            }
        }
    }
}
