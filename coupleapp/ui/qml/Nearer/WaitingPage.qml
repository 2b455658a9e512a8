pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// While something is done to the notebook, and it is closed for that.
Page {
    id: root

    anchors.fill: parent
    centred: true
    widest: 640
    gap: 20
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true
    Component.onCompleted: root.Accessible.announce(title.text, Accessible.Polite)

    Prompt {
        id: title

        width: parent.width
        size: Theme.title
        text: qsTr("One moment …")
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: Theme.large
        text: qsTr("Nearer is busy with your notebook. It opens by itself.")
    }
}
