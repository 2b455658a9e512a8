pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Which pause, and how long. No reason is asked; the floor is frozen already.
Page {
    id: root

    required property SessionModel session
    required property PauseControls pauses

    property int kind: PauseControls.Think
    property int minutes: root.pauses.usualMinutes(PauseControls.Think)
    property bool tomorrow: false

    function choose(kind: int) {
        root.kind = kind;
        if (!root.tomorrow && !root.pauses.fits(kind, root.minutes))
            root.minutes = root.pauses.usualMinutes(kind);
    }

    function begin() {
        if (root.tomorrow)
            root.pauses.book(root.kind, 1, at.text);
        else
            root.pauses.start(root.kind, root.minutes);
    }

    centred: true
    widest: 820
    gap: 24

    component Kind: SoftButton {
        id: kind

        required property int of
        required property string words

        choice: true
        chosen: root.kind === of
        height: Math.max(104, implicitHeight)
        implicitHeight: inside.implicitHeight + 36
        Accessible.name: text
        Accessible.description: words
        onClicked: root.choose(of)

        contentItem: Item {
            Column {
                id: inside

                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                spacing: 6

                Text {
                    width: parent.width
                    text: kind.text
                    textFormat: Text.PlainText
                    color: kind.filled ? Theme.accentInk : Theme.ink
                    font.family: Theme.sans
                    font.pixelSize: Theme.large
                    font.weight: Font.Medium
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
                Text {
                    width: parent.width
                    text: kind.words
                    textFormat: Text.PlainText
                    color: kind.filled ? Theme.accentInk : Theme.inkSoft
                    font.family: Theme.sans
                    font.pixelSize: Theme.small
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
            }
        }
    }

    Prompt {
        width: parent.width
        size: Theme.title
        text: root.session.heading
    }

    Flow {
        id: kinds

        readonly property bool beside: width > 560 * Theme.textScale
        readonly property real half: beside ? (width - 24) / 2 : width

        width: parent.width
        spacing: 24

        Kind {
            of: PauseControls.Think
            width: kinds.half
            text: qsTr("Let me think")
            words: qsTr("Stay near each other. Collect your words.")
        }
        Kind {
            of: PauseControls.Flooded
            width: kinds.half
            text: qsTr("It is too much")
            words: qsTr("Another room may help. Rest, and let the talk be.")
        }
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("How long?")
    }

    Choices {
        width: parent.width
        gap: 10

        Repeater {
            model: root.pauses.lengthsOf(root.kind)

            SoftButton {
                required property int modelData

                choice: true
                chosen: !root.tomorrow && root.minutes === modelData
                text: qsTr("%1 minutes").arg(modelData)
                onClicked: {
                    root.tomorrow = false;
                    root.minutes = modelData;
                }
            }
        }
        SoftButton {
            choice: true
            chosen: root.tomorrow
            text: qsTr("Until tomorrow")
            onClicked: root.tomorrow = true
        }
    }

    Choices {
        width: parent.width
        visible: root.tomorrow

        Words {
            height: at.height
            verticalAlignment: Text.AlignVCenter
            text: qsTr("Back together tomorrow at")
        }
        Field {
            id: at

            width: 150 * Theme.textScale
            label: ""
            input.Accessible.name: qsTr("Time tomorrow")
            text: root.pauses.usualTime
            onAccepted: root.begin()
        }
    }

    Choices {
        width: parent.width

        SoftButton {
            focus: true
            emphasis: true
            text: qsTr("Begin the pause")
            onClicked: root.begin()
        }
    }

    SoftButton {
        anchors.horizontalCenter: parent.horizontalCenter
        plain: true
        text: qsTr("No pause after all")
        onClicked: root.pauses.takeBack()
    }

    ManyPauses {
        width: parent.width
        session: root.session
    }
}
