pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Copies of the notebook: where they lie, one made now, one taken back, all but one let go.
Page {
    id: root

    required property AppModel app
    required property CopiesModel model
    required property SecondPlaceModel second
    required property CopyChoice choice
    required property SalvageModel salvage

    gap: 20

    component Heading: Column {
        id: heading

        required property string text

        width: parent ? parent.width : 0
        topPadding: 16

        Prompt {
            width: heading.width
            alignment: Text.AlignLeft
            size: Theme.large * 1.15
            text: heading.text
        }
    }

    // How far it is, for whoever does not see it.
    Connections {
        target: root.model

        function onDoneChanged() {
            if (root.model.done !== "")
                root.Accessible.announce(root.model.done, Accessible.Polite);
        }
        function onGoneChanged() {
            if (root.model.gone !== "")
                root.Accessible.announce(root.model.gone, Accessible.Polite);
        }
    }
    Connections {
        target: root.choice

        function onWordsChanged() {
            if (root.choice.words !== "")
                root.Accessible.announce(root.choice.words, Accessible.Polite);
        }
    }
    Connections {
        target: root.second

        function onSaidChanged() {
            if (root.second.said !== "")
                root.Accessible.announce(root.second.said, Accessible.Polite);
        }
    }

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

    SecondPlace {
        width: parent.width
        app: root.app
        model: root.second
    }

    Heading {
        text: qsTr("Take one back")
    }

    CopyChoices {
        width: parent.width
        choice: root.choice
    }

    Flow {
        width: parent.width
        spacing: 8

        FromFile {
            app: root.app
        }
        SoftButton {
            visible: root.salvage.there
            plain: true
            text: qsTr("What a damaged notebook still holds")
            onClicked: root.app.go(AppModel.Salvage)
        }
    }

    Heading {
        text: qsTr("What you have deleted")
    }

    Words {
        width: parent.width
        text: root.model.held
    }

    Words {
        width: parent.width
        visible: root.model.asking
        font.weight: Font.Medium
        text: root.model.asks
        Accessible.role: Accessible.AlertMessage
    }

    Flow {
        width: parent.width
        spacing: 8

        SoftButton {
            id: askAlone

            visible: !root.model.asking
            plain: true
            text: qsTr("Keep only a new copy")
            onClicked: {
                root.model.ask();
                keepAll.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        SoftButton {
            visible: root.model.asking
            text: qsTr("Remove the earlier copies for good")
            onClicked: {
                root.model.keepOnlyANewOne();
                askAlone.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        SoftButton {
            width: Math.min(implicitWidth, parent.width)
            visible: root.model.asking && root.model.putAside
            text: qsTr("Remove them and what was put aside for good")
            onClicked: {
                root.model.letGoOfAll();
                askAlone.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        SoftButton {
            id: keepAll

            visible: root.model.asking
            plain: true
            text: qsTr("Keep them after all")
            onClicked: {
                root.model.keepAll();
                askAlone.forceActiveFocus(Qt.TabFocusReason);
            }
        }
    }

    Words {
        width: parent.width
        visible: text !== ""
        Accessible.role: Accessible.AlertMessage
        text: root.model.gone
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
