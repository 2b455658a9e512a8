pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

FocusScope {
    id: root

    required property AppModel app
    required property HomeModel model
    required property ProgrammeModel programme

    focus: true

    Light {
        light: "left"
        width: 1100
        height: 1100
        x: root.width - 860
        y: -560
        opacity: Theme.glow * 0.75
    }

    Light {
        light: "right"
        width: 1100
        height: 1100
        x: root.width - 560
        y: -340
        opacity: Theme.glow * 0.6
    }

    Page {
        id: page

        anchors.fill: parent
        focus: true
        gap: 0

        Words {
            width: parent.width
            soft: true
            text: root.model.greeting
        }

        Item {
            width: 1
            height: 20
        }

        DateQuestion {
            model: root.model
        }

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.title * 1.1
            text: root.model.theme
        }

        Words {
            width: Math.min(parent.width, 580 * Theme.textScale)
            topPadding: 12
            soft: true
            text: root.model.intent
        }

        Flow {
            width: parent.width
            topPadding: 8
            spacing: 12

            SoftButton {
                visible: root.model.themesRest
                text: qsTr("Begin again")
                onClicked: root.programme.beginAgain()
            }

            SoftButton {
                plain: true
                leftPadding: 0
                font.pixelSize: Theme.small
                text: qsTr("All themes")
                onClicked: root.app.go(AppModel.Programme)
            }
        }

        Offer {
            words: root.model.waiting
            yes: qsTr("Go on with it")
            no: qsTr("Let it rest")
            onTaken: root.model.comeBack()
            onDeclined: root.model.letRest()
        }

        Item {
            width: 1
            height: 24
        }

        Flow {
            width: parent.width
            spacing: 20

            Column {
                spacing: 10

                SoftButton {
                    emphasis: true
                    focus: true
                    leftPadding: 52
                    rightPadding: 52
                    text: root.model.press
                    onClicked: root.model.sitDown()
                }

                Words {
                    soft: true
                    font.pixelSize: Theme.small
                    text: root.model.minutes
                }
            }

            SoftButton {
                height: 64
                text: qsTr("Choose together")
                onClicked: root.app.go(AppModel.Choose)
            }

            SoftButton {
                height: 64
                text: qsTr("Just breathe")
                onClicked: root.app.go(AppModel.Breathe)
            }
        }

        NaturalExit {
            words: root.model.exitWords
            onGone: root.programme.goOn()
            onDone: root.programme.beDone()
        }

        Offer {
            words: root.model.inviteWords
            yes: root.model.inviteYes
            onTaken: root.model.takeInvite()
        }

        Offer {
            offered: root.model.brought
            words: qsTr("You had something together in mind. Did it bring something back?")
            yes: qsTr("Say a word on it")
            onTaken: root.app.go(AppModel.Activities)
        }

        Offer {
            offered: root.model.login
            words: qsTr("The quiet moment can only come while Nearer waits. Shall it begin by itself when you log in, without a window?")
            yes: qsTr("Yes, begin quietly")
            no: qsTr("No, we open it")
            sure: ""
            onTaken: root.model.answerLogin(true)
            onDeclined: root.model.answerLogin(false)
        }

        Offer {
            words: root.model.line
            yes: qsTr("See what is light")
            onTaken: root.app.go(AppModel.Choose)
        }

        SetbackOffer {
            model: root.model
        }

        Offer {
            words: root.model.outsideView
            yes: qsTr("Look from outside")
            onTaken: root.model.lookFromOutside()
        }

        Item {
            width: 1
            height: 28
        }

        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }

        Item {
            width: 1
            height: 28
        }

        Flow {
            id: below

            readonly property bool beside: width > 560 * Theme.textScale
            readonly property real half: beside ? (width - 48) / 2 : width

            width: parent.width
            spacing: 48

            Column {
                width: below.half
                spacing: 8

                Words {
                    width: parent.width
                    soft: true
                    font.pixelSize: Theme.small
                    text: qsTr("From your notebook")
                }

                Prompt {
                    width: parent.width
                    visible: root.model.quote !== ""
                    alignment: Text.AlignLeft
                    size: Theme.large
                    italic: true
                    text: qsTr("“%1”").arg(root.model.quote)
                }

                Words {
                    width: parent.width
                    visible: root.model.quote === ""
                    soft: true
                    font.pixelSize: Theme.small
                    text: qsTr("Nothing yet. The first line comes by itself.")
                }

                Words {
                    width: parent.width
                    visible: root.model.quote !== ""
                    soft: true
                    font.pixelSize: Theme.small
                    text: root.model.quoteBy
                }
            }

            Column {
                width: below.half
                spacing: 8

                Words {
                    width: parent.width
                    soft: true
                    font.pixelSize: Theme.small
                    text: qsTr("Coming up")
                }

                Words {
                    width: parent.width
                    visible: text !== ""
                    text: root.model.resting
                }

                SoftButton {
                    visible: root.model.resting !== ""
                    text: qsTr("Begin again now")
                    onClicked: root.model.wake()
                }

                Words {
                    width: parent.width
                    visible: text !== ""
                    soft: true
                    text: root.model.lastEvening
                }

                Words {
                    width: parent.width
                    visible: root.model.resting === ""
                    text: root.model.tonight
                }

                Words {
                    width: parent.width
                    visible: root.model.whileOpen && root.model.resting === ""
                    soft: true
                    font.pixelSize: Theme.small
                    text: qsTr("It comes while this window stays open.")
                }

                Words {
                    width: parent.width
                    visible: text !== ""
                    text: root.model.nextTalk
                }

                Words {
                    width: parent.width
                    visible: text !== ""
                    text: root.model.together
                }

                SoftButton {
                    visible: root.model.tonightOpen
                    text: qsTr("An appreciation now")
                    onClicked: root.model.openEvening()
                }
            }
        }

        LeftAside {
            width: parent.width
            text: root.model.leftAside
        }

        Item {
            width: 1
            height: 16
        }
    }
}
