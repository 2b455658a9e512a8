pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The questions of their own, to change and to delete.
Column {
    id: root

    required property OwnQuestionsModel model
    required property HeldModel held

    spacing: 16

    Words {
        width: parent.width
        soft: true
        font.pixelSize: Theme.small
        text: qsTr("Questions of your own")
    }

    Repeater {
        model: root.model.questions

        Column {
            id: question

            required property string questionId
            required property string words
            required property string byline
            required property int seat

            readonly property bool asked: root.model.deleting === questionId
            readonly property bool open: root.model.form === questionId

            width: parent ? parent.width : 0
            spacing: 6

            Prompt {
                width: parent.width
                visible: !question.open
                alignment: Text.AlignLeft
                size: Theme.large
                text: question.words
            }

            Row {
                id: from

                width: parent.width
                visible: !question.open
                spacing: 8

                SeatMark {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: question.seat !== Seat.Right
                    seat: Seat.Left
                    size: 14
                }
                SeatMark {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: question.seat !== Seat.Left
                    seat: Seat.Right
                    size: 14
                }
                Words {
                    width: Math.min(implicitWidth, from.width - 44)
                    lineHeight: 1
                    soft: true
                    font.pixelSize: Theme.small
                    text: question.byline
                }
            }

            Loader {
                width: parent.width
                active: question.open
                visible: active
                onLoaded: forceActiveFocus(Qt.TabFocusReason)
                sourceComponent: OwnQuestionForm {
                    focus: true
                    model: root.model
                }
            }

            Trouble {
                width: parent.width
                visible: text !== "" && question.asked
                text: root.model.trouble
            }

            HeldInCopies {
                width: parent.width
                visible: question.asked
                held: root.held
            }

            Flow {
                width: parent.width
                visible: !question.open
                spacing: 8

                SoftButton {
                    visible: !question.asked
                    plain: true
                    text: qsTr("Change")
                    font.pixelSize: Theme.small
                    Accessible.name: qsTr("Change: %1").arg(question.words)
                    onClicked: root.model.change(question.questionId)
                }
                SoftButton {
                    visible: !question.asked
                    plain: true
                    text: qsTr("Delete")
                    font.pixelSize: Theme.small
                    Accessible.name: qsTr("Delete: %1").arg(question.words)
                    onClicked: root.model.ask(question.questionId)
                }
                SoftButton {
                    visible: question.asked
                    text: qsTr("Delete for good")
                    onClicked: root.model.deleteIt()
                }
                SoftButton {
                    id: keepIt

                    visible: question.asked
                    plain: true
                    text: qsTr("Keep it after all")
                    onVisibleChanged: {
                        if (keepIt.visible)
                            keepIt.forceActiveFocus(Qt.TabFocusReason);
                    }
                    onClicked: root.model.ask("")
                }
            }
        }
    }
}
