pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The rule card. Both hold their key, or their half of the screen, for two seconds.
Page {
    id: root

    required property SessionModel session

    centred: true
    widest: 760
    gap: 22

    Prompt {
        width: parent.width
        size: Theme.title
        text: qsTr("Shall we?")
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: Theme.large
        text: qsTr("We speak calmly, each for ourselves.\nNobody is to blame.\nFirst we listen, then we answer.")
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("Either of you may pause or stop at any moment. No reason is asked.")
    }

    BothKeys {
        width: parent.width
        focus: true
        session: root.session
        leftWords: qsTr("%1 agrees").arg(root.session.leftName)
        rightWords: qsTr("%1 agrees").arg(root.session.rightName)
        onHeld: root.session.agree()
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.small
        text: root.session.holdWords
    }
}
