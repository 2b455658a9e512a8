pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// What a page says first.
Prompt {
    width: parent ? parent.width : implicitWidth
    alignment: Text.AlignLeft
    size: Theme.title
}
