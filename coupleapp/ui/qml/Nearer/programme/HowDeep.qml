pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// How deep it may go for one of the two, while the other looks away.
Page {
    id: root

    required property DepthModel model

    centred: true
    widest: 640
    gap: 20

    Keys.onEscapePressed: root.model.leave()

    SeatMark {
        anchors.horizontalCenter: parent.horizontalCenter
        seat: root.model.seat || "left"
        size: 34
    }

    Prompt {
        width: parent.width
        size: Theme.title * 0.9
        text: root.model.curtain ? qsTr("This is for %1 alone").arg(root.model.name) : qsTr("%1, how deep may it go?").arg(root.model.name)
    }

    Words {
        visible: root.model.curtain
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.large
        text: qsTr("%1, please look out of the window for a moment.").arg(root.model.otherName)
    }

    Choices {
        visible: root.model.curtain
        width: parent.width

        SoftButton {
            emphasis: true
            focus: root.model.curtain
            text: qsTr("I am alone with the screen")
            onClicked: root.model.openCurtain()
        }
        SoftButton {
            height: 64
            plain: true
            text: qsTr("Not now")
            onClicked: root.model.leave()
        }
    }

    Trouble {
        width: parent.width
        text: root.model.curtain ? root.model.trouble : ""
    }

    Loader {
        width: parent.width
        active: !root.model.curtain
        visible: active
        focus: active
        onLoaded: forceActiveFocus(Qt.TabFocusReason)
        sourceComponent: FocusScope {
            focus: true
            implicitHeight: column.implicitHeight

            Column {
                id: column

                width: parent.width
                spacing: 10

                Words {
                    width: parent.width
                    bottomPadding: 8
                    text: qsTr("The lower of your two wishes counts, from the next talk on. It is mixed with other things, some of them chance. Neither wish is shown again, not even here; but between two people some things can be guessed.")
                }

                Repeater {
                    model: root.model.options

                    SoftButton {
                        required property string modelData
                        required property int index

                        width: column.width
                        focus: index === Math.max(0, root.model.chosen)
                        choice: true
                        chosen: root.model.chosen === index
                        text: modelData
                        onClicked: root.model.choose(index)
                    }
                }

                Trouble {
                    width: parent.width
                    text: root.model.trouble
                }

                SoftButton {
                    anchors.horizontalCenter: parent.horizontalCenter
                    plain: true
                    text: qsTr("That is it. Close it again")
                    onClicked: root.model.leave()
                }
            }
        }
    }
}
