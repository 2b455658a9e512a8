pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// A heading and what belongs to it: nearer to each other than to what stands above.
Column {
    id: root

    required property string heading
    property string note: ""

    width: parent ? parent.width : implicitWidth
    spacing: 16

    Column {
        width: root.width
        spacing: 4

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.large * 1.15
            text: root.heading
        }

        Words {
            width: parent.width
            visible: root.note !== ""
            soft: true
            text: root.note
        }
    }
}
