pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// A stick, or a folder that is synced, to which every copy goes, too.
FocusScope {
    id: root

    required property AppModel app
    required property SecondPlaceModel model
    property bool typing: false

    readonly property bool chosen: root.model.place !== ""

    implicitHeight: column.implicitHeight

    // What was pressed may be gone; the keyboard stays here.
    function stay() {
        if (root.activeFocus)
            choose.forceActiveFocus(Qt.TabFocusReason);
    }

    Connections {
        target: root.model

        function onPlaceTaken() {
            root.typing = false;
            root.stay();
        }
    }

    Loader {
        id: dialog
    }

    Column {
        id: column

        width: parent.width
        topPadding: 16
        spacing: 14

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.large * 1.15
            text: qsTr("A second place")
        }

        Words {
            width: parent.width
            text: root.model.intro
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: root.model.stands
            Accessible.role: Accessible.AlertMessage
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: root.model.opens
        }

        Trouble {
            width: parent.width
            text: root.model.trouble
        }

        Words {
            width: parent.width
            visible: text !== ""
            text: root.model.said
            Accessible.role: Accessible.AlertMessage
        }

        Field {
            id: path

            width: parent.width
            visible: root.typing
            label: qsTr("Where it is")
            unkept: path.text !== ""
            onAccepted: root.model.typed(path.text)
        }

        Flow {
            width: parent.width
            spacing: 8

            SoftButton {
                id: choose

                visible: !root.typing
                text: qsTr("Choose a folder …")
                onClicked: dialog.setSource("PlaceDialog.qml", {
                    model: root.model
                })
            }
            SoftButton {
                visible: !root.typing
                plain: true
                text: qsTr("Type where it is")
                onClicked: {
                    root.typing = true;
                    path.input.forceActiveFocus(Qt.TabFocusReason);
                }
            }
            SoftButton {
                visible: root.typing
                text: qsTr("Use this folder")
                onClicked: root.model.typed(path.text)
            }
            SoftButton {
                visible: root.typing
                plain: true
                text: qsTr("Cancel")
                onClicked: {
                    root.typing = false;
                    choose.forceActiveFocus(Qt.TabFocusReason);
                }
            }
            SoftButton {
                visible: root.chosen && root.model.alone && !root.typing
                plain: true
                text: qsTr("Set up a passphrase or sheet")
                Accessible.description: root.model.opens
                onClicked: root.app.go(AppModel.Lock)
            }
            SoftButton {
                visible: root.chosen && !root.typing
                plain: true
                text: qsTr("Stop using it")
                onClicked: root.model.takeAway()
            }
        }
    }
}
