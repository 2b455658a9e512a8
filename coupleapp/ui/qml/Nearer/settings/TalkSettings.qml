pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// How long a talk is, and who speaks how.
Column {
    id: root

    required property SettingsModel model

    spacing: 18

    component Choice: SoftButton {
        choice: true
    }

    component Numbers: Flow {
        id: of

        required property QtObject numbers
        required property int chosen

        signal chose(count: int)

        width: parent ? parent.width : 0
        spacing: 12

        Repeater {
            model: of.numbers

            Choice {
                required property int count
                required property string words

                text: words
                chosen: of.chosen === count
                onClicked: of.chose(count)
            }
        }
    }

    Flow {
        width: parent.width
        spacing: 12

        Repeater {
            model: [60, 90, 120, 180]

            Choice {
                required property int modelData

                text: qsTr("%1 seconds").arg(modelData)
                chosen: root.model.timers && root.model.speakS === modelData
                onClicked: {
                    root.model.setTimers(true);
                    root.model.setSpeakSeconds(modelData);
                }
            }
        }
        Choice {
            text: qsTr("No timer")
            chosen: !root.model.timers
            onClicked: root.model.setTimers(false)
        }
    }

    Words {
        width: parent.width
        soft: true
        text: qsTr("Saying back takes half as long. Without a timer nobody is moved on, not in the recap after a pause either, and a breath waits for you.")
    }

    Words {
        width: parent.width
        text: qsTr("Questions in a theme talk, a light one first")
    }

    Numbers {
        numbers: root.model.cardCounts
        chosen: root.model.cards
        onChose: count => root.model.setCards(count)
    }

    Words {
        width: parent.width
        text: qsTr("How often each of you speaks, over all questions (once for each, at least)")
    }

    Numbers {
        numbers: root.model.parts
        chosen: root.model.chunks
        onChose: count => root.model.setChunks(count)
    }

    Words {
        width: parent.width
        text: qsTr("Who types instead of speaking?")
    }

    Flow {
        width: parent.width
        spacing: 12

        Choice {
            text: qsTr("%1 types").arg(root.model.left)
            chosen: root.model.typesLeft
            onClicked: root.model.toggleTyped(Seat.Left)
        }
        Choice {
            text: qsTr("%1 types").arg(root.model.right)
            chosen: root.model.typesRight
            onClicked: root.model.toggleTyped(Seat.Right)
        }
    }

    Words {
        width: parent.width
        soft: true
        text: qsTr("For talks without sound. Typed turns get three times as long, and their words go when the talk is over.")
    }

    Flow {
        width: parent.width
        visible: root.model.mayLoosen
        spacing: 12

        Choice {
            text: qsTr("Say back first")
            chosen: !root.model.loose
            onClicked: root.model.setLoose(false)
        }
        Choice {
            text: qsTr("Say back or answer, as you like")
            chosen: root.model.loose
            onClicked: root.model.setLoose(true)
        }
    }
}
