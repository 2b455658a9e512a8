pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Every ending is a good ending; a stop looks neutral and asks nothing, and is no slip's to make.
Page {
    id: root

    required property SessionModel session
    required property NeedsModel needs
    required property WritingControls writing

    centred: true
    widest: 640
    gap: 26

    Prompt {
        width: parent.width
        size: Theme.title
        text: root.session.heading
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: root.session.hint
    }

    Words {
        width: parent.width
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        text: root.needs.kept
    }

    Words {
        width: parent.width
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: root.writing.putAwayWords
    }

    SoftButton {
        anchors.horizontalCenter: parent.horizontalCenter
        text: qsTr("Home")
        onClicked: root.session.goHome()
    }

    Item {
        width: 1
        height: 12
    }

    TakeBack {
        width: parent.width
        // Nothing that ends it has the keyboard.
        focus: true
        session: root.session
    }
}
