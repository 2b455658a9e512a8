pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// A button whose own press changes its words: it has room for each of them, and those beside it
// stay where they are.
SoftButton {
    id: root

    property list<string> others: []

    implicitWidth: leftPadding + Math.max(implicitContentWidth, Math.ceil(room.childrenRect.width)) + rightPadding

    Item {
        id: room

        visible: false

        Repeater {
            model: root.others

            Text {
                required property string modelData

                text: modelData
                textFormat: Text.PlainText
                font: root.font
            }
        }
    }
}
