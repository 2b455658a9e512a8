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

    property bool breathing: false

    centred: true
    widest: 900
    gap: 24

    GroundingMenu {
        width: parent.width
        visible: !root.breathing
        focus: !root.breathing
        grounding: root.grounding
        running: visible
        lighterOffered: false
        onGoOn: root.session.goOn()
        onStop: root.session.stop()
        onBreatheAsked: {
            root.breathing = true;
            enough.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Loader {
        anchors.horizontalCenter: parent.horizontalCenter
        active: root.breathing
        visible: active
        sourceComponent: BreathLights {
            width: 480
            height: 320
            breath: root.breath
        }
    }

    Choices {
        width: parent.width

        SoftButton {
            id: enough

            visible: root.breathing
            text: qsTr("That is enough")
            onClicked: {
                root.breathing = false;
                root.grounding.finish();
            }
        }
        SoftButton {
            visible: !root.breathing && root.grounding.place !== GroundingControls.After
            plain: true
            text: qsTr("Go on without it")
            onClicked: root.session.goOn()
        }
    }
}
