pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// For whoever says back: what the question asks of them, and the one question they may ask. There
// is room for both from the beginning of the turn, so that nothing below moves when they come.
Column {
    id: root

    required property SessionModel session
    required property TurnControls turns

    readonly property bool mayAsk: root.session.questionWords !== ""

    spacing: 6
    visible: root.session.keepsRoom

    Words {
        width: parent.width
        visible: root.session.taskRoom !== ""
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.italic: true
        text: root.session.taskRoom
        opacity: root.session.task !== "" ? 1 : 0
        Accessible.ignored: root.session.task === ""
    }
    Item {
        width: parent.width
        height: ask.implicitHeight

        SoftButton {
            id: ask

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
}
