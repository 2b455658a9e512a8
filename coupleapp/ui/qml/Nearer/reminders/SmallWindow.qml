pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The small window. It appears without taking the keyboard from anybody.
Window {
    id: root

    required property AskModel question
    required property EveningModel evening

    // Read by Qt's platform plugins when the window is shown.
    property bool _q_showWithoutActivating: true

    readonly property bool asks: root.question.asking

    width: asks ? 560 * Math.min(1.5, Theme.textScale) : 620 * Math.min(1.4, Theme.textScale)
    height: Math.min(Screen.desktopAvailableHeight, Math.max(260, asks ? questionPage.contentHeight : page.contentHeight))
    title: "Nearer"
    color: Theme.surface
    onClosing: root.evening.close()

    Backdrop {
        anchors.fill: parent
    }

    Light {
        light: "left"
        width: 420
        height: 420
        x: root.width - 300
        y: -200
        opacity: Theme.glow * 0.6
    }

    Light {
        light: "right"
        width: 420
        height: 420
        x: root.width - 190
        y: -120
        opacity: Theme.glow * 0.5
    }

    FocusScope {
        anchors.fill: parent
        focus: true
        LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
        LayoutMirroring.childrenInherit: true

        QuestionPage {
            id: questionPage

            anchors.fill: parent
            visible: root.asks
            focus: root.asks
            model: root.question
        }

        EveningPage {
            id: page

            anchors.fill: parent
            visible: !root.asks
            focus: !root.asks
            model: root.evening
        }
    }
}
