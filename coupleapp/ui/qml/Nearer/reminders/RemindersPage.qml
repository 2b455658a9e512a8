pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

Page {
    id: root

    required property RemindersModel model

    gap: 18

    component Heading: Prompt {
        width: parent ? parent.width : 0
        alignment: Text.AlignLeft
        size: Theme.large * 1.15
    }

    component Choice: SoftButton {
        choice: true
    }

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.title
        text: qsTr("Evening reminders on this computer")
    }

    Trouble {
        width: parent.width
        text: root.model.trouble
    }

    Heading {
        text: qsTr("What comes next")
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: root.model.resting
    }

    Column {
        width: parent.width
        spacing: 8

        Repeater {
            id: coming

            model: root.model.coming

            Words {
                required property string modelData

                width: parent ? parent.width : 0
                text: modelData
            }
        }
    }

    Words {
        width: parent.width
        visible: coming.count === 0
        soft: true
        text: qsTr("Nothing comes by itself, as things are chosen now.")
    }

    Words {
        width: parent.width
        text: root.model.how
    }

    Words {
        width: parent.width
        soft: true
        text: qsTr("Each comes once, in the hour and a half after its time, while the computer is awake and Nearer waits. What was slept through stays quiet.")
    }

    Heading {
        text: qsTr("The quiet moment")
    }

    Flow {
        width: parent.width
        spacing: 12

        Field {
            id: evening

            width: 160 * Theme.textScale
            label: qsTr("Evening time")
            text: root.model.evening
            onAccepted: root.model.setEvening(true, evening.text)
            onDeparted: root.model.keepEvening(evening.text)
        }
    }

    Flow {
        width: parent.width
        spacing: 12

        Choice {
            text: qsTr("Ask us at that time")
            chosen: root.model.eveningOn
            onClicked: root.model.setEvening(true, evening.text)
        }
        Choice {
            text: qsTr("Do not ask")
            chosen: !root.model.eveningOn
            onClicked: root.model.setEvening(false, evening.text)
        }
    }

    Heading {
        text: qsTr("Invitations")
    }

    Words {
        width: parent.width
        soft: true
        text: qsTr("A new theme, something nice to choose, a few minutes for the month: on Home at all times, and now and then as a question of its own.")
    }

    Flow {
        width: parent.width
        spacing: 12

        Field {
            id: inviteAt

            width: 160 * Theme.textScale
            label: qsTr("Invitation time")
            text: root.model.inviteAt
            onAccepted: root.model.setInvites(Math.max(1, root.model.invites), inviteAt.text)
            onDeparted: root.model.keepInviteTime(inviteAt.text)
        }
    }

    Flow {
        width: parent.width
        spacing: 12

        Choice {
            text: qsTr("On Home only")
            chosen: root.model.invites === 0
            onClicked: root.model.setInvites(0, inviteAt.text)
        }
        Choice {
            text: qsTr("One a week")
            chosen: root.model.invites === 1
            onClicked: root.model.setInvites(1, inviteAt.text)
        }
        Choice {
            text: qsTr("Two a week")
            chosen: root.model.invites === 2
            onClicked: root.model.setInvites(2, inviteAt.text)
        }
    }

    Heading {
        text: qsTr("Let them rest")
    }

    Words {
        width: parent.width
        soft: true
        text: qsTr("A rest has an end, and Home shows it.")
    }

    Flow {
        width: parent.width
        spacing: 12

        SoftButton {
            text: qsTr("For today")
            onClicked: root.model.rest(1)
        }
        SoftButton {
            text: qsTr("For a week")
            onClicked: root.model.rest(7)
        }
        SoftButton {
            text: qsTr("For a month")
            onClicked: root.model.rest(30)
        }
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: root.model.resting
    }

    SoftButton {
        visible: root.model.resting !== ""
        text: qsTr("Begin again now")
        onClicked: root.model.rest(0)
    }

    Heading {
        text: qsTr("When you close the window")
    }

    Flow {
        width: parent.width
        spacing: 12

        Choice {
            text: qsTr("Wait beside the clock, else end")
            chosen: root.model.closing === RemindersModel.Tray
            onClicked: root.model.setClosing(RemindersModel.Tray)
        }
        Choice {
            text: qsTr("Wait in any case")
            chosen: root.model.closing === RemindersModel.Stay
            onClicked: root.model.setClosing(RemindersModel.Stay)
        }
        Choice {
            text: qsTr("End")
            chosen: root.model.closing === RemindersModel.Quit
            onClicked: root.model.setClosing(RemindersModel.Quit)
        }
    }

    Words {
        width: parent.width
        soft: true
        text: root.model.backWords
    }

    Heading {
        visible: root.model.login !== RemindersModel.Impossible
        text: qsTr("When you log in")
    }

    Flow {
        width: parent.width
        visible: root.model.login !== RemindersModel.Impossible
        spacing: 12

        Choice {
            text: qsTr("Begin quietly by itself")
            chosen: root.model.login === RemindersModel.On
            onClicked: root.model.setLogin(true)
        }
        Choice {
            text: qsTr("Only when we open it")
            chosen: root.model.login === RemindersModel.Off
            onClicked: root.model.setLogin(false)
        }
    }

    Heading {
        text: qsTr("What Nearer can notice here")
    }

    Column {
        width: parent.width
        spacing: 8

        Repeater {
            model: root.model.found

            Words {
                required property string modelData

                width: parent ? parent.width : 0
                text: modelData
            }
        }
    }

    Flow {
        width: parent.width
        topPadding: 12
        spacing: 12

        SoftButton {
            text: qsTr("End Nearer now")
            onClicked: root.model.quit()
        }
    }

    Item {
        width: 1
        height: 24
    }
}
