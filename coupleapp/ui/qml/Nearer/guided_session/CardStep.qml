pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// A card both read, or moments they have named before and what they are trying; then on.
Page {
    id: root

    required property SessionModel session
    required property WritingControls writing

    centred: true
    widest: 760
    gap: 26

    component Moment: Column {
        id: moment

        required property string words
        required property string by

        width: parent ? parent.width : 0
        spacing: 2

        Prompt {
            width: moment.width
            size: Theme.large
            italic: true
            text: moment.words
        }
        Words {
            width: moment.width
            horizontalAlignment: Text.AlignHCenter
            soft: true
            font.pixelSize: Theme.small
            text: moment.by
        }
    }

    Prompt {
        width: parent.width
        size: Theme.title
        text: root.session.heading
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: root.writing.cardText
    }

    SoftButton {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.writing.momentWaits
        text: qsTr("Show one")
        onClicked: {
            root.writing.showMoment();
            goOn.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Repeater {
        id: moments

        model: root.writing.moments

        Moment {}
    }

    Words {
        width: parent.width
        visible: tries.count > 0
        topPadding: 8
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: qsTr("And what you are trying. How is it going, in a word or two?")
    }

    Repeater {
        id: tries

        model: root.writing.tries

        Moment {}
    }

    SoftButton {
        id: goOn

        anchors.horizontalCenter: parent.horizontalCenter
        emphasis: true
        focus: true
        text: qsTr("Go on")
        onClicked: root.session.goOn()
    }
}
