pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Nearer

// A day of a few, and a time.
FocusScope {
    id: root

    required property string usual

    property alias offered: days.model
    property alias day: days.currentIndex
    property alias time: at.text

    signal edited(text: string)
    signal done

    implicitHeight: row.implicitHeight

    Choices {
        id: row

        width: root.width

        ComboBox {
            id: days

            readonly property real wish: 320 * Theme.textScale
            readonly property bool lit: days.activeFocus && days.focusReason !== Qt.MouseFocusReason

            width: Math.min(root.width, days.wish)
            implicitHeight: Math.max(52, Theme.large * 1.4 + 20)
            focus: true
            font.family: Theme.sans
            font.pixelSize: Theme.body
            palette.text: Theme.ink
            palette.buttonText: Theme.ink
            palette.button: Theme.surfaceRaised
            palette.window: Theme.surfaceRaised
            palette.base: Theme.surfaceRaised
            palette.highlight: Theme.accent
            palette.highlightedText: Theme.accentInk
            palette.light: Theme.accent
            palette.midlight: Theme.line
            palette.mid: Theme.line
            palette.dark: Theme.ink
            Accessible.name: qsTr("Day")

            background: Rectangle {
                radius: 14
                color: Theme.surfaceRaised
                border.width: days.lit ? 3 : 1
                border.color: days.lit ? Theme.focus : Theme.edge
            }
        }

        Field {
            id: at

            width: 150 * Theme.textScale
            label: ""
            input.Accessible.name: qsTr("Time")
            text: root.usual
            onEdited: text => root.edited(text)
            onAccepted: root.done()
        }
    }
}
