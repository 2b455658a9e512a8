pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// One calm sentence on what could not be done.
Words {
    visible: text !== ""
    color: Theme.ink
    font.weight: Font.Medium
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
}
