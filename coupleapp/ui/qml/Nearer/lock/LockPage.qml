pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// What opens the notebook, and how the two change that; one form at a time has the page.
Page {
    id: root

    required property AppModel app
    required property LockModel model
    required property CapturesModel captures

    readonly property int form: root.model.form
    readonly property bool asking: root.form !== LockModel.None

    gap: 18

    onFormChanged: {
        const here = root.activeFocus;
        const asking = root.form !== LockModel.None;
        // Another form is made anew: what was typed in the one before is gone with it.
        place.active = false;
        place.active = asking;
        if (here && asking)
            place.forceActiveFocus(Qt.TabFocusReason);
        else if (here)
            sections.forceActiveFocus(Qt.TabFocusReason);
    }

    Prompt {
        width: parent.width
        visible: !root.asking
        alignment: Text.AlignLeft
        size: Theme.title
        text: qsTr("Lock")
    }

    Loader {
        id: place

        width: parent.width
        active: false
        visible: active
        focus: active
        sourceComponent: LockFormView {
            app: root.app
            model: root.model
        }
    }

    Trouble {
        width: parent.width
        visible: !root.asking && text !== ""
        text: root.model.trouble
    }

    Words {
        width: parent.width
        visible: !root.asking && text !== ""
        font.weight: Font.Medium
        Accessible.role: Accessible.AlertMessage
        text: root.model.done
    }

    LockSections {
        id: sections

        width: parent.width
        visible: !root.asking
        focus: visible
        app: root.app
        model: root.model
        captures: root.captures
    }

    Item {
        width: 1
        height: 24
    }

    Component.onCompleted: place.active = root.asking
}
