pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Copies of the notebook: where they lie, one made now, one taken back.
Page {
    id: root

    required property CopiesModel model
    required property CopyChoice choice
    property bool alone: false

    gap: 20

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.title
        text: qsTr("Copies")
    }

    Words {
        width: parent.width
        text: qsTr("Nearer keeps copies of your notebook, as encrypted as the notebook itself: of the last seven days, four weeks and six months. One is made when you close Nearer, and once a day while it waits.")
    }

    Words {
        width: parent.width
        text: root.model.last
    }

    Trouble {
        width: parent.width
        text: root.model.trouble
    }

    Words {
        width: parent.width
        visible: text !== ""
        Accessible.role: Accessible.AlertMessage
        text: root.model.done
    }

    Flow {
        width: parent.width

        SoftButton {
            focus: true
            text: qsTr("Make one now")
            onClicked: root.model.makeOne()
        }
    }

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.large * 1.15
        text: qsTr("Take one back")
    }

    CopyChoices {
        width: parent.width
        choice: root.choice
    }

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.large * 1.15
        text: qsTr("What you have deleted")
    }

    Words {
        width: parent.width
        text: qsTr("It leaves the notebook at once. Copies from before still hold it until newer ones have taken their place, after about half a year. With only a new copy it is gone from them now.")
    }

    Flow {
        width: parent.width
        spacing: 8

        SoftButton {
            id: askAlone

            visible: !root.alone
            plain: true
            text: qsTr("Keep only a new copy")
            onClicked: {
                root.alone = true;
                keepAll.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        SoftButton {
            visible: root.alone
            text: qsTr("Remove the earlier copies for good")
            onClicked: {
                root.alone = false;
                root.model.keepOnlyANewOne();
                askAlone.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        SoftButton {
            id: keepAll

            visible: root.alone
            plain: true
            text: qsTr("Keep them after all")
            onClicked: {
                root.alone = false;
                askAlone.forceActiveFocus(Qt.TabFocusReason);
            }
        }
    }

    Words {
        width: parent.width
        soft: true
        font.pixelSize: Theme.small
        wrapMode: Text.WrapAnywhere
        text: qsTr("Folder: %1").arg(root.model.place)
    }

    Item {
        width: 1
        height: 24
    }
}
