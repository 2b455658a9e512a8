pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Words for feelings, family by family; as many pleasant as unpleasant.
Column {
    id: root

    required property TurnControls turns
    readonly property bool full: root.turns.chosenCount >= root.turns.mostFeelings

    spacing: 8

    Repeater {
        model: root.turns.families

        Row {
            id: family

            required property string modelData
            required property int index

            width: Math.min(root.width, 640 * Theme.textScale)
            x: (root.width - width) / 2
            spacing: 8

            Words {
                id: title

                width: 110 * Theme.textScale
                height: 40
                soft: true
                font.pixelSize: Theme.small
                verticalAlignment: Text.AlignVCenter
                text: family.modelData
            }

            Flow {
                width: family.width - title.width - family.spacing
                spacing: 8

                Repeater {
                    model: root.turns.wordsOf(family.index)

                    SoftButton {
                        required property string modelData

                        implicitHeight: Math.max(40, implicitContentHeight + 16)
                        padding: 8
                        leftPadding: 18
                        font.pixelSize: Theme.small
                        text: modelData
                        choice: true
                        chosen: root.turns.chosenCount > 0 && root.turns.isChosen(modelData)
                        enabled: chosen || !root.full
                        Accessible.description: family.modelData
                        onClicked: root.turns.toggle(modelData)
                    }
                }
            }
        }
    }
}
