pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The evening's question while the notebook is locked.
SmallFrame {
    id: root

    required property AskModel question

    height: Math.min(root.most, Math.max(260, page.contentHeight))
    onClosing: root.question.close()

    QuestionPage {
        id: page

        anchors.fill: parent
        focus: true
        model: root.question
    }
}
