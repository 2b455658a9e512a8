pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Nearer

// One column on a page that scrolls when the text is large or the window small.
FocusScope {
    id: root

    default property alias content: column.data
    property Item backdrop: null
    property real gap: 20
    property bool centred: false
    property real widest: Theme.column
    // Where it begins.
    property real above: Math.min(column.margin, 64)
    property alias flickable: scroller
    readonly property alias side: column.margin
    readonly property alias contentWidth: column.width
    // Whether all of it is in the window.
    readonly property bool whole: scroller.contentHeight <= scroller.height + 1

    focus: true

    function scroll(by: real) {
        scroller.contentY = Math.max(0, Math.min(scroller.contentHeight - scroller.height, scroller.contentY + by));
    }

    function reveal() {
        const item = root.Window.window ? root.Window.window.activeFocusItem : null;
        if (!item || item === root || !root.activeFocus || scroller.height <= 0)
            return;
        const top = item.mapToItem(column, 0, 0).y + column.y;
        const bottom = top + item.height;
        if (bottom + 24 <= scroller.height)
            // All of the page's beginning can be seen with it.
            scroller.contentY = 0;
        else if (top < scroller.contentY)
            scroller.contentY = Math.max(0, top - 24);
        else if (bottom > scroller.contentY + scroller.height)
            scroller.contentY = Math.max(0, Math.min(scroller.contentHeight - scroller.height, bottom + 24 - scroller.height, top - 8));
    }

    onHeightChanged: revealSoon.restart()
    Keys.onPressed: event => {
        event.accepted = !root.whole;
        switch (event.key) {
        case Qt.Key_Down:
            root.scroll(60);
            break;
        case Qt.Key_Up:
            root.scroll(-60);
            break;
        case Qt.Key_PageDown:
            root.scroll(scroller.height * 0.85);
            break;
        case Qt.Key_PageUp:
            root.scroll(-scroller.height * 0.85);
            break;
        case Qt.Key_End:
            root.scroll(scroller.contentHeight);
            break;
        case Qt.Key_Home:
            root.scroll(-scroller.contentHeight);
            break;
        default:
            event.accepted = false;
        }
    }

    Item {
        anchors.fill: parent
        data: root.backdrop === null ? [] : [root.backdrop]
    }

    Flickable {
        id: scroller

        anchors.fill: parent
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        contentWidth: width
        contentHeight: Math.max(height, column.implicitHeight + (root.centred ? 2 * column.above : column.y + 24))
        onContentHeightChanged: revealSoon.restart()

        ScrollBar.vertical: ScrollBar {
            policy: root.whole ? ScrollBar.AlwaysOff : ScrollBar.AlwaysOn
        }

        Column {
            id: column

            readonly property real margin: Theme.margin(scroller.width)

            readonly property real above: Math.max(20, Math.min(48, scroller.height * 0.06))

            x: root.centred ? (scroller.width - width) / 2 : margin
            y: root.centred ? Math.max(above, (scroller.height - implicitHeight) / 2) : root.above
            width: Math.min(root.widest, scroller.width - 2 * margin)
            spacing: root.gap
        }
    }

    Timer {
        id: revealSoon

        interval: 0
        onTriggered: root.reveal()
    }

    // What the keyboard reaches is scrolled into view.
    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged() {
            root.reveal();
        }
    }
}
