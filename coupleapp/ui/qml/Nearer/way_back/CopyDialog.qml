pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Nearer.Models

// Which file is looked at.
FileDialog {
    id: root

    required property AppModel app

    title: qsTr("Open a copy of your notebook")
    fileMode: FileDialog.OpenFile
    nameFilters: [qsTr("Notebooks of Nearer (*.db)"), qsTr("All files (*)")]
    onAccepted: root.app.lookAtFile(root.selectedFile)
    Component.onCompleted: open()
}
