pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// One line with what can be done about it, beside each other where there is room.
Flow {
    id: offer

    required property string words
    required property string yes
    property string no: ""
    // What is asked before it is gone for good; empty where nothing is.
    property string sure: qsTr("It may rest for good")
    property bool asking: false

    signal taken
    signal declined

    width: parent ? parent.width : 0
    spacing: 8

    Words {
        width: Math.min(implicitWidth, offer.width)
        height: Math.max(48, implicitHeight)
        rightPadding: 8
        verticalAlignment: Text.AlignVCenter
        lineHeight: 1.25
        text: offer.words
    }
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
