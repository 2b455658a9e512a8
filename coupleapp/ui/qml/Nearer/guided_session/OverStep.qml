pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Every ending is a good ending. Where they came to the end of it, the two lights meet.
Page {
    id: root

    required property SessionModel session
    required property NeedsModel needs
    required property WritingControls writing
    required property NextDateModel next

    centred: true
    widest: 680
    gap: 30

    // Outlines are beside the words, where a glow may lie behind them.
    LightsMeet {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.session.finished && Theme.contrast
        size: 260
        height: 100
    }

    Prompt {
        width: parent.width
        size: Theme.title * 1.1
        text: root.session.heading

        LightsMeet {
            anchors.centerIn: parent
            z: -1
            visible: root.session.finished && !Theme.contrast
        }
    }

    KeptLines {
        width: parent.width
        visible: count > 0
        lines: root.writing.kept
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

    Words {
        width: parent.width
        visible: root.next.agreed !== ""
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Next: %1").arg(root.next.agreed)
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
        emphasis: true
        text: qsTr("Home")
        onClicked: root.session.goHome()
    }

    SoftButton {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.session.finished && root.session.alone === Seat.Nobody
        plain: true
        font.pixelSize: Theme.small
        text: qsTr("Two lines for the notebook, if you like")
        onClicked: root.session.goToNotebook()
    }
}
