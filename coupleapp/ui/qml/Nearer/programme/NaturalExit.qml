pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// A good place to rest: two endings of equal worth. Nothing where there is none.
Column {
    id: root

    required property string words

    signal gone
    signal done

    width: parent ? parent.width : 0
    visible: root.words !== ""
    spacing: 12

    Words {
        width: parent.width
        text: root.words
    }

    Flow {
        width: parent.width
        spacing: 12

        SoftButton {
            text: qsTr("Go on")
            onClicked: root.gone()
        }
        SoftButton {
            text: qsTr("Done for now")
            onClicked: root.done()
        }
    }
}
