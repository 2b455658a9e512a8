pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What they are trying, what rests, and how the others fared.
Page {
    id: root

    required property AppModel app
    required property AgreementsModel model
    required property ReviewModel review
    required property DecisionModel decision
    required property OwnKeys keys
    required property HeldModel held

    readonly property bool reviewing: root.review.stage !== ReviewModel.None
    readonly property bool alone: root.review.private

    gap: 18
    centred: root.alone || root.review.stage === ReviewModel.Together && root.decision.way === DecisionModel.None
    widest: root.alone ? 620 : Theme.column

    // At the top of the list: one reads first, and goes on from there.
    function begin() {
        root.forceActiveFocus(Qt.OtherFocusReason);
        root.flickable.contentY = 0;
    }

    // Where nothing is yet, the two lights wait.
    backdrop: Item {
        anchors.fill: parent
        visible: root.model.empty && !root.reviewing

        Light {
            light: "left"
            width: 900
            height: 900
            x: parent.width - 760
            y: parent.height - 520
            opacity: Theme.glow * 0.6
        }
        Light {
            light: "right"
            width: 900
            height: 900
            x: parent.width - 500
            y: parent.height - 420
            opacity: Theme.glow * 0.5
        }
    }

    Connections {
        target: root.review

        // Another step begins at its top.
        function onStageChanged() {
            if (root.review.stage === "")
                root.begin();
            else
                root.flickable.contentY = 0;
        }
    }

    Connections {
        target: root.model

        function onSaidChanged() {
            if (root.model.said !== "")
                root.begin();
        }
    }

    Connections {
        target: root.decision

        function onWayChanged() {
            root.flickable.contentY = 0;
        }
    }

    Loader {
        width: parent.width
        active: root.reviewing
        visible: active
        focus: root.reviewing
        onLoaded: forceActiveFocus(Qt.TabFocusReason)
        sourceComponent: AgreementReview {
            model: root.review
            decision: root.decision
            keys: root.keys
        }
    }

    AgreementList {
        id: list

        width: parent.width
        visible: !root.reviewing
        focus: !root.reviewing && root.model.empty
        app: root.app
        model: root.model
        review: root.review
        held: root.held
    }

    LeftAside {
        width: parent.width
        visible: text !== "" && !root.reviewing
        text: root.model.leftAside
    }

    Item {
        visible: !root.centred
        width: 1
        height: 24
    }
}
