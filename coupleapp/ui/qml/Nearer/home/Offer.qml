pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// One line with what can be done about it; nothing where there is no line.
Column {
    id: offer

    required property string words
    required property string yes
    property bool offered: offer.words !== ""
    property string no: ""
    // What is asked before it is gone for good; empty where nothing is.
    property string sure: qsTr("It may rest for good")
    property bool asking: false

    signal taken
    signal declined

    width: parent ? parent.width : 0
    visible: offer.offered
    topPadding: 32
    spacing: 12

    Words {
        width: parent.width
        text: offer.words
    }
    Flow {
        width: parent.width
        spacing: 12

        SoftButton {
            visible: !offer.asking
            text: offer.yes
            onClicked: offer.taken()
        }
        SoftButton {
            plain: true
            visible: offer.no !== "" && !offer.asking
            text: offer.no
            onClicked: offer.sure === "" ? offer.declined() : offer.asking = true
        }
        SoftButton {
            visible: offer.asking
            text: offer.sure
            onClicked: {
                offer.asking = false;
                offer.declined();
            }
        }
        SoftButton {
            plain: true
            visible: offer.asking
            text: qsTr("Keep it waiting")
            onClicked: offer.asking = false
        }
    }
}
