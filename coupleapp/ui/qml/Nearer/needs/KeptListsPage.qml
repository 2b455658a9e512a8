pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What both have opened in talks about needs. It stays until one of them lets it go.
Page {
    id: root

    required property AppModel app
    required property KeptListsModel model
    required property BoardModel board
    required property HeldModel held

    readonly property bool opened: root.model.opened !== ""
    readonly property bool room: root.width >= 940 && root.height >= 560 && Theme.textScale < 1.4
    readonly property bool drawn: root.room && ((picture.item as NeedsBoard)?.whole ?? true)

    gap: 20
    centred: root.opened
    widest: root.opened ? 1120 : Theme.column

    Connections {
        target: root.model

        function onOpenedChanged() {
            root.flickable.contentY = 0;
            if (root.opened)
                back.forceActiveFocus(Qt.TabFocusReason);
            else
                away.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Prompt {
        width: parent.width
        alignment: root.opened ? Text.AlignHCenter : Text.AlignLeft
        size: root.opened ? Theme.prompt : Theme.title
        text: root.model.heading
    }

    Words {
        width: parent.width
        horizontalAlignment: root.opened ? Text.AlignHCenter : Text.AlignLeft
        soft: true
        text: root.model.lead
    }

    Trouble {
        width: parent.width
        text: root.model.trouble
    }

    Repeater {
        model: root.opened ? null : root.model.talks

        Column {
            id: talk

            required property string sessionId
            required property string topic
            required property string when
            required property bool asks
            required property string deleteWords

            width: parent ? parent.width : 0
            spacing: 10

            Rectangle {
                width: parent.width
                height: 1
                color: Theme.line
            }
            Prompt {
                width: parent.width
                alignment: Text.AlignLeft
                size: Theme.large * 1.15
                text: talk.topic
            }
            Words {
                width: parent.width
                soft: true
                font.pixelSize: Theme.small
                text: talk.when
            }
            HeldInCopies {
                width: parent.width
                visible: talk.asks
                held: root.held
            }
            Flow {
                width: parent.width
                spacing: 8

                SoftButton {
                    text: qsTr("Look at it")
                    Accessible.description: qsTr("%1, %2").arg(talk.topic).arg(talk.when)
                    onClicked: root.model.look(talk.sessionId)
                }
                SoftButton {
                    plain: true
                    text: talk.deleteWords
                    Accessible.description: qsTr("%1, %2").arg(talk.topic).arg(talk.when)
                    onClicked: root.model.remove(talk.sessionId)
                }
                SoftButton {
                    plain: true
                    visible: talk.asks
                    text: qsTr("Leave it here")
                    onClicked: root.model.keep()
                }
            }
        }
    }

    Loader {
        id: picture

        width: parent.width
        height: Math.max(320, Math.min(root.height - 260, 520))
        active: root.opened && root.room
        visible: root.opened && root.drawn
        sourceComponent: NeedsBoard {
            board: root.board
        }
    }

    FreeNo {
        width: parent.width
        text: root.model.freeNo
    }

    SoftButton {
        id: back

        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.opened
        text: qsTr("Back to your lists")
        onClicked: root.model.leave()
    }

    NeedsLists {
        width: parent.width
        visible: root.opened
        board: root.board
        silent: root.drawn
    }

    LeftAside {
        width: parent.width
        text: root.model.leftAside
    }

    SoftButton {
        id: away

        plain: true
        focus: true
        visible: !root.opened
        text: qsTr("What you are trying")
        onClicked: root.app.go(AppModel.Agreements)
    }
}
