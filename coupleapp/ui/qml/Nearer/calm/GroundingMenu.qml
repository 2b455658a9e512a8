pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// How are they doing inside; one thing begun at once, large; a few others; and how to go on.
FocusScope {
    id: root

    required property GroundingControls grounding
    required property BreathModel breath

    required property real room

    property bool lighterOffered: true
    property bool running: true

    signal goOn
    signal lighter
    signal stop

    implicitHeight: parts.implicitHeight
    height: implicitHeight

    component Part: Loader {
        required property int where

        active: root.grounding.place === where
        visible: active
        focus: active
        width: root.width
    }

    Column {
        id: parts

        width: root.width

        Part {
            where: GroundingControls.Zone
            sourceComponent: Column {
                spacing: 28

                Prompt {
                    width: parent.width
                    size: Theme.title
                    text: qsTr("How are you doing inside?")
                }

                EvenChoices {
                    id: zones

                    width: parent.width

                    SoftButton {
                        focus: true
                        width: zones.cell
                        height: Math.max(72, implicitHeight)
                        text: qsTr("Too much")
                        onClicked: root.grounding.answer(GroundingControls.TooMuch)
                    }
                    SoftButton {
                        width: zones.cell
                        height: Math.max(72, implicitHeight)
                        text: qsTr("All right")
                        onClicked: root.grounding.answer(GroundingControls.AllRight)
                    }
                    SoftButton {
                        width: zones.cell
                        height: Math.max(72, implicitHeight)
                        text: qsTr("Far away")
                        onClicked: root.grounding.answer(GroundingControls.FarAway)
                    }
                }

                Words {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    soft: true
                    text: qsTr("Go by whoever needs it most. Nothing of this is kept.")
                }

                Choices {
                    width: parent.width

                    ToClock {
                        grounding: root.grounding
                    }
                }
            }
        }

        Part {
            where: GroundingControls.Menu
            sourceComponent: Column {
                spacing: 26

                Prompt {
                    width: parent.width
                    size: Theme.large * 1.5
                    text: qsTr("What might help now?")
                }

                EvenChoices {
                    id: offers

                    width: parent.width
                    most: 2
                    least: 240

                    Repeater {
                        visible: false
                        model: root.grounding.offers

                        SoftButton {
                            required property string title
                            required property int index

                            focus: index === 0
                            text: title
                            width: offers.cell
                            height: Math.max(72, implicitHeight)
                            onClicked: root.grounding.take(index)
                        }
                    }
                }

                Choices {
                    width: parent.width

                    SoftButton {
                        plain: true
                        visible: root.grounding.more
                        height: Math.max(56, implicitHeight)
                        text: qsTr("Others")
                        onClicked: root.grounding.others()
                    }
                    SoftButton {
                        plain: true
                        height: Math.max(56, implicitHeight)
                        text: qsTr("Choose again")
                        Accessible.description: qsTr("How are you doing inside?")
                        onClicked: root.grounding.ask()
                    }
                    ToClock {
                        grounding: root.grounding
                    }
                }
            }
        }

        Part {
            where: GroundingControls.Flow
            sourceComponent: GroundingSteps {
                grounding: root.grounding
                running: root.running
            }
        }

        Part {
            where: GroundingControls.Breath
            sourceComponent: GroundingBreath {
                width: root.width
                grounding: root.grounding
                breath: root.breath
                room: root.room
            }
        }

        Part {
            where: GroundingControls.Rest
            sourceComponent: Column {
                spacing: 24

                Words {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    soft: true
                    text: root.grounding.title
                }

                Prompt {
                    width: parent.width
                    size: Theme.prompt
                    text: root.grounding.sentence
                }

                Choices {
                    width: parent.width

                    SoftButton {
                        focus: true
                        text: qsTr("I am back")
                        height: Math.max(56, implicitHeight)
                        onClicked: root.grounding.finish()
                    }
                    SoftButton {
                        plain: true
                        text: qsTr("Something else")
                        height: Math.max(56, implicitHeight)
                        onClicked: root.grounding.menu()
                    }
                    ToClock {
                        grounding: root.grounding
                    }
                }
            }
        }

        Part {
            where: GroundingControls.After
            sourceComponent: AfterGrounding {
                grounding: root.grounding
                lighterOffered: root.lighterOffered
                onGoOn: root.goOn()
                onLighter: root.lighter()
                onStop: root.stop()
            }
        }
    }
}
