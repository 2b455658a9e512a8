pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

FocusScope {
    id: root

    required property SessionModel session
    required property BreathModel breath

    focus: true

    TwoLights {
        anchors.centerIn: parent
        width: Math.min(root.width, root.height) * 0.8
        height: width
        words: false
        counted: false
        growPercent: root.breath.growPercent
        inMs: root.session.oneBreathMs * 0.4
        outMs: root.session.oneBreathMs * 0.6
        running: root.session.running
    }

    Prompt {
        anchors.centerIn: parent
        width: root.width * 0.7
        size: Theme.title
        text: qsTr("One breath")
    }
}
