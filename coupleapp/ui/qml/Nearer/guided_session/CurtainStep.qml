pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One answers while the other looks away; then the other way round.
Page {
    id: root

    required property SessionModel session
    required property PauseControls pauses
    required property ComposeControls composing
    required property NeedsModel needs
    required property ListControls lists

    readonly property bool listing: root.session.stage === SessionModel.Lists

    function answer(): Component {
        switch (root.session.stage) {
        case SessionModel.Readiness:
            return readiness;
        case SessionModel.Rate:
            return rate;
        case SessionModel.Compose:
            return compose;
        case SessionModel.Lists:
            return write;
        default:
            return returning;
        }
    }

    component RatherNotSay: SoftButton {
        text: qsTr("Rather not say")
        onClicked: root.session.ratherNotSay()
    }

    centred: true
    widest: [SessionModel.Compose, SessionModel.Lists].includes(root.session.stage) ? 760 : 680
    gap: 24

    Curtain {
        width: parent.width
        visible: root.session.curtain
        focus: root.session.curtain
        seat: root.session.asked
        who: root.session.askedName
        other: root.session.otherName
        onAlone: root.session.openCurtain()
    }

    SeatMark {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: !root.session.curtain
        seat: root.session.asked || Seat.Left
        size: 34
    }

    Prompt {
        width: parent.width
        visible: !root.session.curtain && !root.listing
        size: Theme.title
        text: root.session.heading
    }

    Prompt {
        width: parent.width
        visible: !root.session.curtain && root.listing
        size: Theme.prompt
        text: root.needs.listHeading
    }

    Loader {
        id: answers

        onLoaded: answers.forceActiveFocus(Qt.TabFocusReason)
        width: parent.width
        active: !root.session.curtain
        visible: active
        focus: active
        sourceComponent: root.answer()
    }

    Component {
        id: compose

        ComposeStep {
            session: root.session
            composing: root.composing
        }
    }

    Component {
        id: write

        ListsStep {
            session: root.session
            needs: root.needs
            lists: root.lists
        }
    }

    Component {
        id: readiness

        Column {
            spacing: 28

            TenScale {
                id: tension

                width: parent.width
                focus: true
                question: qsTr("How tense are you right now?")
                lowWord: qsTr("calm")
                highWord: qsTr("very tense")
            }

            EvenChoices {
                id: ways

                width: parent.width

                SoftButton {
                    width: ways.cell
                    text: qsTr("A talk is fine today")
                    onClicked: root.session.answerReadiness(tension.value, true)
                }
                SoftButton {
                    width: ways.cell
                    text: qsTr("Better another day")
                    onClicked: root.session.answerReadiness(tension.value, false)
                }
                RatherNotSay {
                    width: ways.cell
                }
            }

            Words {
                width: parent.width
                soft: true
                font.pixelSize: Theme.small
                text: qsTr("Not sober, not safe, or in a crisis? Then another day is the right answer. Nobody is told why.")
            }
        }
    }

    Component {
        id: rate

        Column {
            spacing: 28

            TenScale {
                id: heard

                width: parent.width
                focus: true
                question: qsTr("How well did you feel heard?")
                lowWord: qsTr("hardly")
                highWord: qsTr("fully")
            }
            TenScale {
                id: tensionNow

                width: parent.width
                question: qsTr("How tense are you now?")
                lowWord: qsTr("calm")
                highWord: qsTr("very tense")
            }
            EvenChoices {
                id: rated

                width: parent.width

                SoftButton {
                    width: rated.cell
                    enabled: heard.chosen || tensionNow.chosen
                    text: qsTr("Done")
                    onClicked: root.session.rate(heard.value, tensionNow.value)
                }
                RatherNotSay {
                    width: rated.cell
                }
            }
        }
    }

    Component {
        id: returning

        Column {
            spacing: 24

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Theme.large
                text: qsTr("Are you ready to come back to the talk?")
            }

            Choices {
                width: parent.width

                SoftButton {
                    focus: true
                    text: qsTr("I am ready")
                    onClicked: root.pauses.answerReturn(true)
                }
                SoftButton {
                    text: qsTr("A little longer, please")
                    onClicked: root.pauses.answerReturn(false)
                }
            }
        }
    }
}
