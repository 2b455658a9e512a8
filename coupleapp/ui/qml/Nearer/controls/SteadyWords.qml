pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// A line that a press below replaces: see SteadyPrompt.
Item {
    id: root

    property alias text: shown.text
    property alias soft: shown.soft
    property alias font: shown.font
    property list<string> others: []

    implicitHeight: Math.max(shown.implicitHeight, room.childrenRect.height)

    Words {
        id: shown

        width: parent.width
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: Text.AlignHCenter
    }

    Item {
        id: room

        width: parent.width
        visible: false

        Repeater {
            model: root.others

            Words {
                required property string modelData

                width: room.width
                font: shown.font
                text: modelData
            }
        }
    }
}
