pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What the two have together: what they are trying comes first.
Page {
    id: root

    required property AppModel app
    required property OursModel model
    readonly property int beside: root.width >= 900 * Theme.textScale ? 3 : 1
    readonly property bool trying: root.model.trying !== ""

    gap: 32
    widest: 940

    backdrop: Item {
        anchors.fill: parent

        Light {
            light: "left"
            width: 900
            height: 900
            x: parent.width - 620
            y: -520
            opacity: Theme.glow * 0.6
        }
        Light {
            light: "right"
            width: 900
            height: 900
            x: parent.width - 420
            y: -340
            opacity: Theme.glow * 0.5
        }
    }

    component Will: Row {
        id: will

        required property int seat
        required property string words

        width: parent ? parent.width : 0
        spacing: 12

        SeatMark {
            y: 6
            seat: will.seat
            size: 14
        }
        Words {
            width: will.width - 26
            text: will.words
        }
    }

    component Third: WayIn {
        width: (root.contentWidth - 24 * (root.beside - 1)) / root.beside
    }

    PageTitle {
        text: qsTr("Ours")
    }

    Column {
        width: parent.width
        spacing: 12

        Words {
            width: parent.width
            soft: true
            font.pixelSize: Theme.small
            text: qsTr("What you are trying")
        }

        Rectangle {
            width: parent.width
            height: card.implicitHeight + 48
            visible: root.trying
            radius: 24
            color: Theme.surfaceRaised
            border.width: 1
            border.color: Theme.line

            Column {
                id: card

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: 28
                anchors.verticalCenter: parent.verticalCenter
                spacing: 12

                Prompt {
                    width: parent.width
                    alignment: Text.AlignLeft
                    size: Theme.large * 1.3
                    text: root.model.trying
                }
                Words {
                    width: parent.width
                    visible: text !== ""
                    soft: true
                    text: root.model.place
                }
                Will {
                    seat: Seat.Left
                    words: root.model.leftWill
                }
                Will {
                    seat: Seat.Right
                    words: root.model.rightWill
                }
                Words {
                    width: parent.width
                    soft: !root.model.due
                    font.pixelSize: Theme.small
                    text: root.model.until
                }
                SoftButton {
                    anchors.left: parent.left
                    focus: root.trying
                    text: qsTr("Look at it now")
                    onClicked: root.model.look()
                }
            }
        }

        Column {
            width: Math.min(parent.width, Theme.column)
            visible: !root.trying
            spacing: 16

            Words {
                width: parent.width
                text: qsTr("Nothing yet. When you have agreed on something small to try, it stands here in your own words.")
            }
            SoftButton {
                anchors.left: parent.left
                focus: !root.trying
                text: qsTr("Find something to try")
                onClicked: root.app.go(AppModel.Talks)
            }
        }
    }

    Flow {
        width: parent.width
        spacing: 24

        Third {
            caption: qsTr("Next talk")
            words: root.model.talk
            note: root.model.talkNote
            onClicked: root.app.go(AppModel.NextTalk)
        }
        Third {
            caption: qsTr("Rituals")
            words: root.model.ritual
            note: root.model.ritualNote
            onClicked: root.app.go(AppModel.Rituals)
        }
        Third {
            caption: qsTr("Something together")
            words: root.model.together
            note: root.model.togetherNote
            onClicked: root.app.go(AppModel.Activities)
        }
    }

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }

    Flow {
        width: parent.width
        spacing: 8

        SoftButton {
            plain: true
            leftPadding: 0
            text: root.model.more
            onClicked: root.app.go(AppModel.Agreements)
        }
        SoftButton {
            plain: true
            text: qsTr("Your two lists")
            onClicked: root.app.go(AppModel.Lists)
        }
    }

    LeftAside {
        width: parent.width
        text: root.model.leftAside
    }
}
