pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// How to go on. Where it is not all right, the way out comes first; all ways are alike.
Column {
    id: root

    required property bool allRight
    required property bool lighterOffered

    readonly property list<string> order: {
        const all = root.allRight ? ["on", "lighter", "stop"] : ["stop", "lighter", "on"];
        return all.filter(way => way !== "lighter" || root.lighterOffered);
    }

    signal goOn
    signal lighter
    signal stop
    signal more

    spacing: 28

    function words(way: string): string {
        switch (way) {
        case "on":
            return qsTr("Go on");
        case "lighter":
            return qsTr("Something lighter");
        default:
            return qsTr("Stop here");
        }
    }

    function take(way: string) {
        switch (way) {
        case "on":
            root.goOn();
            break;
        case "lighter":
            root.lighter();
            break;
        default:
            root.stop();
        }
    }

    Prompt {
        width: parent.width
        size: Theme.title
        text: root.lighterOffered ? qsTr("Go on, lighter, or stop?") : qsTr("Go on, or stop?")
    }

    EvenChoices {
        id: ways

        width: parent.width

        Repeater {
            model: root.order

            SoftButton {
                required property string modelData
                required property int index

                focus: index === 0
                width: ways.cell
                height: Math.max(72, implicitHeight)
                text: root.words(modelData)
                onClicked: root.take(modelData)
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
            text: qsTr("Something else first")
            onClicked: root.more()
        }
    }
}
