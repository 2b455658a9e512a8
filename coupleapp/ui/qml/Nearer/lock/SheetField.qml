pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Nearer

// The code of a sheet as it is typed from the paper. Return is done with it.
Column {
    id: root

    required property string label
    // What can be said of it so far; its line is there before it is.
    property string said: ""
    property alias text: input.text
    property alias input: input

    signal edited(text: string)
    signal accepted

    spacing: 6

    Words {
        width: root.width
        text: root.label
        soft: true
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }

    TextArea {
        id: input

        width: root.width
        enabled: root.visible
        implicitHeight: Math.max(contentHeight + 28, Theme.large * 2.8 + 28)
        padding: 16
        wrapMode: TextArea.Wrap
        textFormat: TextArea.PlainText
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
        font.family: Theme.sans
        font.pixelSize: Theme.large
        font.letterSpacing: 2
        font.capitalization: Font.AllUppercase
        color: Theme.ink
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        Accessible.name: root.label
        Keys.onTabPressed: input.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: input.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        Keys.onReturnPressed: root.accepted()
        Keys.onEnterPressed: root.accepted()
        onTextChanged: {
            if (input.activeFocus)
                root.edited(input.text);
        }

        background: Rectangle {
            radius: 14
            color: Theme.surfaceRaised
            border.width: input.activeFocus ? 3 : 1
            border.color: input.activeFocus ? Theme.focus : Theme.edge
        }
    }

    Words {
        width: root.width
        height: Math.max(implicitHeight, Theme.body * 1.4)
        soft: true
        text: root.said
    }
}
