pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Nearer

// 0 to 10, with words at both ends. Arrow keys and digits move it.
Column {
    id: root

    required property string question
    required property string lowWord
    required property string highWord
    property alias value: slider.value

    spacing: 8
    onActiveFocusChanged: {
        if (root.activeFocus)
            slider.forceActiveFocus(Qt.TabFocusReason);
    }

    Words {
        width: root.width
        text: root.question
        font.pixelSize: Theme.large
        Accessible.ignored: true
    }

    Slider {
        id: slider

        width: root.width
        implicitHeight: 52
        from: 0
        to: 10
        stepSize: 1
        snapMode: Slider.SnapAlways
        value: 3
        Accessible.name: root.question
        Accessible.description: qsTr("%1 of 10").arg(slider.value)
        Keys.onPressed: event => {
            if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9) {
                slider.value = event.key - Qt.Key_0;
                event.accepted = true;
            }
        }

        background: Rectangle {
            x: slider.leftPadding + 14
            y: slider.topPadding + slider.availableHeight / 2 - height / 2
            width: slider.availableWidth - 28
            height: 6
            radius: 3
            color: Theme.line

            Rectangle {
                width: slider.visualPosition * parent.width
                height: parent.height
                radius: 3
                color: Theme.calm
            }
        }

        handle: Rectangle {
            x: slider.leftPadding + slider.visualPosition * (slider.availableWidth - width)
            y: slider.topPadding + slider.availableHeight / 2 - height / 2
            width: Math.max(38, figure.implicitWidth + 16)
            height: Math.max(38, figure.implicitHeight + 8)
            radius: height / 2
            color: Theme.accent
            border.width: slider.visualFocus ? 3 : 0
            border.color: Theme.focus

            Text {
                id: figure

                anchors.centerIn: parent
                text: slider.value
                color: Theme.accentInk
                font.family: Theme.sans
                font.pixelSize: Theme.small
                font.weight: Font.Medium
                Accessible.ignored: true
            }

            FocusFrame {
                shown: slider.visualFocus
            }
        }
    }

    Item {
        width: root.width
        height: Math.max(low.height, high.height)

        Words {
            id: low

            anchors.left: parent.left
            width: parent.width / 2 - 8
            text: root.lowWord
            soft: true
            font.pixelSize: Theme.small
        }

        Words {
            id: high

            anchors.right: parent.right
            width: parent.width / 2 - 8
            horizontalAlignment: Text.AlignRight
            text: root.highWord
            soft: true
            font.pixelSize: Theme.small
        }
    }
}
