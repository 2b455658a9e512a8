pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// When to breathe otherwise, or not at all. Shown before the first time, and always in reach.
Column {
    id: root

    spacing: 14

    Words {
        width: root.width
        text: qsTr("Breathe slowly, not deeply: easy, small breaths, smaller if you feel light-headed. Dizzy, tingling, short of breath or more tense? Go back to normal breathing. One press does it, at any moment.")
    }

    Words {
        width: root.width
        text: qsTr("Keep your own pace, and do not hold your breath, if you have a heart or lung condition, asthma that is not under control, epilepsy, if you are pregnant, faint easily, have known panic, or had surgery not long ago; ask a doctor if you are not sure. Not while driving, not standing for long, and not in water.")
    }

    Words {
        width: root.width
        text: qsTr("If breathing makes you more tense, listen to the sounds in the room instead, feel your hands, or look at a picture you like. Your eyes may stay open.")
    }
}
