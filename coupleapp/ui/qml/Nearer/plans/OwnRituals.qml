pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The couple's own rituals. One is theirs when both have said yes, each with their own key.
Column {
    id: root

    required property OwnRitualsModel model
    required property OwnKeys keys
    // The one somebody just said yes to: its row is made anew, and the keyboard stays in it.
    property string answering: ""

    spacing: 18

    Connections {
        target: root.model

        // Whoever closed the form goes on from here.
        function onFormChanged() {
            if (root.model.form === "")
                propose.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Words {
        width: parent.width
        soft: true
        text: qsTr("Tea on the stairs, a walk on Sundays: something small that you do again and again. It is a ritual when you both say so.")
    }

    Repeater {
        id: rituals

        model: root.model.rituals

        FocusScope {
            id: ritual

            required property string ritualId
            required property string name
            required property string meaning
            required property string when
            required property string status
            required property bool asksLeft
            required property bool asksRight

            readonly property bool writing: root.model.form === ritual.ritualId

            function answer(seat: int) {
                root.answering = ritual.ritualId;
                root.model.sayYes(ritual.ritualId, seat);
            }

            width: parent ? parent.width : 0
            implicitHeight: rows.implicitHeight

            Connections {
                target: root.keys

                function onPressed(view: QtObject, seat: int) {
                    if (view === ritual && (seat === Seat.Left ? ritual.asksLeft : ritual.asksRight))
                        ritual.answer(seat);
                }
            }

            Component.onCompleted: {
                root.keys.listenTo(ritual);
                if (root.answering !== ritual.ritualId)
                    return;
                root.answering = "";
                const next = ritual.asksLeft ? atLeft : ritual.asksRight ? atRight : change;
                next.forceActiveFocus(Qt.TabFocusReason);
            }

            Column {
                id: rows

                width: parent.width
                spacing: 6

                Rectangle {
                    width: parent.width
                    height: 1
                    color: Theme.line
                }
                Prompt {
                    width: parent.width
                    alignment: Text.AlignLeft
                    size: Theme.large * 1.15
                    text: ritual.name
                }
                Words {
                    width: parent.width
                    visible: !ritual.writing
                    text: ritual.when
                }
                Words {
                    width: parent.width
                    visible: !ritual.writing
                    font.family: Theme.serif
                    font.italic: true
                    font.pixelSize: Theme.body * 1.1
                    text: ritual.meaning
                }
                Words {
                    width: parent.width
                    visible: !ritual.writing
                    soft: true
                    text: ritual.status
                }

                Flow {
                    width: parent.width
                    visible: !ritual.writing && (ritual.asksLeft || ritual.asksRight)
                    spacing: 8
                    // Left is where somebody sits, whatever way they read.
                    LayoutMirroring.enabled: false
                    LayoutMirroring.childrenInherit: true

                    OwnYes {
                        id: atLeft

                        keycap: root.keys.left
                        keyWords: root.keys.leftWords
                        seat: Seat.Left
                        asks: qsTr("%1 says yes").arg(root.model.leftName)
                        said: qsTr("%1 has said yes").arg(root.model.leftName)
                        about: ritual.name
                        done: !ritual.asksLeft
                        most: parent.width
                        onClicked: ritual.answer(seat)
                    }
                    OwnYes {
                        id: atRight

                        keycap: root.keys.right
                        keyWords: root.keys.rightWords
                        seat: Seat.Right
                        asks: qsTr("%1 says yes").arg(root.model.rightName)
                        said: qsTr("%1 has said yes").arg(root.model.rightName)
                        about: ritual.name
                        done: !ritual.asksRight
                        most: parent.width
                        onClicked: ritual.answer(seat)
                    }
                }

                Loader {
                    width: parent.width
                    active: ritual.writing
                    visible: active
                    sourceComponent: RitualForm {
                        model: root.model
                    }
                    onLoaded: forceActiveFocus(Qt.TabFocusReason)
                }

                Flow {
                    width: parent.width
                    visible: !ritual.writing
                    spacing: 8

                    SoftButton {
                        id: change

                        plain: true
                        font.pixelSize: Theme.small
                        text: qsTr("Change it")
                        Accessible.name: qsTr("%1: %2").arg(text).arg(ritual.name)
                        onClicked: root.model.write(ritual.ritualId)
                    }
                    SoftButton {
                        plain: true
                        font.pixelSize: Theme.small
                        text: qsTr("Let it go")
                        Accessible.name: qsTr("%1: %2").arg(text).arg(ritual.name)
                        onClicked: root.model.letGo(ritual.ritualId)
                    }
                }
            }
        }
    }

    LeftAside {
        width: parent.width
        text: root.model.leftAside
    }

    PutBack {
        width: parent.width
        what: root.model.gone
        onClicked: root.model.putBack()
    }

    Trouble {
        width: parent.width
        text: root.model.trouble
    }

    Loader {
        width: parent.width
        active: root.model.form === root.model.newForm
        visible: active
        sourceComponent: RitualForm {
            model: root.model
        }
        onLoaded: forceActiveFocus(Qt.TabFocusReason)
    }

    Flow {
        width: parent.width

        SoftButton {
            id: propose

            visible: root.model.form === ""
            text: root.model.newWords
            onClicked: root.model.write(root.model.newForm)
        }
    }
}
