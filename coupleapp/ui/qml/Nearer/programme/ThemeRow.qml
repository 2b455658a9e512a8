pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Nearer
import Nearer.Models

// A theme that is still to come; pressed, it shows what can be done with it.
FocusScope {
    id: root

    required property string themeId
    required property string title
    required property string intent
    required property string byline
    required property int seat
    required property string spoken
    required property bool own
    required property bool first
    required property bool last
    required property ProgrammeModel model
    required property OwnThemesModel themes
    required property HeldModel held

    readonly property bool opened: root.model.opened === root.themeId
    readonly property bool asked: root.themes.deleting === root.themeId

    signal questionWanted(themeId: string)

    implicitHeight: column.implicitHeight

    function take() {
        head.forceActiveFocus(Qt.TabFocusReason);
    }

    component Small: SoftButton {
        required property string what

        font.pixelSize: Theme.small
        leftPadding: 18
        text: what
        Accessible.name: qsTr("%1: %2").arg(what).arg(root.title)
    }

    Column {
        id: column

        width: root.width
        spacing: 4

        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }

        T.AbstractButton {
            id: head

            width: parent.width
            implicitHeight: Math.max(48, inside.implicitHeight)
            focus: true
            focusPolicy: Qt.StrongFocus
            checkable: true
            checked: root.opened
            onToggled: head.checked = Qt.binding(() => root.opened)
            Accessible.role: Accessible.Button
            Accessible.name: root.title
            Accessible.description: root.spoken
            Accessible.onPressAction: head.click()
            Keys.onReturnPressed: head.click()
            Keys.onEnterPressed: head.click()
            onClicked: root.model.look(root.themeId)

            contentItem: Column {
                id: inside

                topPadding: 9
                bottomPadding: 5
                spacing: 2

                Item {
                    width: parent.width
                    height: title.implicitHeight

                    Prompt {
                        id: title

                        anchors.left: parent.left
                        width: parent.width - more.width - 16
                        alignment: Text.AlignLeft
                        size: Theme.large
                        text: root.title
                    }
                    Words {
                        id: more

                        anchors.right: parent.right
                        lineHeight: 1
                        soft: true
                        opacity: root.opened ? 0 : 1
                        text: "…"
                        Accessible.ignored: true
                    }
                }
                Words {
                    width: parent.width
                    visible: root.opened
                    soft: true
                    text: root.intent
                }
                Row {
                    id: from

                    width: parent.width
                    visible: root.own
                    spacing: 8

                    SeatMark {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: root.seat !== Seat.Right
                        seat: Seat.Left
                        size: 14
                    }
                    SeatMark {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: root.seat !== Seat.Left
                        seat: Seat.Right
                        size: 14
                    }
                    Words {
                        width: Math.min(implicitWidth, from.width - 44)
                        lineHeight: 1
                        soft: true
                        font.pixelSize: Theme.small
                        text: root.byline
                    }
                }
            }

            FocusFrame {
                shown: head.activeFocus && head.focusReason !== Qt.MouseFocusReason
                anchors.leftMargin: -16
                anchors.rightMargin: -16
                radius: 14
            }
        }

        Flow {
            width: parent.width
            visible: root.opened && !root.asked
            bottomPadding: 8
            spacing: 8

            Small {
                visible: !root.first
                what: qsTr("Take it next")
                onClicked: root.model.takeNext(root.themeId)
            }
            Small {
                visible: !root.first
                what: qsTr("Up")
                onClicked: root.model.moveUp(root.themeId)
            }
            Small {
                visible: !root.last
                what: qsTr("Down")
                onClicked: root.model.moveDown(root.themeId)
            }
            Small {
                visible: !root.last
                what: qsTr("Skip it")
                onClicked: root.model.skip(root.themeId)
            }
            Small {
                plain: true
                what: qsTr("Add a question")
                onClicked: root.questionWanted(root.themeId)
            }
            Small {
                visible: root.own
                plain: true
                what: qsTr("Change")
                onClicked: root.themes.write(root.themeId)
            }
            Small {
                visible: root.own
                plain: true
                what: qsTr("Delete")
                onClicked: root.themes.ask(root.themeId)
            }
        }

        Words {
            width: parent.width
            visible: root.opened && root.asked
            text: qsTr("Its own questions go with it.")
        }

        HeldInCopies {
            width: parent.width
            visible: root.opened && root.asked
            held: root.held
        }

        Trouble {
            width: parent.width
            visible: text !== "" && root.asked
            text: root.themes.trouble
        }

        Flow {
            width: parent.width
            visible: root.opened && root.asked
            bottomPadding: 8
            spacing: 8

            SoftButton {
                text: qsTr("Delete for good")
                onClicked: root.themes.deleteIt()
            }
            SoftButton {
                id: keepIt

                plain: true
                text: qsTr("Keep it after all")
                onVisibleChanged: {
                    if (keepIt.visible)
                        keepIt.forceActiveFocus(Qt.TabFocusReason);
                }
                onClicked: root.themes.ask("")
            }
        }
    }
}
