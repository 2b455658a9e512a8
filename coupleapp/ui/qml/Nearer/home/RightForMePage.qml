pragma ComponentBehavior: Bound

import QtQuick
import Nearer

Page {
    gap: 24

    ReadingTitle {
        width: parent.width
        focus: true
        text: qsTr("Is this right for me?")
    }

    CareCard {
        width: parent.width
    }

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.large * 1.2
        text: qsTr("About breathing")
    }

    BreathCaution {
        width: parent.width
    }

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.large * 1.2
        text: qsTr("What it cannot protect")
    }

    Words {
        width: parent.width
        text: qsTr("Encryption protects your words while the computer is off or locked. It does not protect them from somebody who uses your account, watches the screen, or has put a watching program on this computer. Both of you can read what is in the notebook. Private answers change what the app offers, so the other may guess them.")
    }

    Item {
        width: 1
        height: 24
    }
}
