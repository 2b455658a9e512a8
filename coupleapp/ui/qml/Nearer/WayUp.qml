pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One level up, called by the page it leads to.
NavigationWord {
    id: root

    required property AppModel app

    mark: root.LayoutMirroring.enabled ? "›" : "‹"
    text: root.app.up
    Accessible.name: qsTr("Back to %1").arg(root.app.up)
    onClicked: root.app.goUp()
}
