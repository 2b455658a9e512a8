pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Looking at one agreement again: each alone behind the curtain, then both together.
FocusScope {
    id: root

    required property ReviewModel model
    required property DecisionModel decision

    readonly property string stage: root.model.stage

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
                case "look":
                case "both":
                    return look;
                case "curtain":
                    return curtain;
                case "answer":
                    return answer;
                default:
                    return root.decision.way === "" ? together : deciding;
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
                    text: root.stage === "both" ? qsTr("Come close, and see what they say together.") : qsTr("Each of you answers four short questions alone, in any order, at any time.")
                }

                Flow {
                    width: parent.width
                    spacing: 12

                    SoftButton {
                        visible: root.model.mayLeft
                        focus: visible
                        text: qsTr("%1 answers").arg(root.model.leftName)
                        onClicked: root.model.answer("left")
                    }
                    SoftButton {
                        visible: root.model.mayRight
                        focus: visible && !root.model.mayLeft
                        text: qsTr("%1 answers").arg(root.model.rightName)
                        onClicked: root.model.answer("right")
                    }
                    SoftButton {
                        visible: root.stage === "both"
                        focus: visible
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
                        text: qsTr("Back to your agreements")
                        onClicked: root.model.leave()
                    }
                }
            }
        }
    }

    Component {
        id: curtain

        FocusScope {
            implicitHeight: hanging.implicitHeight
            focus: true

            Column {
                id: hanging

                width: parent.width
                spacing: 24

                SeatMark {
                    anchors.horizontalCenter: parent.horizontalCenter
                    seat: root.model.askedSeat || "left"
                    size: 34
                }
                Prompt {
                    width: parent.width
                    size: Theme.title
                    text: qsTr("This is for %1 alone").arg(root.model.askedName)
                }
                Words {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    soft: true
                    font.pixelSize: Theme.large
                    text: qsTr("%1, please look out of the window for a moment.").arg(root.model.otherName)
                }
                Words {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: qsTr("Nobody is shown what you answer, now or later. From both answers comes one sentence for you both.")
                }
                Words {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: qsTr("There are only two of you, so one can sometimes guess.")
                }
                SoftButton {
                    anchors.horizontalCenter: parent.horizontalCenter
                    emphasis: true
                    focus: true
                    text: qsTr("I am alone with the screen")
                    onClicked: root.model.openCurtain()
                }
                SoftButton {
                    anchors.horizontalCenter: parent.horizontalCenter
                    plain: true
                    text: qsTr("Not now")
                    onClicked: root.model.drawCurtain()
                }
            }
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
                        seat: root.model.askedSeat || "left"
                        size: 20
                    }
                    Words {
                        soft: true
                        text: root.model.askedName
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
        }
    }
}
