pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Every ending is a good ending; a stop looks neutral and asks nothing.
Page {
    id: root

    required property SessionModel session
    required property NeedsModel needs
    required property WritingControls writing

    centred: true
    widest: 680
    gap: 26

    Prompt {
        width: parent.width
        size: Theme.title
        text: root.session.heading
    }

    Repeater {
        model: root.writing.gifts

        Column {
            id: gift

            required property string giver
            required property string taker
            required property string words

            width: parent ? parent.width : 0
            spacing: 4

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                soft: true
                text: qsTr("For %1, from %2").arg(gift.taker).arg(gift.giver)
            }
            Prompt {
                width: parent.width
                size: Theme.large * 1.2
                italic: true
                text: gift.words
            }
        }
    }

    Words {
        width: parent.width
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        text: root.needs.kept
    }

    Words {
        width: parent.width
        visible: root.writing.putAway
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("What you had begun to write waits in the notebook.")
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: root.session.hint
    }

    SoftButton {
        anchors.horizontalCenter: parent.horizontalCenter
        focus: true
        text: qsTr("Home")
        onClicked: root.session.goHome()
    }
}
