pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Lines of both: what was added, and a field for the next one.
Column {
    id: root

    required property NeedsModel needs
    required property TrialControls plan
    required property string label
    required property string button

    // Whether the keyboard begins here.
    property bool first: false
    // Whether one of them can be chosen.
    property bool chooses: false
    readonly property string began: field.text

    spacing: 12

    function addIt() {
        if (root.plan.add(field.text))
            field.input.forceActiveFocus(Qt.TabFocusReason);
    }

    Repeater {
        model: root.needs.lines

        Item {
            id: line

            required property string lineId
            required property string words
            required property string freeNo
            required property bool chosen

            width: root.width
            implicitHeight: Math.max(written.implicitHeight, away.implicitHeight, choose.visible ? choose.implicitHeight : 0)

            Words {
                id: written

                anchors.left: parent.left
                anchors.right: choose.visible ? choose.left : away.left
                anchors.rightMargin: 12
                anchors.verticalCenter: parent.verticalCenter
                font.family: Theme.serif
                font.pixelSize: Theme.large
                lineHeight: 1.1
                text: line.words
                Accessible.description: line.freeNo
            }

            SoftButton {
                id: choose

                anchors.right: away.left
                anchors.rightMargin: 4
                anchors.verticalCenter: parent.verticalCenter
                visible: root.chooses
                implicitHeight: Math.max(44, implicitContentHeight + 16)
                padding: 8
                leftPadding: 18
                font.pixelSize: Theme.small
                choice: true
                chosen: line.chosen
                text: qsTr("This one")
                Accessible.name: qsTr("This one: %1").arg(line.words)
                onClicked: root.plan.choose(line.lineId)
            }

            SoftButton {
                id: away

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                plain: true
                font.pixelSize: Theme.small
                text: qsTr("Take away")
                Accessible.name: qsTr("Take away: %1").arg(line.words)
                onClicked: root.plan.takeAway(line.lineId)
            }
        }
    }

    NeedField {
        id: field

        width: parent.width
        needs: root.needs
        draft: "line"
        begun: root.needs.line
        label: root.label
        input.focus: root.first
        onAccepted: root.addIt()
    }

    SoftButton {
        anchors.horizontalCenter: parent.horizontalCenter
        text: root.button
        onClicked: root.addIt()
    }
}
