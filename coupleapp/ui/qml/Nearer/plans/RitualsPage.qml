pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

Page {
    id: root

    required property OwnRitualsModel model
    required property OwnKeys keys

    gap: 16

    PageTitle {
        text: qsTr("Rituals")
    }

    OwnRituals {
        width: parent.width
        model: root.model
        keys: root.keys
    }
}
