pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// A thin line that gets shorter as the time runs, in steps that hardly move.
Rectangle {
    id: root

    required property string key
    required property int limitMs
    required property int leftMs
    required property bool running

    // Whole hundredths: it is drawn anew only when a step can be seen.
    property int hundredths: 100

    function restart() {
        emptying.stop();
        root.hundredths = root.limitMs > 0 ? 100 * root.leftMs / root.limitMs : 100;
        if (root.running && root.limitMs > 0)
            emptying.start();
    }

    implicitHeight: 3
    radius: 1.5
    color: Qt.alpha(Theme.calm, 0.22)
    Accessible.ignored: true
    onKeyChanged: root.restart()
    onRunningChanged: root.restart()
    onLeftMsChanged: root.restart()
    Component.onCompleted: root.restart()

    Rectangle {
        width: parent.width * root.hundredths / 100
        height: parent.height
        radius: parent.radius
        color: Theme.calm
    }

    NumberAnimation {
        id: emptying

        target: root
        property: "hundredths"
        to: 0
        duration: Math.max(1, root.leftMs)
    }
}
