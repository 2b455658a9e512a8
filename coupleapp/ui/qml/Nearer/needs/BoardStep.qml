pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Both lists at once. Where there is room they are drawn; below, they stand in words.
Page {
    id: root

    required property SessionModel session
    required property NeedsModel needs
    required property BoardModel board

    readonly property bool room: root.width >= 940 && root.height >= 560 && Theme.textScale < 1.4
    readonly property bool drawn: root.room && ((picture.item as NeedsBoard)?.whole ?? true)

    centred: true
    widest: 1120
    gap: root.drawn ? 18 : 24

    Prompt {
        width: parent.width
        size: Theme.prompt
        text: root.needs.topic
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("Read it in quiet first, both of you. Nothing here has to be answered.")
    }

    Loader {
        id: picture

        width: parent.width
        height: Math.max(320, Math.min(root.height - 270, 520))
        active: root.room
        visible: root.drawn
        sourceComponent: NeedsBoard {
            board: root.board
        }
    }

    FreeNo {
        width: parent.width
        text: root.needs.freeNo
    }

    Choices {
        width: parent.width

        SoftButton {
            emphasis: true
            focus: true
            text: qsTr("Go on")
            onClicked: root.session.goOn()
        }
        ParkIt {
            height: 64
            needs: root.needs
        }
    }

    NeedsLists {
        width: parent.width
        board: root.board
        silent: root.drawn
    }
}
