pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// Words read aloud or kept: a book serif, its lines balanced so that no word is left alone.
Item {
    id: root

    property alias text: words.text
    // A screen reader has it at once, while it still appears.
    property alias shade: words.opacity
    property real size: Theme.prompt
    property int alignment: Text.AlignHCenter
    property bool italic: false
    // Where its words begin, from the left, and end.
    readonly property real wordsX: root.alignment === Text.AlignHCenter ? (root.width - words.contentWidth) / 2 : words.x
    readonly property real wordsEnd: root.alignment === Text.AlignHCenter ? root.width - root.wordsX : words.x + words.width

    implicitHeight: words.implicitHeight
    implicitWidth: Theme.column
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    TextMetrics {
        id: oneLine

        font: words.font
        text: words.text
    }

    Text {
        id: words

        readonly property real lines: Math.ceil(oneLine.advanceWidth / Math.max(1, root.width))
        readonly property real balanced: oneLine.advanceWidth / Math.max(1, words.lines) * 1.12 + words.font.pixelSize

        x: root.alignment === Text.AlignHCenter ? (root.width - width) / 2 : root.LayoutMirroring.enabled ? root.width - width : 0
        width: Math.min(root.width, words.balanced)
        horizontalAlignment: root.alignment
        color: Theme.ink
        font.family: Theme.serif
        font.pixelSize: root.size
        font.italic: root.italic
        font.features: ({ "lnum": 1 })
        lineHeight: 1.2
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
}
