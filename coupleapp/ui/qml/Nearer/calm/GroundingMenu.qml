pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// How is it, what might help, one sentence at a time, and how to go on.
FocusScope {
    id: root

    required property GroundingControls grounding

    property bool lighterOffered: true
    property bool running: true

    signal goOn
    signal lighter
    signal stop
    signal breatheAsked

    implicitHeight: parts.implicitHeight
    height: implicitHeight

    Component.onCompleted: root.grounding.begin()

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
                    text: qsTr("How is it in you?")
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
            }
        }

        Part {
            where: GroundingControls.Menu
            sourceComponent: Column {
                spacing: 20

                Prompt {
                    width: parent.width
                    size: Theme.large * 1.4
                    text: qsTr("What might help now?")
                }

                Words {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    soft: true
                    text: qsTr("Right here, in a minute or two")
                }

                EvenChoices {
                    id: here

                    width: parent.width

                    Repeater {
                        model: root.grounding.groundings

                        SoftButton {
                            required property string title
                            required property int index

                            focus: index === 0
                            text: title
                            width: here.cell
                            height: Math.max(56, implicitHeight)
                            onClicked: root.grounding.ground(index)
                        }
                    }
                    SoftButton {
                        visible: root.grounding.breathOffered
                        text: qsTr("Breathe slowly")
                        width: here.cell
                        height: Math.max(56, implicitHeight)
                        onClicked: root.breatheAsked()
                    }
                }

                Words {
                    width: parent.width
                    topPadding: 8
                    horizontalAlignment: Text.AlignHCenter
                    soft: true
                    text: qsTr("Or away from the chair, as long as you like")
                }

                EvenChoices {
                    id: away

                    width: parent.width

                    Repeater {
                        model: root.grounding.rests

                        SoftButton {
                            required property string title
                            required property int index

                            text: title
                            width: away.cell
                            height: Math.max(56, implicitHeight)
                            onClicked: root.grounding.rest(index)
                        }
                    }
                }

                Choices {
                    width: parent.width

                    SoftButton {
                        plain: true
                        text: qsTr("It is different after all")
                        onClicked: root.grounding.begin()
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
                    size: Theme.prompt * 0.85
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
                onMore: root.grounding.menu()
            }
        }
    }
}
