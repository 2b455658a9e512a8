pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The small window of the evening. It appears without taking the keyboard from anybody.
Window {
    id: root

    required property EveningModel model

    // Read by Qt's platform plugins when the window is shown.
    property bool _q_showWithoutActivating: true

    readonly property string stage: root.model.stage

    width: ["ask", "return"].includes(stage) ? 500 * Math.min(1.5, Theme.textScale) : 600 * Math.min(1.4, Theme.textScale)
    height: Math.min(Screen.desktopAvailableHeight, Math.max(280, page.contentHeight))
    title: "Nearer"
    color: Theme.surface
    onClosing: root.model.close()

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

    EveningPage {
        id: page

        anchors.fill: parent
        model: root.model
    }
}
