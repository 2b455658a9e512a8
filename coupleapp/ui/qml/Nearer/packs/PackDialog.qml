pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Nearer.Models

// Which file is looked at.
FileDialog {
    id: root

    required property PacksModel model

    title: qsTr("Open a pack")
    fileMode: FileDialog.OpenFile
    nameFilters: [qsTr("Packs (*.toml)"), qsTr("All files (*)")]
    onAccepted: root.model.lookAt(root.selectedFile)
    Component.onCompleted: open()
}
