pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The one joint sentence, and what becomes of the agreement: both choose, both say yes.
FocusScope {
    id: root

    required property ReviewModel review
    required property DecisionModel decision

    readonly property string way: root.decision.way
    readonly property bool lengthAsked: ["keep", "change", "take_up"].includes(root.way)

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
            return qsTr("Each of you writes only your own “I will”. When you both say yes, a new trial begins.");
        case "end":
            return qsTr("Ending it is a good ending. What was good in it stays with you.");
        case "park":
            return qsTr("Some things take longer. It waits here, and you can take it up again at any time.");
        default:
            return qsTr("The same words, and a new trial, when you both say yes.");
        }
    }

    function sayYes(seat: string) {
        if (root.way === "change")
            (form.item as AgreementForm).sayYes(seat);
        else
            root.decision.sayYes(seat);
    }

    Keys.onPressed: event => {
        if (root.way === "" || event.isAutoRepeat)
            return;
        if (event.key === Qt.Key_F || event.key === Qt.Key_J) {
            event.accepted = true;
            root.sayYes(event.key === Qt.Key_F ? "left" : "right");
        }
    }

    Column {
        id: column

        width: root.width
        spacing: 18

        Loader {
            width: parent.width
            active: root.review.glad !== "" && root.way === ""
            visible: active
            sourceComponent: ComingNearer {}
        }

        Prompt {
            width: parent.width
            visible: root.review.finding !== ""
            alignment: Text.AlignLeft
            size: root.way === "" ? Theme.prompt * 0.85 : Theme.large
            text: root.review.finding
        }

        Words {
            width: parent.width
            visible: text !== "" && root.way === ""
            font.pixelSize: Theme.large
            text: root.review.glad
        }

        Words {
            width: parent.width
            visible: root.way === ""
            soft: true
            text: root.review.fits ? qsTr("What becomes of it now?") : qsTr("It is the plan, and neither of you. What would fit better?")
        }

        Loader {
            width: parent.width
            active: root.way === ""
            visible: active
            focus: active
            onLoaded: forceActiveFocus(Qt.TabFocusReason)
            sourceComponent: Flow {
                spacing: 12

                SoftButton {
                    visible: !root.review.fits
                    focus: visible
                    emphasis: true
                    text: qsTr("Find what fits better")
                    onClicked: root.decision.choose("change")
                }
                SoftButton {
                    height: 64
                    focus: root.review.fits
                    text: qsTr("Keep it")
                    onClicked: root.decision.choose("keep")
                }
                SoftButton {
                    visible: root.review.fits
                    height: 64
                    text: qsTr("Change it")
                    onClicked: root.decision.choose("change")
                }
                SoftButton {
                    height: 64
                    text: qsTr("Let it rest")
                    onClicked: root.decision.choose("park")
                }
                SoftButton {
                    height: 64
                    text: qsTr("End it")
                    onClicked: root.decision.choose("end")
                }
            }
        }

        Prompt {
            width: parent.width
            visible: root.way !== ""
            alignment: Text.AlignLeft
            size: Theme.title * 0.75
            text: root.title()
        }

        Words {
            width: parent.width
            visible: root.way !== ""
            soft: true
            text: root.hint()
        }

        Repeater {
            model: root.way !== "" && root.way !== "change" ? root.review.agreement : null

            AgreementWords {
                width: parent ? parent.width : 0
            }
        }

        Loader {
            id: form

            width: parent.width
            active: root.way === "change"
            visible: active
            onLoaded: forceActiveFocus(Qt.TabFocusReason)
            sourceComponent: AgreementForm {
                model: root.decision
            }
        }

        TrialLength {
            width: parent.width
            visible: root.lengthAsked
            days: root.decision.days
            until: root.decision.until
            open: root.way === "keep"
            onChosen: days => root.decision.chooseDays(days)
        }

        Trouble {
            width: parent.width
            text: root.decision.trouble
        }

        Loader {
            width: parent.width
            active: root.way !== ""
            visible: active
            onLoaded: {
                if (root.way !== "change")
                    forceActiveFocus(Qt.TabFocusReason);
            }
            sourceComponent: TwoYeses {
                leftName: root.decision.leftName
                rightName: root.decision.rightName
                yesLeft: root.decision.yesLeft
                yesRight: root.decision.yesRight
                onSaid: seat => root.sayYes(seat)
            }
        }

        Flow {
            width: parent.width

            SoftButton {
                visible: root.way !== ""
                plain: true
                text: root.way === "take_up" ? qsTr("Let it rest a little longer") : qsTr("Another way")
                onClicked: root.decision.goBack()
            }
        }
    }
}
