pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One writes alone: what matters most, then what can bend.
Column {
    id: root

    required property SessionModel session
    required property NeedsModel needs
    required property ListControls lists

    readonly property bool core: root.needs.ring === NeedsModel.Core
    readonly property string began: root.needs.full ? "" : line.text
    readonly property string because: root.core && !root.needs.full ? reason.text : ""

    spacing: 14

    function goToField() {
        if (!root.needs.full)
            line.input.forceActiveFocus(Qt.TabFocusReason);
    }

    Connections {
        target: root.needs

        function onFormChanged() {
            Qt.callLater(root.goToField);
        }
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: root.needs.listHint
    }

    Repeater {
        model: root.needs.mine

        Item {
            id: row

            required property string needId
            required property string words
            required property string note
            required property string freeNo

            width: root.width
            implicitHeight: Math.max(written.implicitHeight, buttons.implicitHeight)

            Column {
                id: written

                anchors.left: parent.left
                anchors.right: buttons.left
                anchors.rightMargin: 12
                anchors.verticalCenter: parent.verticalCenter
                spacing: 2

                Words {
                    width: parent.width
                    font.family: Theme.serif
                    font.pixelSize: Theme.large
                    lineHeight: 1.1
                    text: row.words
                    Accessible.description: row.freeNo
                }
                Words {
                    width: parent.width
                    visible: text !== ""
                    soft: true
                    font.pixelSize: Theme.small
                    text: row.note
                }
            }

            Row {
                id: buttons

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: 4

                SoftButton {
                    id: change

                    plain: true
                    font.pixelSize: Theme.small
                    text: qsTr("Change")
                    Accessible.name: qsTr("Change: %1").arg(row.words)
                    onClicked: root.lists.change(row.needId, root.began, root.because)
                }
                SoftButton {
                    id: away

                    plain: true
                    font.pixelSize: Theme.small
                    text: qsTr("Take away")
                    Accessible.name: qsTr("Take away: %1").arg(row.words)
                    onClicked: root.lists.takeAway(row.needId)
                }
            }
        }
    }

    NeedField {
        id: line

        width: parent.width
        visible: !root.needs.full
        needs: root.needs
        draft: "text"
        begun: root.needs.text
        label: root.needs.listLabel
        input.focus: true
        onAccepted: root.lists.add(line.text, root.because)
    }

    NeedField {
        id: reason

        width: parent.width
        visible: root.core && !root.needs.full
        needs: root.needs
        draft: "why"
        begun: root.needs.why
        label: qsTr("Why this matters (if you like)")
        onAccepted: root.lists.add(line.text, reason.text)
    }

    Choices {
        width: parent.width
        visible: !root.core && !root.needs.full
        gap: 10

        SoftButton {
            choice: true
            chosen: root.needs.asks === ""
            font.pixelSize: Theme.small
            text: qsTr("I bend here")
            onClicked: root.lists.wish(false)
        }
        SoftButton {
            choice: true
            chosen: root.needs.asks !== ""
            font.pixelSize: Theme.small
            text: qsTr("A wish that %1 bends").arg(root.session.otherName)
            onClicked: root.lists.wish(true)
        }
    }

    Loader {
        width: parent.width
        active: !root.core && !root.needs.full && root.needs.asks !== ""
        visible: active
        sourceComponent: Column {
            spacing: 8

            Words {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                soft: true
                font.pixelSize: Theme.small
                text: qsTr("What is it about?")
            }

            Choices {
                width: parent.width
                gap: 8

                Repeater {
                    model: root.lists.areas

                    SoftButton {
                        required property string modelData
                        required property int index

                        implicitHeight: Math.max(40, implicitContentHeight + 16)
                        padding: 8
                        leftPadding: 18
                        font.pixelSize: Theme.small
                        choice: true
                        chosen: root.lists.areaOf(root.needs.asks) === index
                        text: modelData
                        onClicked: root.lists.about(index)
                    }
                }
            }
        }
    }

    SoftButton {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: !root.needs.full
        text: qsTr("Put it on my list")
        onClicked: root.lists.add(line.text, root.because)
    }

    Words {
        width: parent.width
        visible: root.needs.full
        horizontalAlignment: Text.AlignHCenter
        text: root.needs.listFull
    }

    FreeNo {
        width: parent.width
        text: root.needs.freeNo
    }

    Words {
        width: parent.width
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.small
        text: root.session.timeWords
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        font.pixelSize: Theme.small
        text: qsTr("Sealed until you open both lists. If you stop before that, they are forgotten.")
    }

    Choices {
        width: parent.width

        SoftButton {
            visible: !root.core
            text: qsTr("Back to what matters most")
            onClicked: root.lists.turnTo(NeedsModel.Core, root.began, root.because)
        }
        SoftButton {
            visible: root.core
            text: qsTr("Next: what I can bend")
            onClicked: root.lists.turnTo(NeedsModel.Flexible, root.began, root.because)
        }
        SoftButton {
            text: qsTr("Seal my lists")
            onClicked: root.lists.finish(root.began, root.because)
        }
    }
}
