pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Nearer.Models

// Where the calendar file goes.
FileDialog {
    id: root

    required property NextTalkModel model

    title: qsTr("Calendar file")
    fileMode: FileDialog.SaveFile
    defaultSuffix: "ics"
    nameFilters: [qsTr("Calendar (*.ics)")]
    onAccepted: root.model.saveCalendar(root.selectedFile)
    Component.onCompleted: open()
}
