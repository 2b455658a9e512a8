pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// The frame of a small window. It appears without taking the keyboard from anybody.
Window {
    id: root

    default property alias content: place.data

    // Read by Qt's platform plugins when the window is shown.
    property bool _q_showWithoutActivating: true

    // One width, whatever it asks; its title and a margin are on the screen with it.
    readonly property real most: Screen.desktopAvailableHeight - 96

    width: 600 * Math.min(1.4, Theme.textScale)
    title: "Nearer"
    color: Theme.surface

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
        id: place

        anchors.fill: parent
        focus: true
        LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
        LayoutMirroring.childrenInherit: true
    }
}
