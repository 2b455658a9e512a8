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

    centred: true
    widest: root.session.stage === "compose" ? 760 : 620
    gap: 24

    SeatMark {
        anchors.horizontalCenter: parent.horizontalCenter
        seat: root.session.asked || "left"
        size: 34
    }

    Prompt {
        width: parent.width
        size: Theme.title
        text: root.session.curtain ? qsTr("This is for %1 alone").arg(root.session.askedName) : root.session.stage === "compose" ? root.session.title : root.session.askedName
    }

    Words {
        visible: root.session.curtain
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: qsTr("%1, please look out of the window for a moment.").arg(root.session.otherName)
    }

    SoftButton {
        visible: root.session.curtain
        anchors.horizontalCenter: parent.horizontalCenter
        emphasis: true
        focus: root.session.curtain
        text: qsTr("I am alone with the screen")
        onClicked: root.session.openCurtain()
    }

    Loader {
        id: answers

        onLoaded: answers.forceActiveFocus(Qt.TabFocusReason)
        width: parent.width
        active: !root.session.curtain
        visible: active
        focus: active
        sourceComponent: root.session.stage === "readiness" ? readiness : root.session.stage === "rate" ? rate : root.session.stage === "compose" ? compose : returning
    }

    Component {
        id: compose

        ComposeStep {
            session: root.session
            composing: root.composing
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

            Choices {
                width: parent.width

                SoftButton {
                    text: qsTr("A talk is fine today")
                    onClicked: root.session.answerReadiness(tension.value, true)
                }
                SoftButton {
                    text: qsTr("Rather not today")
                    onClicked: root.session.answerReadiness(tension.value, false)
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
                value: 6
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
            SoftButton {
                anchors.horizontalCenter: parent.horizontalCenter
                text: qsTr("Done")
                onClicked: root.session.rate(heard.value, tensionNow.value)
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
