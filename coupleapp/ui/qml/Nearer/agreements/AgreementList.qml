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
    required property HeldModel held
    property string deleting: ""

    implicitHeight: column.implicitHeight

    component Heading: Column {
        id: heading

        required property string text

        width: parent ? parent.width : 0
        topPadding: 16

        Prompt {
            width: heading.width
            alignment: Text.AlignLeft
            size: Theme.large * 1.15
            text: heading.text
        }
    }

    // One agreement: a thin line above, and what it is about.
    component Entry: Column {
        id: entry

        required property string topic

        width: parent ? parent.width : 0
        spacing: 10

        Rectangle {
            width: entry.width
            height: 1
            color: Theme.line
        }
        Words {
            width: entry.width
            topPadding: 6
            soft: true
            font.pixelSize: Theme.small
            text: entry.topic
        }
    }

    component History: Words {
        width: parent ? parent.width : 0
        visible: text !== ""
        soft: true
        font.pixelSize: Theme.small
    }

    Column {
        id: column

        width: root.width
        spacing: 18

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.title
            text: qsTr("What you are trying")
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
            text: root.model.lead
        }

        Flow {
            width: parent.width
            visible: root.model.empty
            topPadding: 8

            SoftButton {
                focus: root.model.empty
                emphasis: true
                text: qsTr("Find something to try")
                onClicked: root.app.go(AppModel.Talks)
            }
        }

        Repeater {
            model: root.model.running

            Entry {
                id: running

                required property string agreementId
                required property string what
                required property string when
                required property string leftWill
                required property string rightWill
                required property string leftHonours
                required property string rightHonours
                required property string freeNo
                required property string lookAgain
                required property bool due
                required property string history

                AgreementWords {
                    width: running.width
                    what: running.what
                    when: running.when
                    leftWill: running.leftWill
                    rightWill: running.rightWill
                    leftHonours: running.leftHonours
                    rightHonours: running.rightHonours
                    freeNo: running.freeNo
                }
                Words {
                    width: running.width
                    font.weight: running.due ? Font.Medium : Font.Normal
                    text: running.lookAgain
                }
                History {
                    text: running.history
                }
                AgreementWays {
                    width: running.width
                    what: running.when
                    first: qsTr("Look at it again")
                    emphasis: running.due
                    onTaken: root.review.look(running.agreementId)
                    onEnded: root.model.leaveAgreement(running.agreementId)
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
                required property string what
                required property string when
                required property string leftWill
                required property string rightWill
                required property string leftHonours
                required property string rightHonours
                required property string freeNo
                required property string history

                AgreementWords {
                    width: parked.width
                    brief: true
                    what: parked.what
                    when: parked.when
                    leftWill: parked.leftWill
                    rightWill: parked.rightWill
                    leftHonours: parked.leftHonours
                    rightHonours: parked.rightHonours
                    freeNo: parked.freeNo
                }
                History {
                    text: parked.history
                }
                AgreementWays {
                    width: parked.width
                    what: parked.when
                    first: qsTr("Take it up again")
                    onTaken: root.review.look(parked.agreementId)
                    onEnded: root.model.leaveAgreement(parked.agreementId)
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
                required property string what
                required property string when
                required property string leftWill
                required property string rightWill
                required property string leftHonours
                required property string rightHonours
                required property string freeNo
                required property string history

                AgreementWords {
                    width: past.width
                    brief: true
                    what: past.what
                    when: past.when
                    leftWill: past.leftWill
                    rightWill: past.rightWill
                    leftHonours: past.leftHonours
                    rightHonours: past.rightHonours
                    freeNo: past.freeNo
                }
                History {
                    text: past.history
                }
                HeldInCopies {
                    width: past.width
                    visible: root.deleting === past.agreementId
                    held: root.held
                }
                Flow {
                    width: past.width
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
                        onClicked: root.model.remove(past.agreementId)
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
