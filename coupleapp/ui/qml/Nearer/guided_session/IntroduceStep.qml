pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The introducer reads aloud. Softer, another and none are equal.
Page {
    id: root

    required property SessionModel session

    centred: true
    widest: 860
    gap: 30

    Words {
        width: parent.width
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: root.session.cardWords
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: qsTr("%1, please read this aloud.").arg(root.session.introducerName)
    }

    SteadyWords {
        width: parent.width
        visible: text !== "" || others.length > 0
        font.italic: true
        text: root.session.tenderWords
        others: root.session.tenderToCome
    }

    SteadyPrompt {
        width: parent.width
        size: Theme.prompt * 1.1
        text: root.session.prompt
        others: root.session.promptsToCome
    }

    SteadyWords {
        width: parent.width
        soft: true
        text: root.session.cueWords
        others: root.session.cuesToCome
    }

    Choices {
        width: parent.width

        SteadyButton {
            enabled: root.session.hasSofter
            text: root.session.softerWords
            others: root.session.softerToCome
            onClicked: root.session.soften()
        }
        SoftButton {
            text: qsTr("Another one")
            onClicked: root.session.swap()
        }
        SoftButton {
            text: qsTr("None tonight")
            onClicked: root.session.skip()
        }
    }

    SoftButton {
        anchors.horizontalCenter: parent.horizontalCenter
        emphasis: true
        focus: true
        text: qsTr("%1 begins").arg(root.session.firstName)
        onClicked: root.session.beginTurns()
    }
}
