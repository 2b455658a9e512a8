pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Nearer
import Nearer.Models

Page {
    id: root

    required property WritingControls writing

    centred: true
    widest: 640
    gap: 24

    Prompt {
        width: parent.width
        size: Theme.prompt
        text: qsTr("When will you sit down again?")
    }

    Choices {
        width: parent.width

        ComboBox {
            id: days

            readonly property real wish: 320 * Theme.textScale

            width: Math.min(root.width - 96, days.wish)
            implicitHeight: Math.max(52, Theme.large * 1.4 + 20)
            focus: true
            model: root.writing.nextDays
            currentIndex: 6
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
                border.width: days.visualFocus ? 3 : 1
                border.color: days.visualFocus ? Theme.focus : Theme.line
            }
        }

        Field {
            id: time

            width: 150 * Theme.textScale
            label: ""
            input.Accessible.name: qsTr("Time")
            text: root.writing.usualTime
            onAccepted: root.writing.planNext(days.currentIndex, time.text)
        }
    }

    Choices {
        width: parent.width

        SoftButton {
            text: qsTr("Then it is")
            onClicked: root.writing.planNext(days.currentIndex, time.text)
        }
        SoftButton {
            text: qsTr("We leave it open")
            onClicked: root.writing.leaveDateOpen()
        }
    }
}
