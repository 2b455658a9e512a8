pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The small window: the question, then the evening.
SmallFrame {
    id: root

    required property AskModel question
    required property EveningModel evening

    readonly property bool asks: root.question.asking

    height: Math.min(root.most, Math.max(260, asks ? questionPage.contentHeight : page.contentHeight))
    onClosing: root.evening.close()

    QuestionPage {
        id: questionPage

        anchors.fill: parent
        visible: root.asks
        focus: root.asks
        model: root.question
    }

    EveningPage {
        id: page

        anchors.fill: parent
        visible: !root.asks
        focus: !root.asks
        model: root.evening
    }
}
