pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

Page {
    id: root

    required property AppModel app
    required property SettingsModel model
    required property KeysModel keys

    gap: 18

    component Heading: Prompt {
        width: parent ? parent.width : 0
        alignment: Text.AlignLeft
        size: Theme.large * 1.15
    }

    component Choice: SoftButton {
        choice: true
    }

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.title
        text: qsTr("Settings")
    }

    Trouble {
        width: parent.width
        text: root.model.trouble
    }

    Heading {
        text: qsTr("You two")
    }

    Flow {
        id: names

        readonly property bool beside: width > 520 * Theme.textScale

        width: parent.width
        spacing: 16
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Field {
            id: leftField

            width: names.beside ? (names.width - 16) / 2 : names.width
            label: qsTr("On the left sits")
            text: root.model.left
            unkept: input.text !== root.model.left
            tint: Theme.partnerLeft
        }
        Field {
            id: rightField

            width: leftField.width
            label: qsTr("On the right sits")
            text: root.model.right
            unkept: input.text !== root.model.right
            tint: Theme.partnerRight
        }
    }

    Flow {
        width: parent.width
        spacing: 12

        SoftButton {
            text: qsTr("Keep the names")
            onClicked: root.model.rename(leftField.text, rightField.text)
        }
    }

    Heading {
        text: qsTr("The evening")
    }

    Words {
        width: parent.width
        soft: true
        text: qsTr("When and how Nearer reminds you.")
    }

    SoftButton {
        text: qsTr("Evening reminders on this computer")
        onClicked: root.app.go(AppModel.Reminders)
    }

    Heading {
        text: qsTr("Speaking time")
    }

    TalkSettings {
        width: parent.width
        model: root.model
    }

    BreathAndPauses {
        width: parent.width
        app: root.app
        model: root.model
    }

    Heading {
        text: qsTr("Keys in a talk")
    }

    KeysSection {
        width: parent.width
        model: root.keys
    }

    Heading {
        text: qsTr("What you talk about")
    }

    Words {
        width: parent.width
        soft: true
        text: qsTr("More questions and kinds of sitting, from somebody you both trust or of your own.")
    }

    SoftButton {
        text: qsTr("Packs")
        onClicked: root.app.go(AppModel.Packs)
    }

    Heading {
        text: qsTr("How it looks and sounds")
    }

    Flow {
        width: parent.width
        spacing: 12

        Repeater {
            model: [["system", qsTr("As the computer")], ["light", qsTr("Light")], ["dark", qsTr("Dark")], ["contrast", qsTr("High contrast")]]

            Choice {
                required property list<string> modelData

                text: modelData[1]
                chosen: root.model.appearance === modelData[0]
                onClicked: root.model.setAppearance(modelData[0])
            }
        }
    }

    Flow {
        width: parent.width
        spacing: 12

        Repeater {
            model: [100, 125, 150, 200]

            Choice {
                required property int modelData

                text: qsTr("Text %1 %").arg(modelData)
                chosen: root.model.textPercent === modelData
                onClicked: root.model.setTextPercent(modelData)
            }
        }
    }

    Flow {
        width: parent.width
        spacing: 12

        Repeater {
            model: [["system", qsTr("Motion as the computer")], ["full", qsTr("Full motion")], ["reduced", qsTr("Less motion")]]

            Choice {
                required property list<string> modelData

                text: modelData[1]
                chosen: root.model.motion === modelData[0]
                onClicked: root.model.setMotion(modelData[0])
            }
        }
    }

    Flow {
        width: parent.width
        spacing: 12

        Choice {
            text: qsTr("Soft tones")
            chosen: root.model.sound
            onClicked: root.model.setSound(true)
        }
        Choice {
            text: qsTr("No sound")
            chosen: !root.model.sound
            onClicked: root.model.setSound(false)
        }
    }

    Heading {
        text: qsTr("Where your words are")
    }

    Words {
        width: parent.width
        text: root.model.keyPlace
    }

    Words {
        width: parent.width
        soft: true
        font.pixelSize: Theme.small
        wrapMode: Text.WrapAnywhere
        text: qsTr("Folder: %1").arg(root.model.folder)
    }

    Flow {
        width: parent.width
        spacing: 12

        SoftButton {
            text: qsTr("Lock")
            onClicked: root.app.go(AppModel.Lock)
        }
        SoftButton {
            text: qsTr("Copies")
            onClicked: root.app.go(AppModel.Copies)
        }
    }

    Heading {
        text: qsTr("About Nearer")
    }

    Words {
        width: parent.width
        soft: true
        text: qsTr("Its version and licences, what lies where, and how it is taken off this computer.")
    }

    SoftButton {
        text: qsTr("About Nearer")
        onClicked: root.app.go(AppModel.About)
    }

    Item {
        width: 1
        height: 24
    }
}
