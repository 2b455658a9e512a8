pragma ComponentBehavior: Bound

import QtQuick
import Nearer

// What this is and is not, and when not to use it. Shown before the first use, and always in reach.
Column {
    id: root

    spacing: 18

    component Point: Row {
        id: point

        property alias text: words.text

        width: root.width
        spacing: 14

        Rectangle {
            y: words.font.pixelSize * 0.45
            width: 8
            height: 8
            radius: 4
            color: Theme.calm
        }

        Words {
            id: words

            width: point.width - 22
        }
    }

    Words {
        width: root.width
        text: qsTr("Nearer leads the two of you through short, calm talks. It keeps the time, keeps it fair, and remembers what mattered. It is for learning and practice.")
    }

    Words {
        width: root.width
        text: qsTr("It is not therapy and not an emergency service. Nobody else reads what you write: it stays on this computer, encrypted. Either of you can stop at any moment, without a reason.")
    }

    Words {
        width: root.width
        topPadding: 8
        text: qsTr("Please get help from a person first, each on your own, if one of these is so:")
        font.weight: Font.Medium
    }

    Point {
        text: qsTr("One of you is afraid of the other, or weighs every word because of what could happen later.")
    }
    Point {
        text: qsTr("There has been hitting, threats, forced sex, or watching over phone, money or friends.")
    }
    Point {
        text: qsTr("One of you does not really want to be here.")
    }
    Point {
        text: qsTr("One of you is in a crisis now: thoughts of suicide or self-harm, or losing touch with what is real.")
    }
    Point {
        text: qsTr("One of you cannot get through a day without drink or drugs.")
    }
    Point {
        text: qsTr("An affair has just come out, or old, terrible memories come back as if they were now.")
    }
    Point {
        text: qsTr("One of you is planning to leave and it may not be safe to say so.")
    }

    Words {
        width: root.width
        topPadding: 8
        text: qsTr("If one of you is not sober tonight, or too tired to listen, choose another day.")
    }

    Words {
        width: root.width
        text: qsTr("Feeling uneasy is common. Feeling afraid is a reason to stop. In danger, call the emergency number: 112 works in the EU and on many mobile phones.")
    }
}
