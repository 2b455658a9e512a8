pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One partner's half while somebody speaks.
Item {
    id: root

    required property SessionModel session
    required property int seat
    required property string who
    required property bool speaking
    required property string doing
    required property string cue

    readonly property bool lit: root.speaking || root.session.lit === root.seat
    readonly property real ringSize: Math.max(96, Math.min(root.width * 0.8, root.height * 0.94, 330 * Theme.displayScale))
    // Where large letters meet a small window: first the mark goes, then the cue.
    readonly property bool tight: root.height < 100 + 115 * Theme.textScale
    readonly property bool tiny: root.height < 120

    Ring {
        anchors.centerIn: parent
        width: root.ringSize
        height: root.ringSize
        visible: root.speaking
        Accessible.role: Accessible.ProgressBar
        Accessible.name: qsTr("Time left: %1").arg(root.session.countdown)
        Accessible.ignored: root.session.countdown === ""
        tint: root.seat === Seat.Left ? Theme.partnerLeft : Theme.partnerRight
        key: root.session.ringKey
        limitMs: root.session.limitMs
        leftMs: root.session.leftMs
        running: root.session.running && root.speaking
        scale: root.session.inGrace && root.speaking ? 1.05 : 1

        Behavior on scale {
            NumberAnimation {
                duration: Theme.slow
                easing.type: Easing.InOutSine
            }
        }
    }

    Column {
        anchors.centerIn: parent
        width: root.speaking ? root.ringSize * 0.8 : Math.min(root.width - 32, 420 * Theme.textScale)
        spacing: root.ringSize < 220 || root.tight ? 2 : 10

        SeatMark {
            anchors.horizontalCenter: parent.horizontalCenter
            seat: root.seat
            visible: root.speaking ? root.ringSize > 140 : !root.tight
            size: root.speaking ? Math.min(38, root.ringSize * 0.13) : 26
            opacity: root.speaking ? 1 : 0.85
        }

        Text {
            width: parent.width
            text: root.who
            textFormat: Text.PlainText
            horizontalAlignment: Text.AlignHCenter
            color: root.lit ? Theme.ink : Theme.inkSoft
            font.family: Theme.sans
            font.weight: root.speaking ? Font.DemiBold : Font.Normal
            font.pixelSize: root.speaking ? Math.min(Theme.name, root.ringSize * 0.2) : root.tight ? Theme.body : Theme.large * 1.2
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.body
            elide: Text.ElideRight
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            visible: root.speaking || !root.tiny
            soft: !root.lit
            font.pixelSize: root.speaking ? Math.min(Theme.body, root.ringSize * 0.1) : Theme.body
            text: root.speaking ? root.doing : root.cue
        }

        // How long it goes on, for whoever looks.
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            visible: root.speaking && text !== "" && root.ringSize >= 200 && !root.tight
            soft: true
            font.pixelSize: Math.min(Theme.caption, root.ringSize * 0.08)
            text: root.session.aboutLeft
            Accessible.ignored: true
        }
    }
}
