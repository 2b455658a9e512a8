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

    readonly property bool reviewing: root.review.stage !== ""
    gap: 18

    Connections {
        target: root.review

        // Another step begins at its top; whoever comes back goes on from here.
        function onStageChanged() {
            root.flickable.contentY = 0;
            if (root.review.stage === "")
                Qt.callLater(list.goOn);
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
        focus: active
        onLoaded: forceActiveFocus(Qt.TabFocusReason)
        sourceComponent: AgreementReview {
            model: root.review
            decision: root.decision
        }
    }

    AgreementList {
        id: list

        width: parent.width
        visible: !root.reviewing
        focus: visible
        app: root.app
        model: root.model
        review: root.review
    }

    Item {
        width: 1
        height: 24
    }
}
