pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// One line in a talk about needs. What is typed is kept at once, and comes back.
Field {
    id: root

    required property NeedsModel needs
    required property string draft
    required property string begun

    text: root.begun
    onEdited: text => root.needs.keepDraft(root.draft, text)

    Connections {
        target: root.needs

        function onFormChanged() {
            root.text = root.begun;
        }
    }
}
