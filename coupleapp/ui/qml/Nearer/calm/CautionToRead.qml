pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The caution, and who has read it. Each of the two reads it once.
FocusScope {
    id: root

    required property BreathModel breath
    property bool holds: false

    implicitHeight: column.implicitHeight
    height: implicitHeight

    Column {
        id: column

        width: root.width
        spacing: 14

        Words {
            width: parent.width
            visible: root.holds
            text: qsTr("Holding is not for everybody, and not needed to grow calm. If it feels tight, let the breath go.")
        }

        BreathCaution {
            width: parent.width
        }

        Words {
            width: parent.width
            topPadding: 6
            soft: true
            text: root.breath.whoWords
        }

        Flow {
            width: parent.width
            spacing: 12

            Repeater {
                model: root.breath.readers

                SoftButton {
                    required property int who
                    required property string words
                    required property int index

                    focus: index === 0
                    height: Math.max(56, implicitHeight)
                    text: words
                    onClicked: root.breath.read(who)
                }
            }
        }
    }
}
