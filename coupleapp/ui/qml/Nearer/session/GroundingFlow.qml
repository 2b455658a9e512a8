pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// One sentence at a time, each for its own while. Nothing has to be typed.
Item {
    id: root

    required property QtObject steps

    signal finished

    implicitHeight: words.count > 0 ? Math.max(150, (words.currentItem?.height ?? 0) + 20) : 0
    onVisibleChanged: words.currentIndex = 0

    ListView {
        id: words

        anchors.fill: parent
        interactive: false
        clip: true
        orientation: ListView.Horizontal
        highlightMoveDuration: Theme.fade
        snapMode: ListView.SnapOneItem
        model: root.visible ? root.steps : null

        delegate: Item {
            id: step

            required property string words
            required property int ms
            required property int index
            readonly property bool current: ListView.isCurrentItem

            width: root.width
            height: sentence.implicitHeight

            Prompt {
                id: sentence

                width: Math.min(root.width - 24, 720)
                anchors.horizontalCenter: parent.horizontalCenter
                size: Theme.prompt * 0.85
                text: step.words
                visible: step.current
            }

            Timer {
                interval: step.ms
                running: step.current && root.visible
                onTriggered: {
                    if (step.index + 1 < words.count)
                        words.currentIndex = step.index + 1;
                    else
                        root.finished();
                }
            }
        }
    }
}
