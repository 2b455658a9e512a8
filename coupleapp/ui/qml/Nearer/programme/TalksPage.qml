pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Every kind of sitting, by what it is like.
Page {
    id: root

    required property AppModel app
    required property TalksModel model
    readonly property int beside: root.width >= 900 * Theme.textScale ? 3 : root.width >= 680 * Theme.textScale ? 2 : 1
    property bool all: false

    gap: 32
    widest: 940
    Keys.onEscapePressed: event => {
        event.accepted = root.model.asking !== "";
        if (event.accepted)
            root.model.answer(Seat.Nobody);
    }

    component Kinds: Repeater {
        id: kinds

        property bool first: false

        Column {
            id: row

            required property int index
            required property string key
            required property string title
            required property string purpose
            required property string caution
            required property string length
            required property string depth
            required property string later
            required property string author

            width: parent ? parent.width : 0
            spacing: 8

            TalkCard {
                width: parent.width
                focus: kinds.first && row.index === 0
                title: row.title
                purpose: row.purpose
                caution: row.caution
                length: row.length
                depth: row.depth
                later: row.later
                author: row.author
                onClicked: root.model.choose(row.key)
            }

            Loader {
                width: parent.width
                active: root.model.asking === row.key
                visible: active
                onLoaded: forceActiveFocus(Qt.TabFocusReason)
                sourceComponent: WhoSits {
                    model: root.model
                }
            }
        }
    }

    component Group: Column {
        id: group

        required property string heading
        required property QtObject kinds
        property bool first: false

        width: (root.contentWidth - 24 * (root.beside - 1)) / root.beside
        visible: cards.count > 0
        spacing: 12

        Words {
            width: parent.width
            soft: true
            font.pixelSize: Theme.small
            text: group.heading
        }
        Kinds {
            id: cards

            first: group.first
            model: group.kinds
        }
    }

    Column {
        width: parent.width
        spacing: 8

        PageTitle {
            text: qsTr("Talks")
        }
        Words {
            width: parent.width
            soft: true
            text: root.model.lead
        }
    }

    Flow {
        width: parent.width
        spacing: 24

        Group {
            heading: qsTr("Light, tonight")
            kinds: root.model.light
            first: true
        }
        Group {
            heading: qsTr("A talk")
            kinds: root.model.talks
        }
        Group {
            heading: qsTr("Tender")
            kinds: root.model.tender
        }
        Group {
            heading: qsTr("For one of you alone")
            kinds: root.model.alone
        }
    }

    Column {
        width: parent.width
        visible: root.model.laterLine !== ""
        spacing: 16

        SoftButton {
            anchors.left: parent.left
            plain: true
            choice: true
            leftPadding: 0
            text: root.model.laterLine
            onClicked: root.all = !root.all
        }
        Column {
            width: Math.min(parent.width, Theme.column)
            visible: root.all
            spacing: 12

            Kinds {
                model: root.model.later
            }
        }
    }

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }

    Flow {
        width: parent.width
        spacing: 24

        WayIn {
            width: (root.contentWidth - 24) / Math.min(2, root.beside)
            caption: qsTr("Themes")
            words: root.model.coming
            onClicked: root.app.go(AppModel.Programme)
        }
        WayIn {
            width: (root.contentWidth - 24) / Math.min(2, root.beside)
            caption: qsTr("Packs")
            words: root.model.packs
            note: qsTr("Questions and talks from somebody you trust, or of your own")
            onClicked: root.app.go(AppModel.Packs)
        }
    }
}
