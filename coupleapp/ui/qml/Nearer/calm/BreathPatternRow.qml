pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// One rhythm to choose: its name, its seconds, and for an own one the ways to change it.
Flow {
    id: root

    required property string patternId
    required property string name
    required property string rhythm
    required property bool own
    property bool chosen: false

    signal picked
    signal edited
    signal removed

    spacing: 4

    SoftButton {
        width: root.own ? implicitWidth : root.width
        choice: true
        chosen: root.chosen
        leftPadding: 20
        text: qsTr("%1: %2").arg(root.name).arg(root.rhythm)
        onClicked: root.picked()
    }

    SoftButton {
        visible: root.own
        plain: true
        font.pixelSize: Theme.small
        text: qsTr("Change")
        Accessible.name: qsTr("Change %1").arg(root.name)
        onClicked: root.edited()
    }

    SoftButton {
        visible: root.own
        plain: true
        font.pixelSize: Theme.small
        text: qsTr("Remove")
        Accessible.name: qsTr("Remove %1").arg(root.name)
        onClicked: root.removed()
    }
}
