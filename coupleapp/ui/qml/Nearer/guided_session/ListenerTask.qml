pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// For whoever says back: what the question asks of them, and the one question they may ask.
Column {
    id: root

    required property SessionModel session
    required property TurnControls turns

    readonly property bool mayAsk: root.session.questionWords !== ""

    spacing: 6
    visible: root.session.task !== "" || root.mayAsk

    Words {
        width: parent.width
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.italic: true
        text: root.session.task
    }
    SoftButton {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.mayAsk
        implicitHeight: Math.max(44, implicitContentHeight + 16)
        padding: 8
        leftPadding: 20
        font.pixelSize: Theme.small
        text: root.session.questionWords
        // The keyboard does not stay on what is no longer there.
        onVisibleChanged: {
            if (!visible)
                focus = false;
        }
        onClicked: root.turns.askQuestion()
    }
}
