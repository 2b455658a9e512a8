pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What matters most to one: read aloud, said back, until that is it. Or it is left here for now.
Page {
    id: root

    required property SessionModel session
    required property NeedsModel needs
    required property ListControls lists

    readonly property bool checks: root.session.stage === SessionModel.CoreCheck

    centred: true
    widest: 860
    gap: 26

    Connections {
        target: root.session

        function onFigured(figure: int) {
            if (root.checks && figure <= 3)
                root.lists.check(["thats_it", "mostly", "not_yet"][figure - 1]);
        }
    }

    component Answer: SoftButton {
        required property string answer
        required property int place

        height: Math.max(64, implicitHeight)
        Accessible.description: root.session.figureWords(place)
        onClicked: root.lists.check(answer)
    }

    SeatMark {
        anchors.horizontalCenter: parent.horizontalCenter
        seat: root.session.floor || Seat.Left
        size: 34
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: root.session.title
    }

    Prompt {
        width: parent.width
        size: Theme.title
        text: root.needs.core
    }

    Prompt {
        width: parent.width
        visible: root.needs.coreNote !== ""
        size: Theme.large * 1.1
        italic: true
        text: root.needs.coreNote
    }

    FreeNo {
        width: parent.width
        text: root.needs.freeNo
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: root.needs.coreHint
    }

    SoftButton {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: !root.checks
        focus: !root.checks
        emphasis: true
        text: qsTr("%1 has said it back").arg(root.session.otherName)
        onClicked: root.lists.sayCoreBack()
    }

    Choices {
        width: parent.width
        visible: root.checks

        Answer {
            focus: root.checks
            answer: "thats_it"
            place: 1
            text: qsTr("That's it")
        }
        Answer {
            answer: "mostly"
            place: 2
            text: qsTr("Mostly")
        }
        Answer {
            answer: "not_yet"
            place: 3
            text: qsTr("Not yet")
        }
    }

    Choices {
        width: parent.width

        SoftButton {
            plain: true
            text: qsTr("Let us leave it here for now")
            onClicked: root.lists.leaveCore()
        }
        ParkIt {
            needs: root.needs
        }
    }
}
