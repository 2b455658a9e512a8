pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// A prompt that a press below replaces: it has room for each that may come, so that the button
// stays under the pointer.
Item {
    id: root

    property alias text: shown.text
    property alias size: shown.size
    property alias italic: shown.italic
    property list<string> others: []

    implicitHeight: Math.max(shown.implicitHeight, room.childrenRect.height)

    Prompt {
        id: shown

        width: parent.width
        anchors.verticalCenter: parent.verticalCenter
    }

    Item {
        id: room

        width: parent.width
        visible: false

        Repeater {
            model: root.others

            Prompt {
                required property string modelData

                width: room.width
                size: root.size
                italic: root.italic
                text: modelData
            }
        }
    }
}
