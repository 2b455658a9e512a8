pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Which pause, and how long. No reason is asked; the floor is frozen already.
Page {
    id: root

    required property SessionModel session
    required property PauseControls pauses

    property int thinkMinutes: root.pauses.thinkMinutes
    property int floodedMinutes: root.pauses.floodedMinutes

    centred: true
    widest: 820
    gap: 26

    component Kind: Rectangle {
        id: kind

        required property string title
        required property string words
        required property int minutes
        required property int least
        required property int most
        property bool first: false

        signal chosen
        signal wished(minutes: int)

        height: inside.implicitHeight + 48
        radius: 24
        color: Theme.surfaceRaised
        border.width: 1
        border.color: Theme.line

        Column {
            id: inside

            x: 24
            y: 24
            width: parent.width - 48
            spacing: 16

            Words {
                width: parent.width
                font.pixelSize: Theme.large
                font.weight: Font.Medium
                text: kind.title
            }
            Words {
                width: parent.width
                soft: true
                text: kind.words
            }
            Flow {
                width: parent.width
                spacing: 10

                SoftButton {
                    text: "−"
                    Accessible.name: qsTr("Shorter: %1").arg(kind.title)
                    enabled: kind.minutes > kind.least
                    onClicked: kind.wished(Math.max(kind.least, kind.minutes - (kind.minutes > 30 ? 15 : kind.minutes > 10 ? 5 : 2)))
                }
                Words {
                    height: 48
                    verticalAlignment: Text.AlignVCenter
                    text: qsTr("%1 minutes").arg(kind.minutes)
                }
                SoftButton {
                    text: "+"
                    Accessible.name: qsTr("Longer: %1").arg(kind.title)
                    enabled: kind.minutes < kind.most
                    onClicked: kind.wished(Math.min(kind.most, kind.minutes + (kind.minutes >= 30 ? 15 : kind.minutes >= 10 ? 5 : 2)))
                }
            }
            SoftButton {
                focus: kind.first
                emphasis: true
                text: qsTr("Begin the pause")
                Accessible.name: qsTr("Begin the pause: %1").arg(kind.title)
                onClicked: kind.chosen()
            }
        }
    }

    Prompt {
        width: parent.width
        size: Theme.title
        text: qsTr("A pause for both of you")
    }

    Flow {
        id: kinds

        readonly property bool beside: width > 560 * Theme.textScale
        readonly property real half: beside ? (width - 24) / 2 : width

        width: parent.width
        spacing: 24

        Kind {
            width: kinds.half
            first: true
            title: qsTr("Let me think")
            words: qsTr("Stay near each other. Collect your words.")
            minutes: root.thinkMinutes
            least: root.pauses.least("think")
            most: root.pauses.most("think")
            onWished: minutes => root.thinkMinutes = minutes
            onChosen: root.pauses.start("think", root.thinkMinutes)
        }
        Kind {
            width: kinds.half
            title: qsTr("It is too much")
            words: qsTr("Another room may help. Rest, and let the talk be.")
            minutes: root.floodedMinutes
            least: root.pauses.least("flooded")
            most: root.pauses.most("flooded")
            onWished: minutes => root.floodedMinutes = minutes
            onChosen: root.pauses.start("flooded", root.floodedMinutes)
        }
    }

    SoftButton {
        anchors.horizontalCenter: parent.horizontalCenter
        plain: true
        text: qsTr("No pause after all")
        onClicked: root.pauses.takeBack()
    }
}
