pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Coming back to the room together, as a step of its own.
Page {
    id: root

    required property SessionModel session
    required property GroundingControls grounding
    required property BreathModel breath

    centred: true
    widest: 900
    gap: 24

    GroundingMenu {
        width: parent.width
        focus: true
        grounding: root.grounding
        breath: root.breath
        room: root.height
        lighterOffered: false
        onGoOn: root.session.goOn()
        onStop: root.session.stop()
    }

    Choices {
        width: parent.width

        SoftButton {
            visible: root.grounding.place !== GroundingControls.After
            plain: true
            text: qsTr("Go on without it")
            onClicked: root.session.goOn()
        }
    }
}
