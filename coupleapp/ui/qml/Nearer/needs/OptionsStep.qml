pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Ideas, three at least, and no judging yet.
Page {
    id: root

    required property SessionModel session
    required property NeedsModel needs
    required property TrialControls plan

    centred: true
    widest: 760
    gap: 22

    Prompt {
        width: parent.width
        size: Theme.title
        text: qsTr("What could you try?")
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: root.needs.optionsHint
    }

    SharedLines {
        id: added

        width: parent.width
        focus: true
        first: true
        chooses: root.needs.mayGoOn
        needs: root.needs
        plan: root.plan
        label: qsTr("An idea")
        button: qsTr("Add it")
    }

    FreeNo {
        width: parent.width
        text: root.needs.freeNo
    }

    Words {
        width: parent.width
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.small
        text: root.session.timeWords
    }

    Choices {
        width: parent.width

        SoftButton {
            emphasis: root.needs.mayGoOn
            height: 64
            text: root.needs.goOnWords
            onClicked: root.plan.goOn(added.began)
        }
        ParkIt {
            height: 64
            needs: root.needs
        }
    }
}
