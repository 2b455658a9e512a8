pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What each likes to hold, and where they feel at ease. One at a time; it stands in groundings.
Page {
    id: root

    required property AppModel app
    required property ComfortModel model

    readonly property bool open: root.model.seat !== Seat.Nobody

    function keep() {
        root.model.keep(hold.text, place.text);
    }

    // What one has typed is taken away with the form, whoever opens it next.
    Connections {
        target: root.model

        function onSeatChanged() {
            hold.text = root.model.hold;
            place.text = root.model.place;
        }
    }

    gap: 18
    onOpenChanged: (root.open ? hold.input : first).forceActiveFocus(Qt.TabFocusReason)

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.title
        text: qsTr("Something to hold on to")
    }

    Words {
        width: parent.width
        soft: true
        text: qsTr("When it gets too much, a pause can lead you back to what feels good. Each of you names it once, or not at all. It is shown in those moments, and nowhere else.")
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: root.model.keptWords
    }

    Flow {
        width: parent.width
        visible: !root.open
        spacing: 12
        // Left is where somebody sits, whatever way they read.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        SoftButton {
            id: first

            focus: !root.open
            height: Math.max(64, implicitHeight)
            text: root.model.leftWords
            onClicked: root.model.look(Seat.Left)
        }
        SoftButton {
            height: Math.max(64, implicitHeight)
            text: root.model.rightWords
            onClicked: root.model.look(Seat.Right)
        }
    }

    Column {
        width: parent.width
        visible: root.open
        spacing: 18

        Row {
            spacing: 12

            SeatMark {
                anchors.verticalCenter: parent.verticalCenter
                seat: root.model.seat
                size: 22
            }
            Words {
                font.pixelSize: Theme.large
                font.weight: Font.Medium
                text: root.model.heading
            }
        }

        Trouble {
            width: parent.width
            text: root.model.trouble
        }

        Field {
            id: hold

            width: parent.width
            label: qsTr("What do you like to hold?")
            onEdited: text => root.model.keepDraft("hold", text)
            onAccepted: place.input.forceActiveFocus(Qt.TabFocusReason)
        }

        Words {
            width: parent.width
            soft: true
            font.pixelSize: Theme.small
            text: qsTr("As “the grey stone” or “my blue cup”. A pause then says: take the grey stone.")
        }

        Field {
            id: place

            width: parent.width
            label: qsTr("Where do you feel at ease?")
            onEdited: text => root.model.keepDraft("place", text)
            onAccepted: root.keep()
        }

        Words {
            width: parent.width
            soft: true
            font.pixelSize: Theme.small
            text: qsTr("As “the lake in August”. Both may stay empty.")
        }

        Flow {
            width: parent.width
            spacing: 12

            SoftButton {
                text: qsTr("Keep it")
                onClicked: root.keep()
            }
            SoftButton {
                plain: true
                text: qsTr("Cancel")
                onClicked: root.model.cancel()
            }
        }
    }
}
