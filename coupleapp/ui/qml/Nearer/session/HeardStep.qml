pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

Page {
    id: root

    required property SessionModel session

    centred: true
    widest: 720
    gap: 28

    Keys.onPressed: event => {
        const answers = {
            [Qt.Key_1]: "thats_it",
            [Qt.Key_2]: "mostly",
            [Qt.Key_3]: "not_yet"
        };
        const answer = answers[event.key];
        if (answer !== undefined && !event.isAutoRepeat) {
            event.accepted = true;
            root.session.checkHeard(answer);
        }
    }

    SeatMark {
        anchors.horizontalCenter: parent.horizontalCenter
        seat: root.session.asked || "left"
        size: 34
    }

    Prompt {
        width: parent.width
        size: Theme.title
        text: qsTr("%1, was that it?").arg(root.session.askedName)
    }

    Choices {
        width: parent.width

        SoftButton {
            id: it

            focus: true
            height: Math.max(64, implicitHeight)
            text: qsTr("That's it")
            Accessible.description: qsTr("Key %1").arg(1)
            onClicked: root.session.checkHeard("thats_it")
        }
        SoftButton {
            height: it.height
            text: qsTr("Mostly")
            Accessible.description: qsTr("Key %1").arg(2)
            onClicked: root.session.checkHeard("mostly")
        }
        SoftButton {
            height: it.height
            text: qsTr("Not yet")
            Accessible.description: qsTr("Key %1").arg(3)
            onClicked: root.session.checkHeard("not_yet")
        }
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("To have heard somebody is not the same as to agree.")
    }
}
