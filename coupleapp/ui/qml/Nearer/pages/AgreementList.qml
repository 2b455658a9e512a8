pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The agreements that run, those that rest, and those that are over with how they fared.
FocusScope {
    id: root

    required property AppModel app
    required property AgreementsModel model
    required property ReviewModel review
    property string deleting: ""

    implicitHeight: column.implicitHeight

    function goOn() {
        column.nextItemInFocusChain(true).forceActiveFocus(Qt.OtherFocusReason);
    }

    component Heading: Prompt {
        width: parent ? parent.width : 0
        alignment: Text.AlignLeft
        size: Theme.large * 1.15
    }

    // One agreement: a thin line above, what it is about, and whatever else belongs to it.
    component Entry: Column {
        id: entry

        required property string topic
        required property string history

        default property alias content: inner.data

        width: parent ? parent.width : 0
        spacing: 10

        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Words {
            width: parent.width
            topPadding: 6
            soft: true
            font.pixelSize: Theme.small
            text: entry.topic
        }
        Column {
            id: inner

            width: parent.width
            spacing: 10
        }
        Words {
            width: parent.width
            visible: text !== ""
            soft: true
            font.pixelSize: Theme.small
            text: entry.history
        }
    }

    Column {
        id: column

        width: root.width
        spacing: 18

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.title
            text: qsTr("Your agreements")
        }

        Trouble {
            width: parent.width
            text: root.model.said
        }

        Trouble {
            width: parent.width
            text: root.model.trouble
        }

        Words {
            width: parent.width
            soft: true
            text: root.model.empty ? qsTr("When you have agreed on something small to try, it stands here in your own words.") : qsTr("Each is a trial. It may stay, change, rest or end, and either of you may leave it at any time.")
        }

        Flow {
            width: parent.width
            visible: root.model.empty
            topPadding: 8

            SoftButton {
                focus: root.model.empty
                emphasis: true
                text: qsTr("Choose together")
                onClicked: root.app.go("choose")
            }
        }

        Repeater {
            model: root.model.running

            Entry {
                id: running

                required property string agreementId
                required property string when
                required property string leftWill
                required property string rightWill
                required property string leftHonours
                required property string rightHonours
                required property string freeNo
                required property string lookAgain
                required property bool due

                AgreementWords {
                    width: parent.width
                    when: running.when
                    leftWill: running.leftWill
                    rightWill: running.rightWill
                    leftHonours: running.leftHonours
                    rightHonours: running.rightHonours
                    freeNo: running.freeNo
                }
                Words {
                    width: parent.width
                    font.weight: running.due ? Font.Medium : Font.Normal
                    text: running.lookAgain
                }
                Flow {
                    width: parent.width
                    spacing: 8

                    SoftButton {
                        emphasis: running.due
                        text: qsTr("Look at it again")
                        Accessible.name: qsTr("%1: %2").arg(text).arg(running.when)
                        onClicked: root.review.look(running.agreementId)
                    }
                }
                LeaveIt {
                    width: parent.width
                    what: running.when
                    onEnded: root.model.leave(running.agreementId)
                }
            }
        }

        Heading {
            visible: root.model.rests
            text: qsTr("At rest")
        }

        Repeater {
            model: root.model.parked

            Entry {
                id: parked

                required property string agreementId
                required property string when

                Prompt {
                    width: parent.width
                    alignment: Text.AlignLeft
                    size: Theme.large
                    text: parked.when
                }
                Flow {
                    width: parent.width
                    spacing: 8

                    SoftButton {
                        text: qsTr("Take it up again")
                        Accessible.name: qsTr("%1: %2").arg(text).arg(parked.when)
                        onClicked: root.review.look(parked.agreementId)
                    }
                }
                LeaveIt {
                    width: parent.width
                    what: parked.when
                    onEnded: root.model.leave(parked.agreementId)
                }
            }
        }

        Heading {
            visible: root.model.over
            text: qsTr("What you have tried")
        }

        Repeater {
            model: root.model.past

            Entry {
                id: past

                required property string agreementId
                required property string when

                Prompt {
                    width: parent.width
                    alignment: Text.AlignLeft
                    size: Theme.large
                    text: past.when
                }
                Flow {
                    width: parent.width
                    spacing: 8

                    SoftButton {
                        visible: root.deleting !== past.agreementId
                        plain: true
                        font.pixelSize: Theme.small
                        text: qsTr("Delete")
                        Accessible.name: qsTr("Delete: %1").arg(past.when)
                        onClicked: root.deleting = past.agreementId
                    }
                    SoftButton {
                        visible: root.deleting === past.agreementId
                        text: qsTr("Delete for good")
                        onClicked: root.model.delete(past.agreementId)
                    }
                    SoftButton {
                        visible: root.deleting === past.agreementId
                        plain: true
                        text: qsTr("Keep it after all")
                        onClicked: root.deleting = ""
                    }
                }
            }
        }
    }
}
