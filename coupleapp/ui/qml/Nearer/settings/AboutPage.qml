pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Nearer itself: its version, what lies where on this computer, and how it is taken off again.
Page {
    id: root

    required property AppModel app
    required property AboutModel model

    gap: 18

    component Heading: Column {
        id: heading

        required property string text

        width: parent ? parent.width : 0
        topPadding: 14

        Prompt {
            width: heading.width
            alignment: Text.AlignLeft
            size: Theme.large * 1.15
            text: heading.text
        }
    }

    component Lying: Column {
        id: lying

        required property string what
        required property string where

        width: parent ? parent.width : 0
        visible: where !== ""
        spacing: 2

        Words {
            width: lying.width
            text: lying.what
        }
        Words {
            width: lying.width
            soft: true
            font.pixelSize: Theme.small
            wrapMode: Text.WrapAnywhere
            text: lying.where
        }
    }

    ReadingTitle {
        width: parent.width
        focus: true
        text: qsTr("About Nearer")
    }

    Words {
        width: parent.width
        text: root.model.version
    }

    Words {
        width: parent.width
        text: qsTr("Nearer is free. Its licence, the MIT licence, lets you use it, look into it, change it and give it on.")
    }

    Words {
        width: parent.width
        soft: true
        text: root.model.source
    }

    Flow {
        width: parent.width

        SoftButton {
            text: qsTr("Whose work it stands on")
            onClicked: root.app.go(AppModel.Licences)
        }
    }

    Heading {
        text: qsTr("What lies where")
    }

    Words {
        width: parent.width
        text: qsTr("Nearer sends nothing anywhere. All there is lies on this computer, and where you put copies.")
    }

    Lying {
        what: qsTr("Your words and choices with their copies, encrypted; beside them a list of Nearer’s own faults, without a word of yours:")
        where: root.model.folder
    }

    Words {
        width: parent.width
        text: root.model.keyPlace
    }

    Lying {
        what: qsTr("Every copy once more, in the second place that you chose:")
        where: root.model.secondPlace
    }

    Lying {
        what: qsTr("Nearer’s own pages, so that they come quickly; nothing of yours:")
        where: root.model.drawings
    }

    Heading {
        text: qsTr("Taking it off this computer")
    }

    Words {
        width: parent.width
        text: qsTr("If Nearer begins with your computer, switch that off first, under “Evening reminders on this computer”.")
    }

    Words {
        width: parent.width
        text: root.model.takingOff
    }

    Words {
        width: parent.width
        text: qsTr("What you wrote stays, with its copies and its key. Come back, and all is as you left it.")
    }

    Words {
        width: parent.width
        text: qsTr("If nothing is to stay, delete the places above, too, and “Nearer” in this computer’s keyring. Nobody can bring that back then, not even us.")
    }

    Item {
        width: 1
        height: 24
    }
}
