pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// Which evening it was, and what they sat down for.
Column {
    id: root

    required property string day
    required property string occasion
    required property int alignment

    visible: root.day !== "" || root.occasion !== ""
    spacing: 4

    Words {
        width: parent.width
        visible: root.day !== ""
        horizontalAlignment: root.alignment
        font.weight: Font.DemiBold
        text: root.day
    }
    Words {
        width: parent.width
        visible: root.occasion !== ""
        horizontalAlignment: root.alignment
        soft: true
        font.pixelSize: Theme.small
        text: root.occasion
    }
}
