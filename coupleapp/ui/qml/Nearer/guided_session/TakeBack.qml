pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What one press did, both together undo.
FocusScope {
    id: root

    required property SessionModel session

    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: 12

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            soft: true
            font.pixelSize: Theme.small
            text: [root.session.takeBackWords, root.session.holdWords].join(" ")
        }

        BothKeys {
            width: parent.width
            focus: true
            compact: true
            session: root.session
            leftWords: qsTr("%1 takes it back").arg(root.session.leftName)
            rightWords: qsTr("%1 takes it back").arg(root.session.rightName)
            onHeld: root.session.takeBack()
        }
    }
}
