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

    function title(): string {
        if (root.session.curtain)
            return qsTr("This is for %1 alone").arg(root.session.askedName);
        switch (root.session.stage) {
        case "compose":
            return root.session.title;
        case "lists":
            return root.needs.ring === "core" ? qsTr("%1, what matters most to you?").arg(root.session.askedName) : qsTr("%1, what can you bend?").arg(root.session.askedName);
        default:
            return root.session.askedName;
        }
    }

    function answer(): Component {
        switch (root.session.stage) {
        case "readiness":
            return readiness;
        case "rate":
            return rate;
        case "compose":
            return compose;
        case "lists":
            return write;
        default:
            return returning;
        }
    }

    centred: true
    widest: ["compose", "lists"].includes(root.session.stage) ? 760 : 620
    gap: 24

    SeatMark {
        anchors.horizontalCenter: parent.horizontalCenter
        seat: root.session.asked || "left"
        size: 34
    }

    Prompt {
        width: parent.width
        size: root.session.stage === "lists" && !root.session.curtain ? Theme.prompt : Theme.title
        text: root.title()
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
