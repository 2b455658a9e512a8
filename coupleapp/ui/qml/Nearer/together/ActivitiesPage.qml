pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Something new together: this week's pick, the ideas to pick from, and the couple's own.
Page {
    id: root

    required property ActivitiesModel model
    required property OwnIdeasModel ownIdeas
    required property HeldModel held
    property string deleting: ""
    property bool ending: false

    gap: 20

    function goUp() {
        root.flickable.contentY = 0;
        root.ending = false;
        if (root.model.stage === ActivitiesModel.Pick)
            wishes.nextItemInFocusChain(true).forceActiveFocus(Qt.OtherFocusReason);
        else
            week.forceActiveFocus(Qt.OtherFocusReason);
    }

    Connections {
        target: root.model

        function onTurnsChanged() {
            Qt.callLater(root.goUp);
        }

        function onTroubleChanged() {
            if (root.model.trouble !== "")
                root.flickable.contentY = 0;
        }
    }

    // Once it has its height: the field, and what belongs to it.
    Timer {
        id: showWhole

        interval: 50
        onTriggered: root.scroll(Math.min(form.height, root.height / 2))
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
        text: qsTr("Something together")
    }

    Words {
        width: parent.width
        soft: true
        bottomPadding: 8
        text: root.model.lead
    }

    WeekPick {
        id: week

        width: parent.width
        focus: root.model.stage !== ActivitiesModel.Pick
        model: root.model
    }

    Line {}

    Words {
        width: parent.width
        soft: true
        font.pixelSize: Theme.small
        text: qsTr("What would suit you?")
    }

    IdeaTags {
        id: wishes

        width: parent.width
        rows: root.model.wishes
        chosen: root.model.filters
        onToggled: tag => root.model.wish(tag)
    }

    Words {
        width: parent.width
        visible: root.model.nothingFits
        topPadding: 16
        soft: true
        text: qsTr("Nothing here fits all of that. One wish fewer may be enough, or an idea of your own.")
    }

    Repeater {
        model: root.model.ideas

        Column {
            id: idea

            required property string ideaId
            required property string words
            required property string byline
            required property int seat
            required property bool own

            readonly property bool open: root.ownIdeas.editing === ideaId

            width: parent ? parent.width : 0
            spacing: 16

            Line {}

            Grid {
                id: row

                readonly property bool beside: width > 540 * Theme.textScale

                width: parent.width
                visible: !idea.open
                columns: row.beside ? 2 : 1
                spacing: 12
                verticalItemAlignment: Grid.AlignVCenter

                Column {
                    width: row.beside && pick.visible ? row.width - pick.width - row.spacing : row.width
                    spacing: 4

                    Prompt {
                        width: parent.width
                        alignment: Text.AlignLeft
                        size: Theme.large
                        text: idea.words
                    }

                    Row {
                        id: from

                        width: parent.width
                        spacing: 8

                        SeatMark {
                            anchors.verticalCenter: parent.verticalCenter
                            visible: idea.own && idea.seat !== Seat.Right
                            seat: Seat.Left
                            size: 14
                        }
                        SeatMark {
                            anchors.verticalCenter: parent.verticalCenter
                            visible: idea.own && idea.seat !== Seat.Left
                            seat: Seat.Right
                            size: 14
                        }
                        Words {
                            width: Math.min(implicitWidth, from.width - 44)
                            soft: true
                            font.pixelSize: Theme.small
                            text: idea.byline
                        }
                    }
                }

                SoftButton {
                    id: pick

                    visible: root.model.canPick
                    text: root.model.pickWords
                    Accessible.name: qsTr("%1: %2").arg(root.model.pickWords).arg(idea.words)
                    onClicked: root.model.pick(idea.ideaId)
                }
            }

            Loader {
                width: parent.width
                active: idea.open
                visible: active
                onLoaded: forceActiveFocus(Qt.TabFocusReason)
                sourceComponent: OwnIdea {
                    focus: true
                    model: root.ownIdeas
                    tags: root.model.wishes
                    label: qsTr("Change this idea")
                    leftName: root.model.leftName
                    rightName: root.model.rightName
                }
            }

            Trouble {
                width: parent.width
                visible: text !== "" && root.deleting === idea.ideaId
                text: root.ownIdeas.trouble
            }

            HeldInCopies {
                width: parent.width
                visible: root.deleting === idea.ideaId
                held: root.held
            }

            Flow {
                width: parent.width
                visible: idea.own && !idea.open
                spacing: 8

                SoftButton {
                    visible: root.deleting !== idea.ideaId
                    plain: true
                    text: qsTr("Change")
                    font.pixelSize: Theme.small
                    Accessible.name: qsTr("Change: %1").arg(idea.words)
                    onClicked: root.model.change(idea.ideaId)
                }
                SoftButton {
                    visible: root.deleting !== idea.ideaId
                    plain: true
                    text: qsTr("Delete")
                    font.pixelSize: Theme.small
                    Accessible.name: qsTr("Delete: %1").arg(idea.words)
                    onClicked: root.deleting = idea.ideaId
                }
                SoftButton {
                    visible: root.deleting === idea.ideaId
                    text: qsTr("Delete for good")
                    onClicked: root.model.remove(idea.ideaId)
                }
                SoftButton {
                    visible: root.deleting === idea.ideaId
                    plain: true
                    text: qsTr("Keep it after all")
                    onClicked: root.deleting = ""
                }
            }
        }
    }

    Line {}

    Flow {
        width: parent.width
        spacing: 12

        SoftButton {
            visible: root.model.hasMore
            text: qsTr("More ideas")
            onClicked: root.model.more()
        }
        SoftButton {
            visible: root.ownIdeas.editing === ""
            text: qsTr("Add an idea of your own")
            onClicked: root.ownIdeas.begin()
        }
    }

    Loader {
        id: form

        width: parent.width
        active: root.ownIdeas.isNew
        visible: active
        onLoaded: {
            forceActiveFocus(Qt.TabFocusReason);
            showWhole.restart();
        }
        sourceComponent: OwnIdea {
            focus: true
            model: root.ownIdeas
            tags: root.model.wishes
            label: qsTr("An idea of your own")
            leftName: root.model.leftName
            rightName: root.model.rightName
        }
    }

    LeftAside {
        width: parent.width
        text: root.model.leftAside
    }

    Flow {
        width: parent.width
        visible: root.model.runs
        topPadding: 8
        spacing: 8

        SoftButton {
            visible: !root.ending
            plain: true
            text: qsTr("End these weeks")
            font.pixelSize: Theme.small
            onClicked: root.ending = true
        }
        SoftButton {
            visible: root.ending
            text: qsTr("They end here")
            onClicked: root.model.endWeeks()
        }
        SoftButton {
            visible: root.ending
            plain: true
            text: qsTr("We go on with them")
            onClicked: root.ending = false
        }
    }

    Item {
        width: 1
        height: 16
    }
}
