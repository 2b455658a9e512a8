pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Nearer.Models

// Which key file belongs to the copy.
FileDialog {
    id: root

    required property LookModel model

    title: qsTr("Choose the key file of this copy")
    fileMode: FileDialog.OpenFile
    nameFilters: [qsTr("Key files (*.json)"), qsTr("All files (*)")]
    onAccepted: root.model.chooseEnvelope(root.selectedFile)
    Component.onCompleted: open()
}
