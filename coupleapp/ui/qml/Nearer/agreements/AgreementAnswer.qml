pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What one of them says alone. It is in here only, until it is sealed.
FocusScope {
    id: root

    required property ReviewModel model
    property int distance: -1
    property int tension: -1

    implicitHeight: column.implicitHeight
    focus: true

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
            value: 5
            question: qsTr("How well does it fit what matters most to you?")
            lowWord: qsTr("hardly")
            highWord: qsTr("fully")
        }

        TenScale {
            id: dignity

            width: parent.width
            value: 5
            question: qsTr("How well could you keep your dignity in it?")
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
                    onClicked: root.distance = ReviewModel.Less
                }
                SoftButton {
                    choice: true
                    text: qsTr("About the same")
                    chosen: root.distance === ReviewModel.Same
                    onClicked: root.distance = ReviewModel.Same
                }
                SoftButton {
                    choice: true
                    text: qsTr("More")
                    chosen: root.distance === ReviewModel.More
                    onClicked: root.distance = ReviewModel.More
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
                        onClicked: root.tension = index
                    }
                }
            }
        }

        Choices {
            width: parent.width

            SoftButton {
                enabled: root.distance >= 0 && root.tension >= 0
                text: qsTr("Seal it")
                onClicked: root.model.seal(fits.value, dignity.value, root.distance, root.tension === 1)
            }
            SoftButton {
                plain: true
                text: qsTr("Not now")
                onClicked: root.model.drawCurtain()
            }
        }
    }
}
