pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// What stands wherever touch or closeness is on the screen.
Words {
    visible: text !== ""
    horizontalAlignment: Text.AlignHCenter
    font.family: Theme.serif
    font.italic: true
    font.pixelSize: Theme.body * 1.1
}
