pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Nearer

// One column on a page that scrolls when the text is large or the window small.
FocusScope {
    id: root

    default property alias content: column.data
    property real gap: 20
    property bool centred: false
    property real widest: Theme.column
    property alias flickable: scroller

    Flickable {
        id: scroller

        anchors.fill: parent
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        contentWidth: width
        contentHeight: Math.max(height, column.implicitHeight + 2 * column.margin)

        ScrollBar.vertical: ScrollBar {
            policy: scroller.contentHeight > scroller.height + 1 ? ScrollBar.AsNeeded : ScrollBar.AlwaysOff
        }

        Column {
            id: column

            readonly property real margin: Math.max(24, Math.min(90, scroller.width * 0.08))

            x: root.centred ? (scroller.width - width) / 2 : margin
            y: root.centred ? Math.max(margin, (scroller.height - implicitHeight) / 2) : Math.min(margin, 64)
            width: Math.min(root.widest, scroller.width - 2 * margin)
            spacing: root.gap
        }
    }

    // What the keyboard reaches is scrolled into view.
    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged() {
            const item = root.Window.window.activeFocusItem;
            if (!item || !root.activeFocus)
                return;
            const top = item.mapToItem(column, 0, 0).y + column.y;
            const bottom = top + item.height;
            if (top < scroller.contentY)
                scroller.contentY = Math.max(0, top - 24);
            else if (bottom > scroller.contentY + scroller.height)
                scroller.contentY = Math.min(scroller.contentHeight - scroller.height, bottom + 24 - scroller.height);
        }
    }
}
