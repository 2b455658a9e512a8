pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The one joint sentence, and what could become of the agreement.
FocusScope {
    id: root

    required property ReviewModel review
    required property DecisionModel decision

    implicitHeight: column.implicitHeight
    focus: true

    Column {
        id: column

        width: root.width
        spacing: 20

        Loader {
            width: parent.width
            active: root.review.glad !== ""
            visible: active
            sourceComponent: ComingNearer {}
        }

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            soft: true
            text: root.review.topic
        }

        Prompt {
            width: parent.width
            size: Theme.prompt
            text: root.review.finding
        }

        Words {
            width: parent.width
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.large
            text: root.review.glad
        }

        Words {
            width: parent.width
            bottomPadding: 8
            horizontalAlignment: Text.AlignHCenter
            soft: true
            text: root.review.hint
        }

        Choices {
            width: parent.width
            visible: !root.review.fits

            SoftButton {
                focus: !root.review.fits
                emphasis: true
                text: qsTr("Find what fits better")
                onClicked: root.decision.choose(DecisionModel.Change)
            }
        }

        Choices {
            width: parent.width
            gap: 12

            SoftButton {
                focus: root.review.fits
                text: qsTr("Keep it")
                onClicked: root.decision.choose(DecisionModel.Keep)
            }
            SoftButton {
                visible: root.review.fits
                text: qsTr("Change it")
                onClicked: root.decision.choose(DecisionModel.Change)
            }
            SoftButton {
                text: qsTr("Let it rest")
                onClicked: root.decision.choose(DecisionModel.Park)
            }
            SoftButton {
                text: qsTr("End it")
                onClicked: root.decision.choose(DecisionModel.End)
            }
        }

        SoftButton {
            anchors.horizontalCenter: parent.horizontalCenter
            plain: true
            font.pixelSize: Theme.small
            text: qsTr("Back to what you are trying")
            onClicked: root.review.leave()
        }
    }
}
