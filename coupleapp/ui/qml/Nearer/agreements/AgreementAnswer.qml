pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What one of them says alone. It is in here only, until it is sealed.
FocusScope {
    id: root

    required property ReviewModel model
    readonly property int unset: -1
    property int distance: root.unset
    property int tension: root.unset

    // A second press takes it back.
    function toggled(now: int, pressed: int): int {
        return now === pressed ? root.unset : pressed;
    }

    implicitHeight: column.implicitHeight
    focus: true
    Component.onDestruction: copied.forget()

    CopiedText {
        id: copied
    }

    component Question: Words {
        width: parent ? parent.width : 0
        font.pixelSize: Theme.large
    }

    Column {
        id: column

        width: root.width
        spacing: 20

        TenScale {
            id: fits

            width: parent.width
            focus: true
            question: qsTr("How well does it fit what matters most to you?")
            lowWord: qsTr("hardly")
            highWord: qsTr("fully")
        }

        TenScale {
            id: dignity

            width: parent.width
            question: qsTr("Could you be yourself in it?")
            lowWord: qsTr("hardly")
            highWord: qsTr("fully")
        }

        Column {
            width: parent.width
            spacing: 10

            Question {
                text: qsTr("Is there less distance between you, or more?")
            }
            Flow {
                width: parent.width
                spacing: 8

                SoftButton {
                    choice: true
                    text: qsTr("Less")
                    chosen: root.distance === ReviewModel.Less
                    onClicked: root.distance = root.toggled(root.distance, ReviewModel.Less)
                }
                SoftButton {
                    choice: true
                    text: qsTr("About the same")
                    chosen: root.distance === ReviewModel.Same
                    onClicked: root.distance = root.toggled(root.distance, ReviewModel.Same)
                }
                SoftButton {
                    choice: true
                    text: qsTr("More")
                    chosen: root.distance === ReviewModel.More
                    onClicked: root.distance = root.toggled(root.distance, ReviewModel.More)
                }
            }
        }

        Column {
            width: parent.width
            spacing: 10

            Question {
                text: qsTr("Has it brought a new tension?")
            }
            Flow {
                width: parent.width
                spacing: 8

                Repeater {
                    model: [qsTr("No"), qsTr("Yes")]

                    SoftButton {
                        required property string modelData
                        required property int index

                        choice: true
                        text: modelData
                        chosen: root.tension === index
                        onClicked: root.tension = root.toggled(root.tension, index)
                    }
                }
            }
        }

        EvenChoices {
            id: ways

            width: parent.width

            SoftButton {
                width: ways.cell
                enabled: fits.chosen || dignity.chosen || root.distance !== root.unset || root.tension !== root.unset
                text: qsTr("Seal it")
                onClicked: root.model.seal(fits.value, dignity.value, root.distance, root.tension)
            }
            SoftButton {
                width: ways.cell
                text: qsTr("Rather not say")
                onClicked: root.model.ratherNotSay()
            }
            SoftButton {
                width: ways.cell
                plain: true
                text: qsTr("Not now")
                onClicked: root.model.drawCurtain()
            }
        }
    }
}
