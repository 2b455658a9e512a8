pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Nearer

// 0 to 10, with words at both ends; -1 until somebody chooses. Arrow keys and digits choose,
// Backspace takes it back.
Column {
    id: root

    required property string question
    required property string lowWord
    required property string highWord
    readonly property alias value: scale.value
    readonly property alias chosen: scale.chosen

    spacing: 8
    onActiveFocusChanged: {
        if (root.activeFocus)
            scale.forceActiveFocus(Qt.TabFocusReason);
    }

    Words {
        width: root.width
        text: root.question
        font.pixelSize: Theme.large
        Accessible.ignored: true
    }

    T.Control {
        id: scale

        readonly property int from: 0
        readonly property int to: 10
        readonly property int stepSize: 1
        readonly property int middle: 5
        readonly property int unset: -1
        readonly property bool chosen: scale.value >= scale.from
        readonly property real reach: scale.width - 2 * scale.end
        readonly property real end: scale.height / 2
        property int value: scale.unset

        // Where a number lies, from the left edge.
        function place(number: int): real {
            const share = (number - scale.from) / (scale.to - scale.from);
            return scale.end + scale.reach * (scale.mirrored ? 1 - share : share);
        }

        function choose(number: int) {
            scale.value = Math.max(scale.from, Math.min(scale.to, number));
        }

        function chooseAt(x: real) {
            const share = (x - scale.end) / scale.reach;
            scale.choose(Math.round((scale.mirrored ? 1 - share : share) * scale.to));
        }

        function move(by: int) {
            scale.choose(scale.chosen ? scale.value + by : scale.middle);
        }

        width: root.width
        implicitHeight: Math.max(52, Theme.small * 2)
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Slider
        Accessible.name: root.question
        // Its number a screen reader is told by itself, with the first and the last.
        Accessible.description: unchosen.visible ? unchosen.text : ""
        Accessible.onIncreaseAction: scale.move(scale.stepSize)
        Accessible.onDecreaseAction: scale.move(-scale.stepSize)
        Keys.onPressed: event => {
            const onward = scale.mirrored ? -1 : 1;
            event.accepted = true;
            switch (event.key) {
            case Qt.Key_Right:
                scale.move(onward);
                break;
            case Qt.Key_Left:
                scale.move(-onward);
                break;
            case Qt.Key_Up:
                scale.move(1);
                break;
            case Qt.Key_Down:
                scale.move(-1);
                break;
            case Qt.Key_Home:
                scale.choose(scale.from);
                break;
            case Qt.Key_End:
                scale.choose(scale.to);
                break;
            case Qt.Key_Backspace:
            case Qt.Key_Delete:
                scale.value = scale.unset;
                break;
            default:
                event.accepted = event.key >= Qt.Key_0 && event.key <= Qt.Key_9;
                if (event.accepted)
                    scale.choose(event.key - Qt.Key_0);
            }
        }

        Rectangle {
            x: scale.end
            anchors.verticalCenter: parent.verticalCenter
            width: scale.reach
            height: 2
            radius: 1
            color: Theme.line
        }

        Rectangle {
            visible: scale.chosen
            x: Math.min(scale.place(scale.from), scale.place(scale.value))
            anchors.verticalCenter: parent.verticalCenter
            width: Math.abs(scale.place(scale.value) - scale.place(scale.from))
            height: 6
            radius: 3
            color: Theme.calm
        }

        // Eleven places, all alike, while none is chosen.
        Repeater {
            model: scale.chosen ? 0 : scale.to - scale.from + 1

            Rectangle {
                required property int index

                x: scale.place(index) - width / 2
                anchors.verticalCenter: parent.verticalCenter
                width: 12
                height: 12
                radius: 6
                color: Theme.surface
                border.width: 2
                border.color: Theme.inkSoft
            }
        }

        Rectangle {
            visible: scale.chosen
            x: scale.place(scale.value) - width / 2
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(38, figure.implicitWidth + 16, figure.implicitHeight + 8)
            height: width
            radius: width / 2
            color: Theme.accent

            Text {
                id: figure

                anchors.centerIn: parent
                text: scale.value
                color: Theme.accentInk
                font.family: Theme.sans
                font.pixelSize: Theme.small
                font.weight: Font.Medium
                Accessible.ignored: true
            }
        }

        FocusFrame {
            shown: scale.visualFocus
            anchors.margins: 0
        }

        MouseArea {
            anchors.fill: parent
            preventStealing: true
            onPressed: mouse => {
                scale.forceActiveFocus(Qt.MouseFocusReason);
                scale.chooseAt(mouse.x);
            }
            onPositionChanged: mouse => scale.chooseAt(mouse.x)
        }
    }

    Item {
        width: root.width
        height: Math.max(low.height, high.height, back.implicitHeight)

        Words {
            id: low

            anchors.left: parent.left
            width: parent.width / 3
            horizontalAlignment: Text.AlignLeft
            text: root.lowWord
            soft: true
            font.pixelSize: Theme.small
        }

        Words {
            id: unchosen

            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width / 3
            visible: !scale.chosen
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("not chosen yet")
            soft: true
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }

        SoftButton {
            id: back

            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, parent.width / 3)
            implicitHeight: implicitContentHeight + topPadding + bottomPadding
            topPadding: 0
            bottomPadding: 8
            visible: scale.chosen
            plain: true
            font.pixelSize: Theme.small
            text: qsTr("Take it back")
            Accessible.name: qsTr("%1: take it back").arg(root.question)
            onClicked: {
                scale.value = scale.unset;
                scale.forceActiveFocus(Qt.TabFocusReason);
            }
        }

        Words {
            id: high

            anchors.right: parent.right
            width: parent.width / 3
            horizontalAlignment: Text.AlignRight
            text: root.highWord
            soft: true
            font.pixelSize: Theme.small
        }
    }
}
