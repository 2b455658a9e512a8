pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What may be pressed now: each partner's keys on their side, and below them, quietly, those of both.
Item {
    id: root

    required property SessionModel session

    // While somebody types, letters are letters.
    readonly property bool typing: root.Window.activeFocusItem instanceof TextEdit || root.Window.activeFocusItem instanceof TextInput
    readonly property real gap: 4
    readonly property real half: (root.width - 24) / 2
    readonly property bool roomy: root.width > 1000 * Theme.textScale
    // While they take turns the bar does not shrink: what is above it stays where it is.
    readonly property bool keeps: root.session.inTurns
    readonly property real needed: Math.max(leftKeys.height, rightKeys.height) + root.gap + bothKeys.height
    property real kept

    implicitHeight: Math.max(root.needed, root.kept)

    // Left is where somebody sits, whatever way they read.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    onNeededChanged: root.kept = root.keeps ? Math.max(root.kept, root.needed) : 0
    onKeepsChanged: root.kept = root.keeps ? root.needed : 0
    // What a key needs is known once all of them have their place.
    onWidthChanged: Qt.callLater(root.keepAnew)

    function keepAnew() {
        root.kept = root.keeps ? root.needed : 0;
    }

    // How wide these keys are in one line. What repeats them is none of them.
    function widthOf(keys: list<Item>): real {
        let sum = 0;
        for (let i = 0; i < keys.length; ++i)
            sum += keys[i].width + (i > 0 ? root.gap : 0);
        return sum;
    }

    // Their half; in a small window, or with large text, also what the other's keys leave of it.
    function roomBeside(other: real): real {
        return root.roomy ? root.half : Math.max(root.half, root.width - other - 24);
    }

    component Keys: Flow {
        readonly property real wish: root.widthOf(visibleChildren)

        spacing: root.gap
    }

    component Key: KeyButton {
        required property int asks
        required property int seat
        required property string words
        required property string spoken
        required property bool offered
        required property bool letter
        required enabled
        required keyWords

        visible: offered
        keyWorks: !letter || !root.typing
        tint: seat === Seat.Left ? Theme.partnerLeft : seat === Seat.Right ? Theme.partnerRight : Theme.inkSoft
        text: words
        Accessible.name: spoken
        onClicked: root.session.pressKey(asks, seat)
    }

    Keys {
        id: leftKeys

        width: Math.min(wish, root.roomBeside(rightKeys.wish))
        anchors.left: parent.left

        Repeater {
            visible: false
            model: root.session.leftKeys

            Key {}
        }
    }

    Keys {
        id: rightKeys

        width: Math.min(wish, root.roomBeside(leftKeys.wish))
        anchors.right: parent.right
        layoutDirection: Qt.RightToLeft

        Repeater {
            visible: false
            model: root.session.rightKeys

            Key {}
        }
    }

    Grid {
        id: bothKeys

        // The air within a key may reach into the margin: at 200 % all of them just fit.
        columns: root.widthOf(visibleChildren) > root.width + 16 ? 2 : 4
        spacing: root.gap
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom

        Repeater {
            visible: false
            model: root.session.keysOfBoth

            Key {}
        }
    }
}
