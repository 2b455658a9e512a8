pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// One of the two lights, or the calm one both make together.
Image {
    required property string light

    source: Theme.resources + "/lights/glow_" + light + ".png"
    fillMode: Image.Stretch
    smooth: true
    opacity: Theme.glow
    visible: opacity > 0
    Accessible.ignored: true
}
