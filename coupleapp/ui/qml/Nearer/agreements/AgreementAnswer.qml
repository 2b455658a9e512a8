pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What one of them says alone. It is in here only, until it is sealed.
FocusScope {
    id: root

    required property ReviewModel model
    property string distance: ""
    property string tension: ""

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

                Repeater {
                    model: [["less", qsTr("Less")], ["same", qsTr("About the same")], ["more", qsTr("More")]]

                    SoftButton {
                        required property list<string> modelData

                        choice: true
                        text: modelData[1]
                        chosen: root.distance === modelData[0]
                        onClicked: root.distance = modelData[0]
                    }
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
                    model: [["no", qsTr("No")], ["yes", qsTr("Yes")]]

                    SoftButton {
                        required property list<string> modelData

                        choice: true
                        text: modelData[1]
                        chosen: root.tension === modelData[0]
                        onClicked: root.tension = modelData[0]
                    }
                }
            }
        }

        Choices {
            width: parent.width

            SoftButton {
                enabled: root.distance !== "" && root.tension !== ""
                text: qsTr("Seal it")
                onClicked: root.model.seal(fits.value, dignity.value, root.distance, root.tension === "yes")
            }
            SoftButton {
                plain: true
                text: qsTr("Not now")
                onClicked: root.model.drawCurtain()
            }
        }
    }
}
