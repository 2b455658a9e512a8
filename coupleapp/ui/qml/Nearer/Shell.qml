pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Everything inside the window, one page at a time.
FocusScope {
    id: root

    required property AppModel app
    required property InputGuard guard
    // The page that is turned to: made, and taken away, by whoever turns it.
    property Item page: null

    anchors.fill: parent
    focus: true
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    onPageChanged: {
        if (root.page !== null) {
            root.page.parent = place;
            root.page.anchors.fill = place;
            root.page.forceActiveFocus();
            root.findControl();
        }
    }

    // A page that gives the keyboard to nothing of its own has it where Tab would come first. In a
    // session it may be nowhere: people look at each other.
    function findControl() {
        const item = root.Window.activeFocusItem;
        if (root.app.navigates && item && !item.activeFocusOnTab)
            item.nextItemInFocusChain().forceActiveFocus();
    }

    Keys.onEscapePressed: event => {
        event.accepted = root.app.navigates;
        if (root.app.leaving)
            root.app.stay();
        else if (root.app.navigates)
            root.app.goUp();
    }

    Shortcut {
        sequences: Qt.platform.os === "osx" ? ["Ctrl+["] : ["Alt+Left", "Back"]
        enabled: root.app.navigates && !root.app.leaving
        onActivated: root.app.goUp()
    }

    WayUp {
        id: up

        app: root.app
        visible: root.app.navigates && root.app.up !== ""
        enabled: !root.app.leaving
        x: root.LayoutMirroring.enabled ? root.width - width - margin : margin
        y: 8
        readonly property real margin: Theme.margin(root.width) - 8
    }

    FocusScope {
        id: place

        focus: true
        enabled: !root.app.leaving
        anchors.fill: parent
        anchors.topMargin: up.visible ? up.height - 4 : 0
        anchors.bottomMargin: ways.height
    }

    Navigation {
        id: ways

        app: root.app
        visible: root.app.navigates
        enabled: !root.app.leaving
        height: visible ? implicitHeight : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }

    Rectangle {
        visible: root.app.notice !== ""
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: 16
        width: Math.min(parent.width - 48, Theme.column)
        height: notice.implicitHeight + 28
        radius: 16
        color: Theme.surfaceRaised
        border.width: 1
        border.color: Theme.line

        Trouble {
            id: notice

            anchors.left: parent.left
            anchors.right: dismiss.left
            anchors.leftMargin: 20
            anchors.verticalCenter: parent.verticalCenter
            text: root.app.notice
        }

        SoftButton {
            id: dismiss

            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            plain: true
            text: qsTr("All right")
            onClicked: root.app.dismissNotice()
        }
    }

    LeaveQuestion {
        app: root.app
        visible: root.app.leaving
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: ways.top
        anchors.bottomMargin: 16
        width: Math.min(parent.width - 48, Theme.column)
    }

    MouseArea {
        anchors.fill: parent
        z: 1
        onPressed: mouse => mouse.accepted = root.guard.clicksAgain()
    }

    MouseArea {
        anchors.fill: parent
        z: 1
        acceptedButtons: Qt.BackButton
        enabled: root.app.navigates && !root.app.leaving
        onClicked: root.app.goUp()
    }

    Connections {
        target: root.app

        function onAnnounce(message: string) {
            root.Accessible.announce(message, Accessible.Assertive);
        }
    }
}
