pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What others, or the couple themselves, have added with a file.
Page {
    id: root

    required property PacksModel model
    property string removing: ""
    // The one that was just switched: its row is made anew, and the keyboard stays in it.
    property string switched: ""

    gap: 20
    // Whoever is done with a pack goes on from here.
    function goOn() {
        if (!root.model.looking)
            open.forceActiveFocus(Qt.TabFocusReason);
    }

    // The whole page takes a file; while one hangs over it, the two lights come nearer.
    backdrop: Item {
        anchors.fill: parent

        DropArea {
            id: drop

            anchors.fill: parent
            // A copy, always: a source that is told "move" deletes the file.
            onEntered: event => event.accept(Qt.CopyAction)
            onPositionChanged: event => event.accept(Qt.CopyAction)
            onDropped: event => {
                event.accept(Qt.CopyAction);
                root.model.letGoOf(event.urls);
            }
        }

        Glow {
            light: "left"
            apart: drop.containsDrag ? 0.1 : 0.62
        }
        Glow {
            light: "right"
            apart: drop.containsDrag ? -0.1 : -0.62
        }
    }

    Keys.onEscapePressed: event => {
        event.accepted = root.model.looking;
        root.model.closeLook();
    }

    Connections {
        target: root.model

        function onLookingChanged() {
            Qt.callLater(root.goOn);
        }

        function onDoneChanged() {
            root.removing = "";
            if (root.model.done !== "")
                Qt.callLater(root.goOn);
        }

        function onTroubleChanged() {
            if (root.model.trouble !== "")
                root.flickable.contentY = 0;
        }
    }

    component Glow: Light {
        property real apart: 0

        width: Math.min(root.width, root.height) * 0.9
        height: width
        x: root.width * 0.72 - width / 2 + apart * width * (LayoutMirroring.enabled ? 1 : -1) / 2
        y: root.height * 0.7 - height / 2
        opacity: root.model.empty && !root.model.looking || drop.containsDrag ? Theme.glow * 0.55 : 0

        Behavior on apart {
            NumberAnimation {
                duration: Theme.slow
                easing.type: Easing.InOutQuad
            }
        }
        Behavior on opacity {
            NumberAnimation {
                duration: Theme.fade
            }
        }
    }

    component Line: Rectangle {
        width: parent ? parent.width : 0
        height: 1
        color: Theme.line
    }

    Prompt {
        width: parent.width
        alignment: Text.AlignLeft
        size: Theme.title
        text: qsTr("Packs")
    }

    Words {
        width: parent.width
        visible: !root.model.looking
        soft: true
        text: qsTr("More questions, themes and kinds of sitting in one file, from somebody you both trust or of your own. It only adds words; nothing in it can run or leave this computer.")
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

    Loader {
        width: parent.width
        active: root.model.looking
        visible: active
        focus: active
        sourceComponent: PackLook {
            focus: true
            model: root.model
        }
        onLoaded: {
            root.flickable.contentY = 0;
            forceActiveFocus(Qt.TabFocusReason);
        }
    }

    component None: Prompt {
        width: parent ? parent.width : 0
        alignment: Text.AlignLeft
        size: Theme.large * 1.3
    }

    None {
        visible: root.model.empty && !root.model.looking && drop.containsDrag
        text: qsTr("Let it go here.")
    }

    None {
        visible: root.model.empty && !root.model.looking && !drop.containsDrag
        text: qsTr("None is here yet. Drop a file here, or open one.")
    }

    Flow {
        width: parent.width
        visible: !root.model.looking
        spacing: 12

        SoftButton {
            id: open

            focus: !root.model.looking
            text: qsTr("Open a pack …")
            onClicked: dialog.setSource("PackDialog.qml", {
                model: root.model
            })
        }
    }

    Loader {
        id: dialog
    }

    Repeater {
        model: root.model.packs

        Column {
            id: pack

            required property string packId
            required property string title
            required property string byline
            required property string adds
            required property bool on
            required property string standing
            required property string fault

            readonly property bool asking: root.removing === packId

            width: parent ? parent.width : 0
            spacing: 8

            Component.onCompleted: {
                if (root.switched !== pack.packId)
                    return;
                root.switched = "";
                use.forceActiveFocus(Qt.TabFocusReason);
            }

            Line {}

            Item {
                width: 1
                height: 4
            }

            Prompt {
                width: parent.width
                alignment: Text.AlignLeft
                size: Theme.large * 1.15
                text: pack.title
            }
            Words {
                width: parent.width
                visible: text !== ""
                soft: true
                font.pixelSize: Theme.small
                text: pack.byline
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: pack.adds
            }
            Trouble {
                width: parent.width
                text: pack.fault
            }

            Flow {
                width: parent.width
                topPadding: 8
                spacing: 8

                SoftButton {
                    id: use

                    visible: pack.fault === ""
                    choice: true
                    chosen: pack.on
                    text: pack.standing
                    Accessible.name: qsTr("In use: %1").arg(pack.title)
                    onClicked: {
                        root.switched = pack.packId;
                        root.model.use(pack.packId, !pack.on);
                    }
                }
                SoftButton {
                    id: remove

                    visible: !pack.asking
                    plain: true
                    text: qsTr("Remove")
                    Accessible.name: qsTr("Remove: %1").arg(pack.title)
                    onClicked: {
                        root.removing = pack.packId;
                        keep.forceActiveFocus(Qt.TabFocusReason);
                    }
                }
                SoftButton {
                    visible: pack.asking
                    text: qsTr("Remove for good")
                    onClicked: root.model.remove(pack.packId)
                }
                SoftButton {
                    id: keep

                    visible: pack.asking
                    plain: true
                    text: qsTr("Keep it after all")
                    onClicked: {
                        root.removing = "";
                        remove.forceActiveFocus(Qt.TabFocusReason);
                    }
                }
            }
        }
    }

    LeftAside {
        width: parent.width
        text: root.model.leftAside
    }

    Item {
        width: 1
        height: 16
    }
}
