pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The doors, at the same place below every page; at its edge what is always in reach.
Item {
    id: root

    required property AppModel app
    readonly property bool beside: root.width >= 800 * Theme.textScale
    readonly property real margin: Theme.margin(root.width) - 8

    implicitHeight: root.beside ? Math.max(doors.implicitHeight, edge.implicitHeight) + 32 : doors.implicitHeight + edge.implicitHeight + 32

    component Way: NavigationWord {
        id: to

        required property int page
        required property string words
        required property bool atEdge

        here: root.app.lit === to.page
        text: to.words
        onClicked: root.app.go(to.page)
    }

    component Ways: Flow {
        id: ways

        property bool edge: false

        spacing: 12

        Repeater {
            model: root.app.ways

            Way {
                visible: atEdge === ways.edge
            }
        }
    }

    Ways {
        id: doors

        x: root.LayoutMirroring.enabled ? root.width - width - root.margin : root.margin
        y: 16
        width: root.width - 2 * root.margin - (root.beside ? edge.implicitWidth : 0)
    }

    Row {
        id: edge

        x: root.beside !== root.LayoutMirroring.enabled ? root.width - width - root.margin : root.margin
        y: root.beside ? 16 : doors.y + doors.height
        spacing: 12

        Ways {
            edge: true
        }

        NavigationWord {
            visible: root.app.lock !== ""
            text: root.app.lock
            Accessible.description: qsTr("Control and L")
            onClicked: root.app.lockNow()
        }
    }
}
