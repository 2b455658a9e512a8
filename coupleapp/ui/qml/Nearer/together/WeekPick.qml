pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What is picked for the week: when, and afterwards whether it brought something back.
FocusScope {
    id: root

    required property ActivitiesModel model

    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: root.width
        spacing: 12

        Words {
            width: parent.width
            visible: text !== ""
            soft: true
            font.pixelSize: Theme.small
            text: root.model.label
        }

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.title * 0.75
            text: root.model.heading
        }

        Words {
            width: parent.width
            visible: text !== "" && root.model.stage === ActivitiesModel.Picked
            text: root.model.planned
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: root.model.said
        }

        Words {
            width: parent.width
            visible: text !== ""
            soft: true
            text: root.model.then
        }

        Words {
            width: parent.width
            visible: root.model.stage === ActivitiesModel.Asking
            topPadding: 8
            bottomPadding: 4
            font.pixelSize: Theme.large
            text: qsTr("Did it bring something back?")
        }

        Flow {
            width: parent.width
            visible: root.model.stage === ActivitiesModel.Asking

            EvenChoices {
                id: answers

                width: Math.min(root.width, 600 * Theme.textScale)

                SoftButton {
                    width: answers.cell
                    focus: root.model.stage === ActivitiesModel.Asking
                    text: qsTr("Yes")
                    onClicked: root.model.answer("yes")
                }
                SoftButton {
                    width: answers.cell
                    text: qsTr("A little")
                    onClicked: root.model.answer("a_little")
                }
                SoftButton {
                    width: answers.cell
                    text: qsTr("Not this time")
                    onClicked: root.model.answer("not_this_time")
                }
            }
        }

        Loader {
            width: parent.width
            active: root.model.planning
            visible: active
            focus: root.model.planning
            onLoaded: forceActiveFocus(Qt.TabFocusReason)
            sourceComponent: FocusScope {
                focus: true
                implicitHeight: planner.implicitHeight

                Column {
                    id: planner

                    width: parent.width
                    spacing: 12

                    Flow {
                        width: parent.width

                        DayAndTime {
                            id: when

                            width: Math.min(planner.width, 490 * Theme.textScale)
                            focus: true
                            offered: root.model.days
                            usual: root.model.usualTime
                            day: root.model.planDay
                            onDone: root.model.plan(when.day, when.time)
                        }
                    }

                    Flow {
                        width: parent.width
                        spacing: 12

                        SoftButton {
                            text: qsTr("It's a date")
                            onClicked: root.model.plan(when.day, when.time)
                        }
                        SoftButton {
                            text: qsTr("Leave it open")
                            onClicked: root.model.leaveOpen()
                        }
                    }
                }
            }
        }

        Trouble {
            width: parent.width
            text: root.model.trouble
        }

        Flow {
            width: parent.width
            visible: root.model.stage !== ActivitiesModel.Pick && !root.model.planning
            spacing: 8

            SoftButton {
                visible: root.model.canPlan
                focus: root.model.canPlan && root.model.stage === ActivitiesModel.Picked
                plain: root.model.stage === ActivitiesModel.Asking
                text: root.model.timeWords
                onClicked: root.model.lookForTime()
            }
            SoftButton {
                visible: root.model.stage === ActivitiesModel.Picked
                plain: true
                text: qsTr("Let it go")
                onClicked: root.model.letGo()
            }
            SoftButton {
                visible: root.model.stage === ActivitiesModel.Asking
                plain: true
                text: qsTr("We did not get to it")
                onClicked: root.model.letGo()
            }
            SoftButton {
                visible: root.model.stage === ActivitiesModel.Said
                focus: root.model.stage === ActivitiesModel.Said
                plain: true
                text: qsTr("Answer differently")
                onClicked: root.model.answerAnew()
            }
        }
    }
}
