pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// This week's theme: what it is for, whose week it is, and what may be done about it.
FocusScope {
    id: root

    required property ProgrammeModel model

    // Before they have talked about it, it waits anyway.
    readonly property bool mayStay: (root.model.hasTalked || root.model.onceMore) && !root.model.done

    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: root.width
        spacing: 12

        Words {
            width: parent.width
            soft: true
            font.pixelSize: Theme.small
            text: root.model.label
        }

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.title * 0.85
            text: root.model.theme
        }

        Words {
            width: Math.min(parent.width, 600 * Theme.textScale)
            text: root.model.intent
        }

        Words {
            width: parent.width
            visible: text !== ""
            soft: true
            font.pixelSize: Theme.small
            text: root.model.byline
        }

        Row {
            id: who

            width: parent.width
            visible: !root.model.done
            spacing: 10

            SeatMark {
                anchors.verticalCenter: parent.verticalCenter
                seat: root.model.introducer || Seat.Left
                size: 16
            }
            Words {
                width: Math.min(implicitWidth, who.width - 26)
                lineHeight: 1
                soft: true
                text: root.model.introduces
            }
        }

        Words {
            width: parent.width
            visible: text !== ""
            soft: true
            text: root.model.talkedWords
        }

        Trouble {
            width: parent.width
            text: root.model.trouble
        }

        Flow {
            width: parent.width
            topPadding: 8
            spacing: 12

            SoftButton {
                visible: root.model.done
                focus: root.model.done
                text: qsTr("Begin again")
                onClicked: root.model.beginAgain()
            }
            SoftButton {
                visible: root.mayStay
                focus: root.mayStay
                choice: true
                chosen: root.model.onceMore
                text: qsTr("Once more")
                Accessible.description: qsTr("It stays another week after you talked about it.")
                onClicked: root.model.toggleOnceMore()
            }
            SoftButton {
                visible: root.model.canChange && !root.model.done
                focus: root.model.canChange && !root.model.done && !root.mayStay
                text: qsTr("Another theme this week")
                onClicked: root.model.another()
            }
        }
    }
}
