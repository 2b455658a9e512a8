pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What each reads once, before they breathe for the first time.
Page {
    id: root

    required property SessionModel session
    required property BreathModel breath

    readonly property bool scrolls: root.flickable.contentHeight > root.flickable.height + 1

    Keys.onSpacePressed: root.scroll(root.flickable.height * 0.85)
    centred: true
    gap: 18

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.title * 0.8
        text: root.breath.cautionTitle
    }

    CautionToRead {
        width: parent.width
        // What has to be scrolled is read from its beginning.
        focus: root.breath.unread && !root.scrolls
        breath: root.breath
        leftCap: root.session.leftKeycap
        rightCap: root.session.rightKeycap
        leftKeyWords: root.session.leftKeyWords
        rightKeyWords: root.session.rightKeyWords
    }

    SoftButton {
        visible: !root.breath.unread
        focus: !root.breath.unread
        text: qsTr("Go on")
        onClicked: root.session.goOn()
    }
}
