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

    readonly property bool opened: root.model.opened !== ""
    readonly property bool drawn: root.width >= 940 && root.height >= 560 && Theme.textScale < 1.4
    property string deleting: ""

    gap: 20
    centred: root.opened
    widest: root.opened ? 1120 : Theme.column

    Connections {
        target: root.model

        function onOpenedChanged() {
            root.flickable.contentY = 0;
            root.deleting = "";
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
        text: root.opened ? root.model.topic : qsTr("Your lists")
    }

    Words {
        width: parent.width
        horizontalAlignment: root.opened ? Text.AlignHCenter : Text.AlignLeft
        soft: true
        text: root.opened ? root.model.when : root.model.any ? qsTr("What matters most to each of you, and what can bend, as you opened it together.") : qsTr("Nothing is kept here. What you open together in “What matters, what can bend” comes here.")
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

            readonly property bool asks: root.deleting === sessionId

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
                    text: talk.asks ? qsTr("Delete for good") : qsTr("Delete")
                    Accessible.description: qsTr("%1, %2").arg(talk.topic).arg(talk.when)
                    onClicked: {
                        if (talk.asks)
                            root.model.forget(talk.sessionId);
                        else
                            root.deleting = talk.sessionId;
                    }
                }
                SoftButton {
                    plain: true
                    visible: talk.asks
                    text: qsTr("Leave it here")
                    onClicked: root.deleting = ""
                }
            }
        }
    }

    Loader {
        width: parent.width
        height: Math.max(320, Math.min(root.height - 260, 520))
        active: root.opened && root.drawn
        visible: active
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

    SoftButton {
        id: away

        plain: true
        focus: true
        visible: !root.opened
        text: qsTr("Your agreements")
        onClicked: root.app.go(AppModel.Agreements)
    }
}
