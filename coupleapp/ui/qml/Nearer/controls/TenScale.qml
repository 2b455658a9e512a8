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
    readonly property alias value: track.value
    readonly property alias chosen: track.chosen

    spacing: 8
    onActiveFocusChanged: {
        if (root.activeFocus)
            track.forceActiveFocus(Qt.TabFocusReason);
    }

    Words {
        width: root.width
        text: root.question
        font.pixelSize: Theme.large
        Accessible.ignored: true
    }

    T.Control {
        id: track

        readonly property int from: 0
        readonly property int to: 10
        readonly property int stepSize: 1
        readonly property int middle: 5
        readonly property int unset: -1
        readonly property bool chosen: track.value >= track.from
        readonly property real reach: track.width - 2 * track.end
        readonly property real end: track.height / 2
        property int value: track.unset

        // Where a number lies, from the left edge.
        function place(number: int): real {
            const share = (number - track.from) / (track.to - track.from);
            return track.end + track.reach * (track.mirrored ? 1 - share : share);
        }

        function choose(number: int) {
            track.value = Math.max(track.from, Math.min(track.to, number));
        }

        function chooseAt(x: real) {
            const share = (x - track.end) / track.reach;
            track.choose(Math.round((track.mirrored ? 1 - share : share) * track.to));
        }

        function move(by: int) {
            track.choose(track.chosen ? track.value + by : track.middle);
        }

        width: root.width
        implicitHeight: Math.max(52, Theme.small * 2)
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Slider
        Accessible.name: root.question
        // Its number a screen reader is told by itself, with the first and the last.
        Accessible.description: unchosen.visible ? unchosen.text : ""
        Accessible.onIncreaseAction: track.move(track.stepSize)
        Accessible.onDecreaseAction: track.move(-track.stepSize)
        Keys.onPressed: event => {
            const onward = track.mirrored ? -1 : 1;
            event.accepted = true;
            switch (event.key) {
            case Qt.Key_Right:
                track.move(onward);
                break;
            case Qt.Key_Left:
                track.move(-onward);
                break;
            case Qt.Key_Up:
                track.move(1);
                break;
            case Qt.Key_Down:
                track.move(-1);
                break;
            case Qt.Key_Home:
                track.choose(track.from);
                break;
            case Qt.Key_End:
                track.choose(track.to);
                break;
            case Qt.Key_Backspace:
            case Qt.Key_Delete:
                track.value = track.unset;
                break;
            default:
                event.accepted = event.key >= Qt.Key_0 && event.key <= Qt.Key_9;
                if (event.accepted)
                    track.choose(event.key - Qt.Key_0);
            }
        }

        Rectangle {
            x: track.end
            anchors.verticalCenter: parent.verticalCenter
            width: track.reach
            height: 2
            radius: 1
            color: Theme.line
        }

        Rectangle {
            visible: track.chosen
            x: Math.min(track.place(track.from), track.place(track.value))
            anchors.verticalCenter: parent.verticalCenter
            width: Math.abs(track.place(track.value) - track.place(track.from))
            height: 6
            radius: 3
            color: Theme.calm
        }

        // Eleven places, all alike, while none is chosen.
        Repeater {
            model: track.chosen ? 0 : track.to - track.from + 1

            Rectangle {
                required property int index

                x: track.place(index) - width / 2
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
            visible: track.chosen
            x: track.place(track.value) - width / 2
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(38, figure.implicitWidth + 16, figure.implicitHeight + 8)
            height: width
            radius: width / 2
            color: Theme.accent

            Text {
                id: figure

                anchors.centerIn: parent
                text: track.value
                color: Theme.accentInk
                font.family: Theme.sans
                font.pixelSize: Theme.small
                font.weight: Font.Medium
                Accessible.ignored: true
            }
        }

        FocusFrame {
            shown: track.visualFocus
            anchors.margins: 0
        }

        MouseArea {
            anchors.fill: parent
            preventStealing: true
            onPressed: mouse => {
                track.forceActiveFocus(Qt.MouseFocusReason);
                track.chooseAt(mouse.x);
            }
            onPositionChanged: mouse => track.chooseAt(mouse.x)
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
            visible: !track.chosen
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
            visible: track.chosen
            plain: true
            font.pixelSize: Theme.small
            text: qsTr("Take it back")
            Accessible.name: qsTr("%1: take it back").arg(root.question)
            onClicked: {
                track.value = track.unset;
                track.forceActiveFocus(Qt.TabFocusReason);
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
