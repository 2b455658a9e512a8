pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// A line, an agreement or a talk, to be read.
Column {
    id: root

    required property string words
    required property string byline
    required property int seat

    spacing: 8

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }

    Row {
        width: parent.width
        spacing: 10

        SeatMark {
            id: mark

            anchors.verticalCenter: parent.verticalCenter
            visible: root.seat !== Seat.Nobody
            seat: root.seat
            size: 14
        }

        Words {
            width: Math.min(implicitWidth, parent.width - (mark.visible ? mark.width + parent.spacing : 0))
            soft: true
            font.pixelSize: Theme.small
            text: root.byline
        }
    }

    Words {
        width: parent.width
        font.family: Theme.serif
        font.pixelSize: Theme.large
        font.features: ({
                "lnum": 1
            })
        text: root.words
    }
}
