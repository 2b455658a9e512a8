pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What was agreed, as both read it: when, each one's "I will", and what it honours.
Column {
    id: root

    required property string what
    required property string when
    required property string leftWill
    required property string rightWill
    required property string leftHonours
    required property string rightHonours
    required property string freeNo
    // Without what each of them will do.
    property bool brief: false

    spacing: 8

    component Half: Row {
        id: half

        required property int seat
        required property string will
        required property string honours

        width: parent ? parent.width : 0
        spacing: 12

        SeatMark {
            y: 6 * Theme.textScale
            seat: half.seat
            size: 14
        }
        Column {
            width: half.width - 26
            spacing: 2

            Words {
                width: parent.width
                text: half.will
            }
            Words {
                width: parent.width
                soft: true
                font.pixelSize: Theme.small
                text: half.honours
            }
        }
    }

    Prompt {
        width: parent.width
        visible: text !== ""
        alignment: Text.AlignLeft
        size: Theme.large * 1.15
        text: root.what
    }

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.large * (root.what === "" ? 1.15 : 1)
        text: root.when
    }

    Half {
        visible: !root.brief
        seat: Seat.Left
        will: root.leftWill
        honours: root.leftHonours
    }

    Half {
        visible: !root.brief
        seat: Seat.Right
        will: root.rightWill
        honours: root.rightHonours
    }

    Words {
        width: parent.width
        visible: text !== ""
        font.family: Theme.serif
        font.italic: true
        font.pixelSize: Theme.body * 1.1
        text: root.freeNo
    }
}
