pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Nearer
import Nearer.Models

// Every kind of sitting, lightest first.
Page {
    id: root

    required property ChooseModel model

    gap: 14
    Keys.onEscapePressed: event => {
        event.accepted = root.model.asking !== "";
        root.model.answer(Seat.Nobody);
    }

    component Kind: T.AbstractButton {
        id: kind

        required property string key
        required property string title
        required property string purpose
        required property string caution
        required property string length
        required property string depth
        required property string later
        required property string author
        required property int index

        implicitHeight: inside.implicitHeight + 40
        enabled: later === ""
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: title
        Accessible.description: [length, depth, author, purpose, caution, later].filter(words => words !== "").join(". ")
        Accessible.onPressAction: kind.click()
        Keys.onReturnPressed: kind.click()
        Keys.onEnterPressed: kind.click()
        onClicked: root.model.choose(key)

        background: Rectangle {
            radius: 22
            color: Theme.surfaceRaised
            opacity: kind.down ? 0.75 : !kind.enabled ? 0.55 : 1
            border.width: 1
            border.color: kind.hovered && kind.enabled ? Theme.inkSoft : Theme.line

            FocusFrame {
                radius: 26
                shown: kind.activeFocus && kind.focusReason !== Qt.MouseFocusReason
            }
        }

        contentItem: Item {
            Column {
                id: inside

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.leftMargin: 24
                anchors.rightMargin: 24
                anchors.verticalCenter: parent.verticalCenter
                spacing: 5

                Flow {
                    width: parent.width
                    spacing: 14

                    Words {
                        width: Math.min(implicitWidth, parent.width)
                        font.pixelSize: Theme.large
                        font.weight: Font.Medium
                        text: kind.title
                        Accessible.ignored: true
                    }
                    Words {
                        height: Theme.large * 1.4
                        verticalAlignment: Text.AlignVCenter
                        soft: true
                        wrapMode: Text.NoWrap
                        font.pixelSize: Theme.small
                        text: qsTr("%1 · %2").arg(kind.length).arg(kind.depth)
                        Accessible.ignored: true
                    }
                    Words {
                        width: Math.min(implicitWidth, parent.width)
                        height: Math.max(Theme.large * 1.4, implicitHeight)
                        visible: kind.author !== ""
                        verticalAlignment: Text.AlignVCenter
                        soft: true
                        font.pixelSize: Theme.small
                        text: kind.author
                        Accessible.ignored: true
                    }
                }
                Words {
                    width: parent.width
                    soft: true
                    text: kind.purpose
                    Accessible.ignored: true
                }
                Words {
                    width: parent.width
                    visible: kind.caution !== ""
                    font.italic: true
                    font.pixelSize: Theme.small
                    text: kind.caution
                    Accessible.ignored: true
                }
                Words {
                    width: parent.width
                    visible: kind.later !== ""
                    font.pixelSize: Theme.small
                    text: kind.later
                    Accessible.ignored: true
                }
            }
        }
    }

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.title
        text: qsTr("Choose together")
    }

    Words {
        width: parent.width
        soft: true
        bottomPadding: 10
        text: root.model.lead
    }

    Repeater {
        model: root.model.formats

        Column {
            id: row

            required property string key
            required property string title
            required property string purpose
            required property string caution
            required property string length
            required property string depth
            required property string later
            required property string author
            required property int index

            width: parent ? parent.width : 0
            spacing: 10

            Kind {
                width: parent.width
                focus: row.index === 0
                key: row.key
                title: row.title
                purpose: row.purpose
                caution: row.caution
                length: row.length
                depth: row.depth
                later: row.later
                author: row.author
                index: row.index
            }

            Loader {
                width: parent.width
                active: root.model.asking === row.key
                visible: active
                onLoaded: forceActiveFocus(Qt.TabFocusReason)
                sourceComponent: Column {
                    spacing: 10

                    Words {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: root.model.question
                    }
                    Choices {
                        width: parent.width

                        SoftButton {
                            focus: true
                            text: root.model.leftName
                            onClicked: root.model.answer(Seat.Left)
                        }
                        SoftButton {
                            text: root.model.rightName
                            onClicked: root.model.answer(Seat.Right)
                        }
                        SoftButton {
                            plain: true
                            text: qsTr("Not now")
                            onClicked: root.model.answer(Seat.Nobody)
                        }
                    }
                }
            }
        }
    }

    Item {
        width: 1
        height: 16
    }
}
