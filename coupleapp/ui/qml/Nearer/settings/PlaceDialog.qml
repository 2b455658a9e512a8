pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Nearer.Models

// To which folder the copies go, too.
FolderDialog {
    id: root

    required property SecondPlaceModel model

    title: qsTr("A second place")
    onAccepted: root.model.choose(root.selectedFolder)
    Component.onCompleted: open()
}
