pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// How to go on. Where it is not all right, the way out comes first; all ways are alike. The
// keyboard waits on what ends nothing, so that one press too many does not either.
Column {
    id: root

    required property GroundingControls grounding
    required property bool lighterOffered

    signal goOn
    signal lighter
    signal stop

    spacing: 28

    function take(way: int) {
        switch (way) {
        case GroundingControls.On:
            root.goOn();
            break;
        case GroundingControls.Lighter:
            root.lighter();
            break;
        default:
            root.stop();
        }
    }

    component Question: Prompt {
        width: parent ? parent.width : 0
        size: Theme.title
    }

    Question {
        visible: root.lighterOffered
        text: qsTr("Go on, lighter, or stop?")
    }

    Question {
        visible: !root.lighterOffered
        text: qsTr("Go on, or stop?")
    }

    EvenChoices {
        id: ways

        width: parent.width

        Repeater {
            visible: false
            model: root.grounding.ways

            SoftButton {
                required property int way
                required property string words
                required property bool first

                visible: way !== GroundingControls.Lighter || root.lighterOffered
                focus: first
                width: ways.cell
                height: Math.max(72, implicitHeight)
                text: words
                onClicked: root.take(way)
            }
        }
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("“Enough” is a good ending, too.")
    }

    Choices {
        width: parent.width

        SoftButton {
            plain: true
            focus: !root.grounding.inPause
            text: qsTr("Something else first")
            onClicked: root.grounding.menu()
        }
    }
}
