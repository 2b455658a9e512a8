pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Nearer.Models

// Which envelope belongs to the copy.
FileDialog {
    id: root

    required property LookModel model

    title: qsTr("Choose the file with the locks of this copy")
    fileMode: FileDialog.OpenFile
    nameFilters: [qsTr("Files with locks (*.json)"), qsTr("All files (*)")]
    onAccepted: root.model.chooseEnvelope(root.selectedFile)
    Component.onCompleted: open()
}
