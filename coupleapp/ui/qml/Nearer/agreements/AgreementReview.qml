pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Looking at one agreement again: each alone behind the curtain, then both together.
FocusScope {
    id: root

    required property ReviewModel model
    required property DecisionModel decision
    required property OwnKeys keys

    readonly property int stage: root.model.stage

    implicitHeight: column.implicitHeight
    focus: true

    Column {
        id: column

        width: root.width
        spacing: 18

        Loader {
            width: parent.width
            focus: true
            onLoaded: forceActiveFocus(Qt.TabFocusReason)
            sourceComponent: {
                switch (root.stage) {
                case ReviewModel.Look:
                case ReviewModel.Both:
                    return look;
                case ReviewModel.Curtain:
                    return curtain;
                case ReviewModel.Answer:
                    return answer;
                default:
                    return root.decision.way === DecisionModel.None ? together : deciding;
                }
            }
        }

        Trouble {
            width: parent.width
            text: root.model.trouble
        }
    }

    Component {
        id: look

        FocusScope {
            implicitHeight: looking.implicitHeight
            focus: true

            Column {
                id: looking

                width: parent.width
                spacing: 18

                Prompt {
                    width: parent.width
                    alignment: Text.AlignLeft
                    size: Theme.title
                    text: root.model.topic
                }

                Repeater {
                    model: root.model.agreement

                    AgreementWords {
                        width: parent ? parent.width : 0
                    }
                }

                Words {
                    width: parent.width
                    visible: text !== ""
                    topPadding: 8
                    text: root.model.sealed
                }

                Words {
                    width: parent.width
                    soft: true
                    text: root.model.hint
                }

                Flow {
                    width: parent.width
                    spacing: 12

                    SoftButton {
                        visible: root.model.mayLeft
                        focus: root.model.mayLeft
                        text: qsTr("%1 answers").arg(root.model.leftName)
                        onClicked: root.model.answer(Seat.Left)
                    }
                    SoftButton {
                        visible: root.model.mayRight
                        focus: root.model.mayRight && !root.model.mayLeft
                        text: qsTr("%1 answers").arg(root.model.rightName)
                        onClicked: root.model.answer(Seat.Right)
                    }
                    SoftButton {
                        visible: root.stage === ReviewModel.Both
                        focus: root.stage === ReviewModel.Both
                        emphasis: true
                        text: qsTr("We are both here")
                        onClicked: root.model.lookTogether()
                    }
                }

                Flow {
                    width: parent.width

                    SoftButton {
                        plain: true
                        font.pixelSize: Theme.small
                        text: qsTr("Back to what you are trying")
                        onClicked: root.model.leave()
                    }
                }
            }
        }
    }

    Component {
        id: curtain

        Curtain {
            focus: true
            seat: root.model.askedSeat
            who: root.model.askedName
            other: root.model.otherName
            notes: [qsTr("Nobody is shown what you answer, now or later. From both answers comes one sentence for you both."), qsTr("There are only two of you, so one can sometimes guess.")]
            leaves: true
            onAlone: root.model.openCurtain()
            onDeclined: root.model.drawCurtain()
        }
    }

    Component {
        id: answer

        FocusScope {
            implicitHeight: answering.implicitHeight
            focus: true

            Column {
                id: answering

                width: parent.width
                spacing: 16

                Row {
                    spacing: 12

                    SeatMark {
                        anchors.verticalCenter: parent.verticalCenter
                        seat: root.model.askedSeat || Seat.Left
                        size: 20
                    }
                    Words {
                        soft: true
                        text: root.model.askedName
                    }
                }
                // What they rate, in their own words, while they rate it.
                Repeater {
                    model: root.model.agreement

                    AgreementWords {
                        width: parent ? parent.width : 0
                    }
                }

                AgreementAnswer {
                    width: parent.width
                    focus: true
                    model: root.model
                }
            }
        }
    }

    Component {
        id: together

        AgreementTogether {
            review: root.model
            decision: root.decision
        }
    }

    Component {
        id: deciding

        AgreementDecision {
            review: root.model
            decision: root.decision
            keys: root.keys
        }
    }
}
