pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Asked where this computer's date has jumped far; then one line on what that means.
Column {
    id: root

    required property HomeModel model

    width: parent ? parent.width : 0

    Offer {
        visible: root.model.dateQuestion !== ""
        words: root.model.dateQuestion
        yes: qsTr("Yes, it is")
        no: qsTr("No, we'll set the clock")
        sure: ""
        onTaken: root.model.answerDate(true)
        onDeclined: root.model.answerDate(false)
    }

    Words {
        width: parent.width
        visible: text !== ""
        text: root.model.dateLeft
    }
}
