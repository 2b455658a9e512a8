pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The lock as it is, and what can be changed about it.
FocusScope {
    id: root

    required property AppModel app
    required property LockModel model
    required property CapturesModel captures

    implicitHeight: column.implicitHeight

    component Section: Column {
        id: section

        property string title: ""

        width: parent ? parent.width : 0
        spacing: 14

        Prompt {
            width: parent.width
            visible: text !== ""
            alignment: Text.AlignLeft
            size: Theme.large * 1.15
            text: section.title
        }
    }

    component Line: Words {
        width: parent ? parent.width : 0
        visible: text !== ""
    }

    component Buttons: Flow {
        width: parent ? parent.width : 0
        spacing: 12
        enabled: !root.model.busy
    }

    Column {
        id: column

        width: parent.width
        spacing: 36

        Section {
            Buttons {
                visible: root.model.offersSheet

                SoftButton {
                    emphasis: true
                    focus: root.model.offersSheet
                    text: qsTr("Make a recovery sheet now")
                    onClicked: root.app.go(AppModel.Sheet)
                }
            }
            Line {
                text: root.model.opens
            }
            Line {
                soft: true
                text: root.model.loss
            }
            Buttons {
                SoftButton {
                    focus: !root.model.offersSheet
                    text: root.model.lockWords
                    onClicked: root.model.lockNow()
                }
                SoftButton {
                    visible: !root.model.hasPassphrase
                    text: qsTr("Choose a passphrase")
                    onClicked: root.model.ask(LockModel.Choose)
                }
                SoftButton {
                    visible: root.model.hasPassphrase
                    text: qsTr("Change the passphrase")
                    onClicked: root.model.ask(LockModel.Change)
                }
                SoftButton {
                    visible: root.model.hasPassphrase
                    plain: true
                    text: qsTr("Do without a passphrase")
                    onClicked: root.model.ask(LockModel.LetGo)
                }
            }
            Line {
                visible: root.model.busy
                soft: true
                text: qsTr("One moment …")
            }
        }

        Section {
            title: qsTr("Recovery sheet")

            Line {
                soft: true
                text: qsTr("A code on paper. It opens your notebook when nothing else does.")
            }
            Buttons {
                SoftButton {
                    text: root.model.sheetWords
                    onClicked: root.app.go(AppModel.Sheet)
                }
                SoftButton {
                    visible: root.model.hasSheet
                    text: qsTr("Test our sheet")
                    onClicked: root.model.ask(LockModel.Test)
                }
            }
        }

        Section {
            visible: root.model.hasPassphrase
            title: qsTr("When Nearer starts on this computer")

            Buttons {
                SoftButton {
                    choice: true
                    chosen: !root.model.here
                    text: qsTr("It asks for the passphrase")
                    onClicked: root.model.openHere(false)
                }
                SoftButton {
                    choice: true
                    chosen: root.model.here
                    text: qsTr("It opens by itself")
                    onClicked: root.model.openHere(true)
                }
            }
            Line {
                Accessible.role: Accessible.AlertMessage
                text: root.model.hereWords
            }
        }

        Section {
            visible: root.model.hasPassphrase
            title: qsTr("It locks when nobody presses anything")

            Buttons {
                Repeater {
                    model: root.model.minuteChoices

                    SoftButton {
                        required property int count
                        required property string words

                        choice: true
                        chosen: root.model.minutes === count
                        text: words
                        onClicked: root.model.setMinutes(count)
                    }
                }
            }
            Line {
                soft: true
                text: qsTr("A talk is left in peace.")
            }
        }

        Section {
            visible: root.captures.offered
            title: qsTr("Screenshots and shared screens")

            Buttons {
                SoftButton {
                    choice: true
                    chosen: !root.captures.seen
                    text: qsTr("Leave Nearer out")
                    onClicked: root.captures.choose(false)
                }
                SoftButton {
                    choice: true
                    chosen: root.captures.seen
                    text: qsTr("Show it")
                    onClicked: root.captures.choose(true)
                }
            }
            Trouble {
                width: parent.width
                text: root.captures.trouble
            }
            Line {
                soft: true
                text: qsTr("Choose “Show it” to share your screen with somebody who helps you, or if a magnifier shows it black.")
            }
        }

        Section {
            title: qsTr("What a lock can do")

            Line {
                text: qsTr("It protects a closed notebook, and copies of its files. It does not protect an open one, or a computer on which a spying program runs.")
            }
            Line {
                text: qsTr("You both read the same notebook. What one of you keeps for themselves alone can be sealed with a passphrase of their own: in the notebook, under their name.")
            }
            Line {
                text: qsTr("A copy that you put somewhere else before still opens the way it did then. If somebody may know what opens your notebook, give it a new key.")
            }
            Buttons {
                SoftButton {
                    text: qsTr("Give it a new key")
                    onClicked: root.model.ask(LockModel.Renew)
                }
            }
        }
    }
}
