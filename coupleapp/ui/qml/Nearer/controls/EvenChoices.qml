pragma ComponentBehavior: Bound

import QtQuick

// Buttons of one width in even columns, as many as fit; none stands out by the length of its words.
Item {
    id: root

    default property alias content: grid.data
    property real gap: 14
    property int most: 3
    property real least: 190

    // Every button here is as wide as the widest.
    readonly property real cell: {
        let widest = root.least;
        for (let i = 0; i < grid.visibleChildren.length; ++i)
            widest = Math.max(widest, grid.visibleChildren[i].implicitWidth);
        return Math.min(widest, root.width);
    }

    readonly property int fitting: Math.max(1, Math.floor((root.width + root.gap) / (root.cell + root.gap)))
    // Two and one below would make the one stand out.
    readonly property bool stacked: root.fitting < grid.visibleChildren.length && grid.visibleChildren.length <= root.most

    implicitHeight: grid.implicitHeight

    Grid {
        id: grid

        anchors.horizontalCenter: parent.horizontalCenter
        columns: root.stacked ? 1 : Math.min(root.most, root.fitting)
        spacing: root.gap
        horizontalItemAlignment: Grid.AlignHCenter
    }
}
