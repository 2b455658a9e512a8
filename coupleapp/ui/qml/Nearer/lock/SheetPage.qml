pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// A recovery sheet: drawn, put on paper, asked back, and taken when both say that it is stored.
Page {
    id: root

    required property AppModel app
    required property SheetModel model
    required property OwnKeys keys

    readonly property int stage: root.model.stage

    gap: 20

    // Where the keyboard begins at each stage.
    function begin() {
        switch (root.stage) {
        case SheetModel.Before:
            make.forceActiveFocus(Qt.TabFocusReason);
            break;
        case SheetModel.Shown:
            heading.forceActiveFocus(Qt.TabFocusReason);
            break;
        case SheetModel.Asked:
            asked.forceActiveFocus(Qt.TabFocusReason);
            break;
        case SheetModel.Stored:
            yeses.forceActiveFocus(Qt.TabFocusReason);
            break;
        default:
            back.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    onStageChanged: {
        if (root.activeFocus)
            root.begin();
    }

    Component.onCompleted: root.keys.listenTo(root)

    Connections {
        target: root.keys

        function onPressed(view: QtObject, seat: int) {
            if (view === root && root.stage === SheetModel.Stored)
                root.model.sayYes(seat);
        }
    }

    component Line: Words {
        width: parent ? parent.width : 0
        visible: text !== ""
    }

    ReadingTitle {
        id: heading

        width: parent.width
        activeFocusOnTab: root.stage === SheetModel.Shown
        text: qsTr("Recovery sheet")
    }

    Column {
        width: parent.width
        visible: root.stage === SheetModel.Before
        spacing: 18

        Line {
            text: qsTr("A code on paper opens your notebook when the passphrase is forgotten, or when this computer is lost and a copy is left.")
        }
        Line {
            text: qsTr("It takes about five minutes, a pen or a printer, and both of you.")
        }
        Line {
            soft: true
            text: root.model.earlier
        }
        Flow {
            width: parent.width
            spacing: 12

            SoftButton {
                id: make

                emphasis: true
                focus: true
                text: qsTr("Make our sheet")
                onClicked: root.model.draw()
            }
            SoftButton {
                plain: true
                height: 64
                text: qsTr("Back to the lock")
                onClicked: root.app.go(AppModel.Lock)
            }
        }
    }

    Column {
        width: parent.width
        visible: root.stage === SheetModel.Shown
        spacing: 18

        Line {
            text: qsTr("Made on %1. It opens your notebook in Nearer.").arg(root.model.date)
        }
        SheetGroups {
            width: parent.width
            model: root.model
        }
        Line {
            text: qsTr("Keep it where you keep papers that matter, not in this computer. Whoever has it and your files can read them.")
        }
        Line {
            soft: true
            text: qsTr("It stays here until you go on. Nothing has changed yet.")
        }
        Line {
            Accessible.role: Accessible.AlertMessage
            text: root.model.printed
        }
        Flow {
            width: parent.width
            spacing: 12

            SoftButton {
                emphasis: true
                text: qsTr("We have it on paper")
                onClicked: root.model.onPaper()
            }
            SoftButton {
                height: 64
                text: qsTr("Print …")
                onClicked: root.model.printIt()
            }
        }
    }

    Loader {
        id: asked

        width: parent.width
        active: root.stage === SheetModel.Asked
        visible: active
        focus: active
        sourceComponent: SheetAsked {
            model: root.model
        }
    }

    Column {
        width: parent.width
        visible: root.stage === SheetModel.Stored
        spacing: 18

        Line {
            text: qsTr("That reads right. When both of you say that it is stored, it opens your notebook.")
        }
        Line {
            soft: true
            text: root.model.earlier
        }
        TwoYeses {
            id: yeses

            width: parent.width
            enabled: !root.model.busy
            keys: root.keys
            leftName: root.model.leftName
            rightName: root.model.rightName
            yesLeft: root.model.yesLeft
            yesRight: root.model.yesRight
            onSaid: seat => root.model.sayYes(seat)
        }
        Trouble {
            width: parent.width
            text: root.model.trouble
        }
        Line {
            visible: root.model.busy
            soft: true
            text: qsTr("One moment …")
        }
        Flow {
            width: parent.width
            enabled: !root.model.busy

            SoftButton {
                plain: true
                text: qsTr("Show it again")
                onClicked: root.model.showAgain()
            }
        }
    }

    Column {
        width: parent.width
        visible: root.stage === SheetModel.Taken
        spacing: 18

        Line {
            font.pixelSize: Theme.large
            text: qsTr("Done. This sheet opens your notebook from now on.")
        }
        Line {
            text: root.model.earlier
        }
        Line {
            soft: true
            text: qsTr("You can test it whenever you like, on the page of the lock.")
        }
        Flow {
            width: parent.width

            SoftButton {
                id: back

                text: qsTr("Back to the lock")
                onClicked: root.app.go(AppModel.Lock)
            }
        }
    }

    Item {
        width: 1
        height: 24
    }
}
