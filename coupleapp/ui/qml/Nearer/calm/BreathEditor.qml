pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// A rhythm of their own: four phases made longer or shorter, and a name.
Page {
    id: root

    required property BreathModel breath

    gap: 16

    function keep() {
        root.breath.keep(named.text);
    }

    onVisibleChanged: {
        if (root.visible) {
            named.text = root.breath.draftName;
            named.input.forceActiveFocus(Qt.TabFocusReason);
        }
    }
    Keys.onEscapePressed: root.breath.leaveEditor()

    component Stepper: Flow {
        id: stepper

        required property string phase
        required property string title
        required property string seconds

        width: parent ? parent.width : 0
        spacing: 10

        Words {
            width: 90 * Theme.textScale
            height: 48
            verticalAlignment: Text.AlignVCenter
            text: stepper.title
        }

        SoftButton {
            text: "−"
            Accessible.name: qsTr("Shorter: %1").arg(stepper.title)
            Accessible.description: stepper.seconds
            onClicked: root.breath.step(stepper.phase, false)
        }

        Words {
            width: 64 * Theme.textScale
            height: 48
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: stepper.seconds
            font.features: ({ "tnum": 1 })
            Accessible.name: qsTr("%1: %2").arg(stepper.title).arg(stepper.seconds)
        }

        SoftButton {
            text: "+"
            Accessible.name: qsTr("Longer: %1").arg(stepper.title)
            Accessible.description: stepper.seconds
            onClicked: root.breath.step(stepper.phase, true)
        }
    }

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.large * 1.2
        text: qsTr("A rhythm of your own")
    }

    Field {
        id: named

        width: parent.width
        label: qsTr("What you call it")
        onAccepted: root.keep()
    }

    Trouble {
        width: parent.width
        text: root.breath.trouble
    }

    Stepper {
        phase: "in"
        title: qsTr("In")
        seconds: root.breath.draftIn
    }
    Stepper {
        phase: "hold_in"
        title: qsTr("Hold")
        seconds: root.breath.draftHoldIn
    }
    Stepper {
        phase: "out"
        title: qsTr("Out")
        seconds: root.breath.draftOut
    }
    Stepper {
        phase: "hold_out"
        title: qsTr("Rest")
        seconds: root.breath.draftHoldOut
    }

    Words {
        width: parent.width
        soft: true
        font.pixelSize: Theme.small
        text: qsTr("Most people find a longer out-breath calming. Holding is not needed.")
    }

    Flow {
        width: parent.width
        spacing: 12

        SoftButton {
            text: qsTr("Keep it")
            onClicked: root.keep()
        }
        SoftButton {
            plain: true
            text: qsTr("Leave it")
            onClicked: root.breath.leaveEditor()
        }
    }
}
