pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Nearer
import Nearer.Models

// What may be pressed now: the left partner's keys on the left, the right one's on the right.
GridLayout {
    id: root

    required property AppModel app
    required property SessionModel session

    // While somebody types, letters are letters.
    readonly property bool typing: root.Window.activeFocusItem instanceof TextEdit || root.Window.activeFocusItem instanceof TextInput
    property bool wide

    // Later, because asking a row for its width may lay it out.
    Binding on wide {
        delayed: true
        value: root.parent !== null && root.parent.width > leftKeys.wish + middle.wish + rightKeys.wish + 56
    }

    // Left is where somebody sits, whatever way they read.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    columns: root.wide ? 3 : 2
    rowSpacing: 4

    // Keys in a row, and how wide they would like to be. What repeats them is none of them.
    component Keys: Flow {
        readonly property real wish: {
            let sum = 0;
            for (let i = 0; i < visibleChildren.length; ++i)
                sum += visibleChildren[i].width + spacing;
            return sum;
        }

        Layout.preferredWidth: wish
        Layout.maximumWidth: root.width
        spacing: 4
    }

    component Key: KeyButton {
        required property int asks
        required property int seat
        required property string words
        required property string spoken
        required property bool offered
        required property bool letter
        required enabled

        visible: offered
        keyWorks: !letter || !root.typing
        tint: seat === Seat.Left ? Theme.partnerLeft : seat === Seat.Right ? Theme.partnerRight : Theme.inkSoft
        text: words
        Accessible.name: spoken
        onClicked: root.session.pressKey(asks, seat)
    }

    Keys {
        id: leftKeys

        Layout.row: 0
        Layout.column: 0
        Layout.alignment: Qt.AlignLeft

        Repeater {
            visible: false
            model: root.session.leftKeys

            Key {}
        }
    }

    Keys {
        id: middle

        Layout.row: root.wide ? 0 : 1
        Layout.column: root.wide ? 1 : 0
        Layout.columnSpan: root.wide ? 1 : 2
        Layout.alignment: Qt.AlignHCenter

        Repeater {
            visible: false
            model: root.session.keysOfBoth

            Key {}
        }
        KeyButton {
            keycap: "♪"
            visible: root.session.stage !== SessionModel.Over
            text: root.session.soundWords(root.app.sound)
            label: root.session.soundLabel(root.app.sound)
            Accessible.description: ""
            onClicked: root.app.setSound(!root.app.sound)
        }
    }

    Keys {
        id: rightKeys

        Layout.row: 0
        Layout.column: root.wide ? 2 : 1
        Layout.alignment: Qt.AlignRight
        layoutDirection: Qt.RightToLeft

        Repeater {
            visible: false
            model: root.session.rightKeys

            Key {}
        }
    }
}
