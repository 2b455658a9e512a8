pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// A question they talked about, and whether it is a favourite.
Grid {
    id: root

    required property string promptId
    required property string words
    required property list<string> favourites

    readonly property bool beside: width > 540 * Theme.textScale

    signal marked(id: string)

    columns: root.beside ? 2 : 1
    spacing: 12
    verticalItemAlignment: Grid.AlignVCenter

    Prompt {
        width: root.beside ? root.width - mark.width - root.spacing : root.width
        alignment: Text.AlignLeft
        size: Theme.large
        text: root.words
    }

    SoftButton {
        id: mark

        font.pixelSize: Theme.small
        choice: true
        chosen: root.favourites.includes(root.promptId)
        text: qsTr("A favourite")
        Accessible.name: qsTr("A favourite: %1").arg(root.words)
        Accessible.description: qsTr("It comes first when a year has passed.")
        onClicked: root.marked(root.promptId)
    }
}
