pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// How long it is tried, until they look at it again.
Column {
    id: root

    property alias lengths: repeater.model
    required property int days
    required property string until
    // Whether it may go on without a day on which they look at it again.
    property bool open: false

    signal chosen(days: int)

    spacing: 8

    Words {
        width: parent.width
        text: root.until
    }

    Flow {
        width: parent.width
        spacing: 8

        component Length: SoftButton {
            id: length

            required property int count

            choice: true
            font.pixelSize: Theme.small
            leftPadding: 16
            chosen: root.days === length.count
            onClicked: root.chosen(length.count)
        }

        Repeater {
            id: repeater

            Length {
                required property string words

                text: words
            }
        }
        Length {
            visible: root.open
            count: 0
            text: qsTr("On no set day")
        }
    }
}
