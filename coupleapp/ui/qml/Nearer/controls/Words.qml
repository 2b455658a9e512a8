pragma ComponentBehavior: Bound

import QtQuick
import Nearer

Text {
    property bool soft: false

    color: soft ? Theme.inkSoft : Theme.ink
    font.family: Theme.sans
    font.pixelSize: Theme.body
    lineHeight: 1.35
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
