pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// What could not be read, said once on a page, below what could.
Words {
    visible: text !== ""
    topPadding: 8
    soft: true
    font.pixelSize: Theme.small
}
