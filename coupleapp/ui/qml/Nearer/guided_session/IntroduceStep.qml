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

    Words {
        width: parent.width
        visible: root.session.tender
        horizontalAlignment: Text.AlignHCenter
        font.italic: true
        text: qsTr("This one can feel tender. A softer one is just as good.")
    }

    Prompt {
        width: parent.width
        size: Theme.prompt * 1.1
        text: root.session.prompt
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("For the one who listens: %1").arg(root.session.cue)
    }

    Choices {
        width: parent.width

        SoftButton {
            enabled: root.session.hasSofter
            text: qsTr("A softer one")
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
