pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Begins from any copy that somebody has in hand.
SoftButton {
    id: root

    required property AppModel app

    plain: true
    text: qsTr("From a file …")
    onClicked: dialog.setSource("CopyDialog.qml", {
        app: root.app
    })

    Loader {
        id: dialog
    }
}
