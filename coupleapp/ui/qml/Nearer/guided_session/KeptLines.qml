pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// What was kept tonight. Whose it is says nobody: what one gave is not the other's debt.
Column {
    id: root

    required property QtObject lines
    readonly property int count: all.count

    spacing: 14

    Repeater {
        id: all

        model: root.lines

        Prompt {
            required property string words

            width: root.width
            size: Theme.large * 1.2
            italic: true
            text: words
        }
    }
}
