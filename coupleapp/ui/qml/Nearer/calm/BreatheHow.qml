pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// How to breathe: the rhythm, the length, what is seen and what is heard. Each choice counts at once.
FocusScope {
    id: root

    required property BreathModel breath

    readonly property bool editing: root.breath.editing !== ""

    signal done

    onEditingChanged: (root.editing ? editor : page).forceActiveFocus(Qt.TabFocusReason)

    component Heading: Prompt {
        width: parent ? parent.width : 0
        alignment: Text.AlignLeft
        size: Theme.large * 1.1
    }

    component Choice: SoftButton {
        choice: true
        leftPadding: 20
    }

    component Choosing: Flow {
        width: parent ? parent.width : 0
        spacing: 10
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: 12
        radius: 28
        color: Theme.surfaceRaised
        opacity: 0.55
    }

    Page {
        id: page

        anchors.fill: parent
        anchors.margins: 12
        visible: !root.editing
        enabled: visible
        focus: !root.editing
        gap: 14

        Trouble {
            width: parent.width
            text: root.breath.trouble
        }

        Heading {
            text: qsTr("The rhythm")
        }

        Column {
            width: parent.width
            spacing: 8

            Repeater {
                model: root.breath.patterns

                BreathPatternRow {
                    width: parent ? parent.width : 0
                    chosen: root.breath.pattern === patternId
                    onPicked: root.breath.choose(patternId)
                    onEdited: root.breath.edit(patternId)
                    onRemoved: {
                        page.forceActiveFocus(Qt.TabFocusReason);
                        root.breath.remove(patternId);
                    }
                }
            }
        }

        SoftButton {
            plain: true
            visible: root.breath.canAdd
            text: qsTr("A rhythm of your own")
            onClicked: root.breath.compose()
        }

        Heading {
            text: qsTr("In your talks")
        }

        TalkRhythm {
            width: parent.width
            breath: root.breath
        }

        Heading {
            visible: root.breath.wholeMs > 0
            text: qsTr("How long")
        }

        Choosing {
            visible: root.breath.wholeMs > 0

            Repeater {
                model: root.breath.lengths

                Choice {
                    required property int minutes
                    required property string words

                    text: words
                    chosen: root.breath.minutes === minutes
                    onClicked: root.breath.setMinutes(minutes)
                }
            }
        }

        Heading {
            text: qsTr("What you see")
        }

        Choosing {
            Choice {
                visible: !Theme.reducedMotion
                text: qsTr("Two lights")
                chosen: root.breath.variant === BreathModel.Moving
                onClicked: root.breath.setVariant(BreathModel.Moving)
            }
            Choice {
                text: qsTr("A still ring")
                chosen: root.breath.variant === BreathModel.Still || Theme.reducedMotion && root.breath.variant === BreathModel.Moving
                onClicked: root.breath.setVariant(BreathModel.Still)
            }
            Choice {
                text: qsTr("Nothing, only listen")
                chosen: root.breath.sounding
                onClicked: root.breath.setVariant(BreathModel.Audio)
            }
        }

        Choosing {
            visible: !root.breath.sounding

            Choice {
                text: qsTr("The word")
                chosen: root.breath.wordsOn
                onClicked: root.breath.setWords(!root.breath.wordsOn)
            }
            Choice {
                text: qsTr("Amber and teal")
                chosen: root.breath.colourOn
                onClicked: root.breath.setColour(!root.breath.colourOn)
            }
        }

        Heading {
            text: qsTr("What you hear")
        }

        Words {
            width: parent.width
            visible: root.breath.soundOff
            soft: true
            text: qsTr("All sound is off in the settings.")
        }

        Choosing {
            Choice {
                text: qsTr("Soft tones")
                chosen: root.breath.toneOn
                onClicked: root.breath.setTone(!root.breath.toneOn)
            }
            Choice {
                visible: root.breath.voiceOffered
                text: qsTr("A voice")
                chosen: root.breath.voiceOn
                onClicked: root.breath.setVoice(!root.breath.voiceOn)
            }
        }

        Heading {
            visible: !root.breath.wished
            text: qsTr("When to take care")
        }

        BreathCaution {
            width: parent.width
            visible: !root.breath.wished
        }

        SoftButton {
            text: qsTr("Breathe like this")
            onClicked: root.done()
        }
    }

    BreathEditor {
        id: editor

        anchors.fill: parent
        anchors.margins: 12
        visible: root.editing
        enabled: visible
        breath: root.breath
    }
}
