pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One is to be alone with the screen, while the other looks away.
FocusScope {
    id: root

    required property string who
    required property string other
    property int seat: Seat.Nobody
    property real size: Theme.title
    property real otherSize: Theme.large
    property bool emphasis: true
    property real gap: 24
    property list<string> notes
    // Whether they may also leave it, beside the way in or below it.
    property bool leaves: false
    property bool beside: false

    signal alone
    signal declined

    implicitHeight: column.implicitHeight
    onVisibleChanged: copied.forget()
    Component.onCompleted: copied.forget()
    Component.onDestruction: copied.forget()

    CopiedText {
        id: copied
    }

    Column {
        id: column

        width: root.width
        spacing: root.gap

        SeatMark {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.seat !== Seat.Nobody
            seat: root.seat
            size: 34
        }

        Prompt {
            width: parent.width
            size: root.size
            text: qsTr("This is for %1 alone").arg(root.who)
        }

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            soft: true
            font.pixelSize: root.otherSize
            text: qsTr("%1, please look out of the window for a moment.").arg(root.other)
        }

        Repeater {
            model: root.notes

            Words {
                required property string modelData

                width: column.width
                horizontalAlignment: Text.AlignHCenter
                text: modelData
            }
        }

        Choices {
            width: parent.width

            SoftButton {
                focus: true
                emphasis: root.emphasis
                text: qsTr("Only I am looking")
                onClicked: root.alone()
            }
            NotNow {
                visible: root.leaves && root.beside
                height: 64
            }
        }

        NotNow {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.leaves && !root.beside
        }
    }

    component NotNow: SoftButton {
        plain: true
        text: qsTr("Not now")
        onClicked: root.declined()
    }
}
