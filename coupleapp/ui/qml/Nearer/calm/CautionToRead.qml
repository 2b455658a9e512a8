pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The caution, and who has read it. Each of the two reads it once.
FocusScope {
    id: root

    required property BreathModel breath
    property bool holds: false
    // Each partner's own key, where it says so too.
    property string leftCap: ""
    property string rightCap: ""
    property string leftKeyWords: ""
    property string rightKeyWords: ""

    // The keyboard goes on to whoever has not read it yet.
    function handOn() {
        for (let i = 0; i < readers.count; ++i) {
            const reader = readers.itemAt(i) as OwnYes;
            if (reader && !reader.done) {
                reader.forceActiveFocus(Qt.TabFocusReason);
                return;
            }
        }
    }

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
            // Left is where somebody sits, whatever way they read.
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true

            Repeater {
                id: readers

                model: root.breath.readers

                OwnYes {
                    required property int who
                    required property string words
                    required property bool read
                    required property int index

                    focus: index === 0
                    seat: who
                    asks: words
                    done: read
                    most: root.width
                    keycap: who === Seat.Left ? root.leftCap : who === Seat.Right ? root.rightCap : ""
                    keyWords: who === Seat.Left ? root.leftKeyWords : who === Seat.Right ? root.rightKeyWords : ""
                    onClicked: root.breath.read(who)
                    onDoneChanged: {
                        if (done && root.activeFocus)
                            root.handOn();
                    }
                }
            }
        }
    }
}
