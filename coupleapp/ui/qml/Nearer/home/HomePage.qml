pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Always whole: where there is little room, the air between its parts gives way.
FocusScope {
    id: root

    required property AppModel app
    required property HomeModel model
    required property ProgrammeModel programme
    readonly property bool small: root.height < 620
    readonly property bool longTheme: root.model.theme.length > 34
    readonly property bool offersMuch: offers.height > 60
    readonly property bool low: root.small || root.offersMuch
    readonly property bool tight: root.small && root.offersMuch

    focus: true

    // What is said of the evening, and what comes, is never of an hour ago.
    Timer {
        interval: 15000
        repeat: true
        running: root.Window.window !== null && root.Window.window.visible
        onTriggered: root.model.refresh()
    }

    Light {
        light: "left"
        width: 1100
        height: 1100
        x: root.width - 860
        y: -560
        opacity: Theme.glow * 0.75
    }

    Light {
        light: "right"
        width: 1100
        height: 1100
        x: root.width - 560
        y: -340
        opacity: Theme.glow * 0.6
    }

    Page {
        id: page

        readonly property real words: welcome.implicitHeight + press.implicitHeight + offers.height + below.implicitHeight + aside.height

        objectName: "page"
        anchors.fill: parent
        focus: true
        widest: 940
        // Between five parts, twice above the first, and once below the last.
        gap: Math.max(4, Math.min(24, (page.height - page.words - 24) / 7))
        above: 2 * page.gap

        Column {
            id: welcome

            width: Math.min(parent.width, 720 * Theme.textScale)
            spacing: root.low ? 4 : 12

            Words {
                width: parent.width
                soft: true
                font.pixelSize: root.low ? Theme.small : Theme.body
                maximumLineCount: root.tight ? 1 : 2
                elide: Text.ElideRight
                text: root.model.greeting
            }

            Prompt {
                width: parent.width
                alignment: Text.AlignLeft
                size: Theme.title * (root.longTheme && root.small ? 0.65 : root.longTheme || root.small ? 0.8 : 1.1)
                text: root.model.theme
            }

            Words {
                width: Math.min(parent.width, 580 * Theme.textScale)
                soft: true
                maximumLineCount: root.tight ? 1 : root.low ? 2 : 3
                elide: Text.ElideRight
                text: root.model.intent
            }
        }

        Flow {
            id: press

            readonly property real row: Math.max(root.small ? 52 : 64, Theme.large * 2.2)

            width: parent.width
            spacing: 16

            SoftButton {
                height: press.row
                emphasis: true
                focus: true
                leftPadding: 48
                rightPadding: 48
                text: root.model.press
                Accessible.description: root.model.minutes
                onClicked: root.model.sitDown()
            }
            SoftButton {
                height: press.row
                text: qsTr("Just breathe")
                onClicked: root.app.go(AppModel.Breathe)
            }
            SoftButton {
                height: press.row
                visible: root.model.themesRest
                text: qsTr("Begin again")
                onClicked: root.programme.beginAgain()
            }
            Words {
                height: press.row
                verticalAlignment: Text.AlignVCenter
                soft: true
                font.pixelSize: Theme.small
                text: root.model.minutes
                Accessible.ignored: true
            }
        }

        HomeOffers {
            id: offers

            width: parent.width
            height: visible ? implicitHeight : 0
            app: root.app
            model: root.model
            programme: root.programme
        }

        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }

        HomeBelow {
            id: below

            width: parent.width
            app: root.app
            model: root.model
            low: root.low
            tight: root.tight
        }

        LeftAside {
            id: aside

            width: parent.width
            height: visible ? implicitHeight : 0
            text: root.model.leftAside
        }
    }
}
