pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// At most one of them stands.
Loader {
    id: root

    required property AppModel app
    required property HomeModel model
    required property ProgrammeModel programme
    readonly property int offer: root.model.offer

    active: root.offer !== HomeModel.Nothing
    visible: active
    sourceComponent: {
        switch (root.offer) {
        case HomeModel.Date:
            return date;
        case HomeModel.Waiting:
            return waiting;
        case HomeModel.Setback:
            return setback;
        case HomeModel.Invite:
            return invite;
        case HomeModel.Exit:
            return rest;
        case HomeModel.Brought:
            return brought;
        case HomeModel.OutsideView:
            return outside;
        case HomeModel.Login:
            return login;
        default:
            return line;
        }
    }

    Component {
        id: date

        DateQuestion {
            model: root.model
        }
    }
    Component {
        id: waiting

        Offer {
            words: root.model.waiting
            yes: qsTr("Go on with it")
            no: qsTr("Let it rest")
            onTaken: root.model.comeBack()
            onDeclined: root.model.letRest()
        }
    }
    Component {
        id: setback

        SetbackOffer {
            model: root.model
        }
    }
    Component {
        id: invite

        Offer {
            words: root.model.inviteWords
            yes: root.model.inviteYes
            onTaken: root.model.takeInvite()
        }
    }
    Component {
        id: rest

        NaturalExit {
            words: root.model.exitWords
            onGone: root.programme.goOn()
            onDone: root.programme.beDone()
        }
    }
    Component {
        id: brought

        Offer {
            words: qsTr("You had something together in mind. Did it bring something back?")
            yes: qsTr("Say a word on it")
            onTaken: root.app.go(AppModel.Activities)
        }
    }
    Component {
        id: outside

        Offer {
            words: root.model.outsideView
            yes: qsTr("Look from outside")
            onTaken: root.model.lookFromOutside()
        }
    }
    Component {
        id: login

        Offer {
            words: qsTr("The quiet moment can only come while Nearer waits. Shall it begin by itself when you log in, without a window?")
            yes: qsTr("Yes, begin quietly")
            no: qsTr("No, we open it")
            sure: ""
            onTaken: root.model.answerLogin(true)
            onDeclined: root.model.answerLogin(false)
        }
    }
    Component {
        id: line

        Offer {
            words: root.model.line
            yes: qsTr("See what is light")
            onTaken: root.app.go(AppModel.Talks)
        }
    }
}
