pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One plan to try, in their own words. Each writes only their own "I will".
Page {
    id: root

    required property SessionModel session
    required property NeedsModel needs
    required property TrialControls plan

    readonly property bool beside: root.width >= 760 * Theme.textScale

    function propose() {
        root.plan.propose(what.text, when.text, where.text, atLeft.will, atLeft.honours, atRight.will, atRight.honours);
    }

    centred: true
    widest: 900
    gap: 20

    component Line: NeedField {
        id: line

        width: parent ? parent.width : 0
        needs: root.needs
        onAccepted: line.input.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    }

    component Side: Column {
        id: side

        required property string draft
        required property color tint
        required property string who
        required property string willBegun
        required property string honoursBegun
        required property string cores

        readonly property string will: does.text
        readonly property string honours: honoured.text

        width: both.half
        spacing: 10

        Line {
            id: does

            draft: side.draft + "_will"
            begun: side.willBegun
            tint: side.tint
            label: qsTr("%1: I will …").arg(side.who)
        }

        Words {
            width: parent.width
            visible: side.cores !== ""
            soft: true
            font.pixelSize: Theme.small
            text: qsTr("What matters most to %1: %2").arg(side.who).arg(side.cores)
        }

        Line {
            id: honoured

            draft: side.draft + "_honours"
            begun: side.honoursBegun
            tint: side.tint
            label: qsTr("%1: what in it is good for this?").arg(side.who)
        }
    }

    Prompt {
        width: parent.width
        size: Theme.prompt
        text: qsTr("One plan to try")
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("One idea or a mix, small enough for a tired day.")
    }

    Prompt {
        width: parent.width
        size: Theme.large
        italic: true
        text: root.needs.ideas
    }

    Line {
        id: what

        draft: "what"
        begun: root.needs.what
        label: qsTr("What you try (if you like)")
    }

    Grid {
        width: parent.width
        columns: root.beside ? 2 : 1
        columnSpacing: 32
        rowSpacing: 12

        Line {
            id: when

            width: both.half
            draft: "when"
            begun: root.needs.when
            label: qsTr("When")
            input.focus: true
        }
        Line {
            id: where

            width: both.half
            draft: "where"
            begun: root.needs.where
            label: qsTr("Where (if you like)")
        }
    }

    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        soft: true
        text: qsTr("Each of you finishes only your own “I will”.")
    }

    Grid {
        id: both

        readonly property real half: root.beside ? (width - columnSpacing) / 2 : width

        width: parent.width
        columns: root.beside ? 2 : 1
        columnSpacing: 32
        rowSpacing: 24
        // Left is where somebody sits, whatever way they read.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Side {
            id: atLeft

            draft: "left"
            tint: Theme.partnerLeft
            who: root.session.leftName
            willBegun: root.needs.leftWill
            honoursBegun: root.needs.leftHonours
            cores: root.needs.leftCores
        }
        Side {
            id: atRight

            draft: "right"
            tint: Theme.partnerRight
            who: root.session.rightName
            willBegun: root.needs.rightWill
            honoursBegun: root.needs.rightHonours
            cores: root.needs.rightCores
        }
    }

    TrialLength {
        width: parent.width
        lengths: root.plan.lengths
        days: root.needs.days
        until: root.needs.until
        onChosen: days => root.plan.tryFor(days)
    }

    FreeNo {
        width: parent.width
        text: root.needs.freeNo
    }

    ParkQuestion {
        width: parent.width
        needs: root.needs
    }

    Choices {
        width: parent.width
        visible: !root.needs.parking

        SoftButton {
            emphasis: true
            text: qsTr("Read it together")
            onClicked: root.propose()
        }
        ParkIt {
            height: 64
            needs: root.needs
        }
    }
}
