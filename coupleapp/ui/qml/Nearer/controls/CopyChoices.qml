pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The copies that can be taken back: when each was made, what it holds, and one question.
FocusScope {
    id: root

    required property CopyChoice choice

    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: parent.width
        spacing: 14

        Words {
            width: parent.width
            visible: text !== ""
            soft: true
            text: root.choice.words
        }

        Repeater {
            model: root.choice.copies

            Column {
                id: copy

                required property string key
                required property string made
                required property string holds

                readonly property bool asking: root.choice.asked === copy.key

                width: parent ? parent.width : 0
                spacing: 6

                Rectangle {
                    width: copy.width
                    height: 1
                    color: Theme.line
                }
                Item {
                    width: 1
                    height: 2
                }
                Prompt {
                    width: copy.width
                    alignment: Text.AlignLeft
                    size: Theme.large
                    text: copy.made
                }
                Words {
                    width: copy.width
                    text: copy.holds
                }
                Words {
                    width: copy.width
                    visible: copy.asking
                    font.weight: Font.Medium
                    text: root.choice.question
                    Accessible.role: Accessible.AlertMessage
                }
                Flow {
                    width: copy.width
                    spacing: 8

                    SoftButton {
                        id: ask

                        visible: !copy.asking
                        text: qsTr("Take this copy")
                        Accessible.name: qsTr("Take this copy: %1").arg(copy.made)
                        Accessible.description: copy.holds
                        onClicked: {
                            root.choice.ask(copy.key);
                            leave.forceActiveFocus(Qt.TabFocusReason);
                        }
                    }
                    SoftButton {
                        visible: !copy.asking
                        plain: true
                        text: qsTr("Look inside")
                        Accessible.name: qsTr("Look inside: %1").arg(copy.made)
                        Accessible.description: copy.holds
                        onClicked: root.choice.lookInto(copy.key)
                    }
                    SoftButton {
                        visible: copy.asking
                        text: qsTr("Yes, take it")
                        Accessible.description: root.choice.question
                        onClicked: root.choice.take()
                    }
                    SoftButton {
                        id: leave

                        visible: copy.asking
                        plain: true
                        text: qsTr("Leave it as it is")
                        onClicked: {
                            root.choice.leaveIt();
                            ask.forceActiveFocus(Qt.TabFocusReason);
                        }
                    }
                }
            }
        }
    }
}
