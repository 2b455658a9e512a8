pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// When they sit down next; and all that is agreed, for a calendar.
Page {
    id: root

    required property NextTalkModel model

    gap: 16

    Connections {
        target: root.model

        // Whoever closed the form goes on from here.
        function onFormChanged() {
            if (root.model.form === "")
                again.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    PageTitle {
        text: qsTr("Next talk")
    }

    Words {
        width: parent.width
        visible: talks.count === 0
        soft: true
        text: qsTr("A day, a place and one small promise make it easier to begin.")
    }

    Repeater {
        id: talks

        model: root.model.talks

        Column {
            id: talk

            required property string talkId
            required property string when
            required property string place
            required property string will

            width: parent ? parent.width : 0
            spacing: 6

            Prompt {
                width: parent.width
                alignment: Text.AlignLeft
                size: Theme.large * 1.3
                text: talk.when
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: talk.place
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: talk.will
            }

            Loader {
                width: parent.width
                active: root.model.form === talk.talkId
                visible: active
                sourceComponent: TalkForm {
                    topPadding: 8
                    model: root.model
                }
                onLoaded: forceActiveFocus(Qt.TabFocusReason)
            }

            Flow {
                width: parent.width
                visible: root.model.form !== talk.talkId
                topPadding: 8
                spacing: 8

                SoftButton {
                    text: qsTr("Move or change it")
                    Accessible.name: qsTr("%1: %2").arg(text).arg(talk.when)
                    onClicked: root.model.write(talk.talkId)
                }
                SoftButton {
                    text: qsTr("Let it go")
                    Accessible.name: qsTr("%1: %2").arg(text).arg(talk.when)
                    onClicked: root.model.letGo(talk.talkId)
                }
            }
        }
    }

    PutBack {
        width: parent.width
        what: root.model.gone
        onClicked: root.model.putBack()
    }

    LeftAside {
        width: parent.width
        text: root.model.leftAside
    }

    Trouble {
        width: parent.width
        text: root.model.trouble
    }

    Loader {
        width: parent.width
        active: root.model.form === root.model.newForm
        visible: active
        focus: active
        sourceComponent: TalkForm {
            model: root.model
            onlyOne: talks.count === 0
        }
        onLoaded: {
            if (talks.count > 0)
                forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Flow {
        width: parent.width

        SoftButton {
            id: again

            visible: root.model.form === ""
            text: root.model.newWords
            onClicked: root.model.write(root.model.newForm)
        }
    }

    Item {
        width: 1
        height: 16
    }

    Section {
        heading: qsTr("Calendar file")
        note: qsTr("Your next talk, the rituals you both said yes to, what you do together, and the day you look at your plan again: for the calendar on your phone or computer. Others may see that calendar, so choose what it says.")

        Flow {
            width: parent.width
            spacing: 12

            SoftButton {
                choice: true
                text: qsTr("Only “Time for us two”")
                chosen: !root.model.ourWords
                onClicked: root.model.chooseWords(false)
            }
            SoftButton {
                choice: true
                text: qsTr("Our own words")
                chosen: root.model.ourWords
                onClicked: root.model.chooseWords(true)
            }
        }

        Flow {
            width: parent.width

            SoftButton {
                text: qsTr("Save a calendar file …")
                // Loaded by name, so that no start waits for it.
                onClicked: dialog.setSource("CalendarDialog.qml", {
                    model: root.model
                })
            }
        }

        Trouble {
            width: parent.width
            text: root.model.fileWords
        }
    }

    Loader {
        id: dialog
    }
}
