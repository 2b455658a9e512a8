pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// What can be said about an idea, each switched on or off.
Flow {
    id: root

    required property QtObject rows
    required property list<string> chosen
    property string spoken: "%1"

    signal toggled(tag: string)

    spacing: 8

    Repeater {
        model: root.rows

        SoftButton {
            required property string key
            required property string words

            font.pixelSize: Theme.small
            leftPadding: 16
            text: words
            Accessible.name: root.spoken.arg(words)
            chosen: root.chosen.includes(key)
            choice: true
            onClicked: root.toggled(key)
        }
    }
}
