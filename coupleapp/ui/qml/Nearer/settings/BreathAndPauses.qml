pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The breath that opens a talk, and what helps when it gets too much.
Column {
    id: root

    required property AppModel app
    required property SettingsModel model

    spacing: 18

    component Heading: Prompt {
        width: parent ? parent.width : 0
        alignment: Text.AlignLeft
        size: Theme.large * 1.15
    }

    Heading {
        text: qsTr("The breath that opens a talk")
    }

    Flow {
        width: parent.width
        spacing: 12

        Repeater {
            model: root.model.openings

            SoftButton {
                required property int count
                required property string words

                choice: true
                text: words
                chosen: root.model.openingMinutes === count
                onClicked: root.model.setOpeningMinutes(count)
            }
        }
    }

    Words {
        width: parent.width
        soft: true
        text: qsTr("In for 4, out for 6, unless you both chose another rhythm under “Just breathe”.")
    }

    Heading {
        text: qsTr("When it gets too much")
    }

    Words {
        width: parent.width
        soft: true
        text: qsTr("Something good to hold, and a place where you feel at ease: named once, for the pauses.")
    }

    SoftButton {
        text: qsTr("Something to hold on to")
        onClicked: root.app.go(AppModel.Comfort)
    }
}
