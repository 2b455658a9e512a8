pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Before something is deleted for good: until when copies keep it, and where it leaves them sooner.
Words {
    id: root

    required property HeldModel held

    visible: false
    soft: true
    text: root.held.words

    onVisibleChanged: {
        if (root.visible)
            root.held.look();
    }
}
