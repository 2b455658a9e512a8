pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

Page {
    id: root

    required property SessionModel session
    required property BreathModel breath

    centred: true
    widest: 900
    gap: 20

    BreathCircle {
        readonly property real place: root.height - hint.height - ways.height - 2 * root.gap - 2 * 49

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.max(180, Math.min(parent.width, place))
        height: width
        breath: root.breath
        key: root.session.ringKey
        limitMs: root.session.limitMs
        leftMs: root.session.leftMs
        running: root.session.running
    }

    Words {
        id: hint

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, 640 * Theme.textScale)
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: root.session.hint
        Accessible.name: root.session.spokenHint
    }

    Choices {
        id: ways

        width: parent.width

        KeyButton {
            focus: true
            keycap: qsTr("Space")
            text: root.session.breathEnd
            onClicked: root.session.endBreathing()
        }

        SoftButton {
            plain: true
            visible: text !== ""
            font.pixelSize: Theme.caption
            text: root.breath.easierWords
            onClicked: root.breath.ease()
        }
    }
}
