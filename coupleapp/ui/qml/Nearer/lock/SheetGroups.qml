pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The groups of a sheet, large and numbered. They stand as they are typed, whatever way one reads.
Flow {
    id: root

    required property SheetModel model

    spacing: 12
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Repeater {
        model: root.model.groups

        Rectangle {
            id: group

            required property int number
            required property string text
            required property string spoken

            width: Math.max(symbols.implicitWidth + 16, 170 * Theme.displayScale)
            height: column.implicitHeight + 24
            radius: 16
            color: Theme.surfaceRaised
            border.width: 1
            border.color: Theme.line
            Accessible.role: Accessible.StaticText
            Accessible.name: group.spoken

            Column {
                id: column

                anchors.centerIn: parent
                spacing: 2

                Text {
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: group.number
                    textFormat: Text.PlainText
                    color: Theme.inkSoft
                    font.family: Theme.sans
                    font.pixelSize: Theme.caption
                    Accessible.ignored: true
                }
                Text {
                    id: symbols

                    text: group.text
                    textFormat: Text.PlainText
                    color: Theme.ink
                    font.family: Theme.sans
                    font.pixelSize: 30 * Theme.displayScale
                    font.weight: Font.Medium
                    font.letterSpacing: 4
                    Accessible.ignored: true
                }
            }
        }
    }
}
