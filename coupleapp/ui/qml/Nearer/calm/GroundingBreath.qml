pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Slow breathing as something to hold on to; what has to be read first stands before it.
FocusScope {
    id: root

    required property GroundingControls grounding
    required property BreathModel breath
    // How high the page is: the lights stay in sight.
    required property real room

    focus: true
    implicitHeight: column.implicitHeight
    height: implicitHeight

    Column {
        id: column

        width: root.width
        spacing: 20

        Loader {
            width: parent.width
            active: root.breath.unread
            visible: active
            focus: active
            sourceComponent: CautionToRead {
                width: column.width
                breath: root.breath
            }
        }

        Loader {
            anchors.horizontalCenter: parent.horizontalCenter
            active: !root.breath.unread
            visible: active
            sourceComponent: BreathLights {
                width: Math.min(column.width, 420)
                height: Math.max(150, Math.min(330, root.room - 320))
                breath: root.breath
            }
        }

        Choices {
            width: parent.width

            SoftButton {
                visible: !root.breath.unread
                focus: !root.breath.unread
                height: Math.max(56, implicitHeight)
                text: qsTr("That is enough")
                onClicked: root.grounding.finish()
            }
            SoftButton {
                plain: true
                visible: !root.breath.unread && text !== ""
                height: Math.max(56, implicitHeight)
                text: root.breath.easierWords
                onClicked: root.breath.ease()
            }
            SoftButton {
                plain: true
                height: Math.max(56, implicitHeight)
                text: qsTr("Something else")
                onClicked: root.grounding.menu()
            }
            ToClock {
                grounding: root.grounding
            }
        }

        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, 640 * Theme.textScale)
            visible: !root.breath.unread
            horizontalAlignment: Text.AlignHCenter
            soft: true
            text: root.breath.hint
        }
    }
}
