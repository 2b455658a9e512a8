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

    Curtain {
        width: parent.width
        visible: root.model.curtain
        focus: root.model.curtain
        seat: root.model.seat
        who: root.model.name
        other: root.model.otherName
        size: Theme.title * 0.9
        gap: root.gap
        leaves: true
        beside: true
        onAlone: root.model.openCurtain()
        onDeclined: root.model.leave()
    }

    SeatMark {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: !root.model.curtain
        seat: root.model.seat
        size: 34
    }

    Prompt {
        width: parent.width
        visible: !root.model.curtain
        size: Theme.title * 0.9
        text: qsTr("%1, how deep may it go?").arg(root.model.name)
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
                    text: qsTr("Done. Close it")
                    onClicked: root.model.leave()
                }
            }
        }
    }
}
