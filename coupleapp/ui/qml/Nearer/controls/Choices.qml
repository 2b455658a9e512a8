pragma ComponentBehavior: Bound

import QtQuick

// Buttons side by side in the middle, on several lines where they do not fit on one.
Item {
    id: root

    default property alias content: flow.data
    property real gap: 16

    implicitHeight: flow.implicitHeight

    Flow {
        id: flow

        readonly property real wish: {
            let sum = -root.gap;
            for (let i = 0; i < flow.visibleChildren.length; ++i)
                sum += flow.visibleChildren[i].width + root.gap;
            return sum;
        }

        // One that is wider than there is place for stays in the middle.
        readonly property real widest: {
            let widest = 0;
            for (let i = 0; i < flow.visibleChildren.length; ++i)
                widest = Math.max(widest, flow.visibleChildren[i].width);
            return widest;
        }

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.max(flow.widest, Math.min(root.width, flow.wish))
        spacing: root.gap
    }
}
