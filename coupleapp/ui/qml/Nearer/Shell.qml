pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// Everything inside the window, one page at a time.
FocusScope {
    id: root

    required property AppModel app
    required property FirstRunModel firstRun
    required property HomeModel home
    required property SessionModel session
    required property PauseControls pauses
    required property WritingControls writing
    required property NotebookModel notebook
    required property SettingsModel settings
    required property BreathModel breath
    required property ChooseModel choose
    required property RemindersModel reminders
    required property PlansModel plans
    required property OwnRitualsModel ownRituals
    required property TurnControls turns
    required property ComposeControls composing
    required property NeedsModel needs
    required property BoardModel board
    required property KeptListsModel keptLists
    required property BoardModel keptBoard
    required property ListControls lists
    required property PlanControls plan
    required property GroundingControls grounding
    required property ActivitiesModel activities
    required property OwnIdeasModel ownIdeas
    required property PacksModel packs
    required property AgreementsModel agreements
    required property ReviewModel agreementReview
    required property DecisionModel agreementDecision
    required property ProgrammeModel programme
    required property OwnThemesModel ownThemes
    required property OwnQuestionsModel ownQuestions
    required property DepthModel depth

    anchors.fill: parent
    focus: true
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    component Room: Loader {
        required property string name

        active: root.app.page === name
        visible: active
        focus: active
        anchors.fill: parent
        onLoaded: forceActiveFocus()
    }

    Room {
        name: "first_run"
        sourceComponent: FirstRunPage {
            model: root.firstRun
        }
    }

    Room {
        name: "home"
        anchors.bottomMargin: ways.height
        sourceComponent: HomePage {
            app: root.app
            model: root.home
            programme: root.programme
        }
    }

    Room {
        name: "breathe"
        sourceComponent: BreathePage {
            app: root.app
            breath: root.breath
        }
    }

    Room {
        name: "session"
        sourceComponent: SessionView {
            app: root.app
            session: root.session
            pauses: root.pauses
            writing: root.writing
            turns: root.turns
            composing: root.composing
            needs: root.needs
            board: root.board
            lists: root.lists
            plan: root.plan
            grounding: root.grounding
            breath: root.breath
        }
    }

    Room {
        name: "choose"
        anchors.bottomMargin: ways.height
        sourceComponent: ChoosePage {
            model: root.choose
        }
    }

    Room {
        name: "programme"
        anchors.bottomMargin: ways.height
        sourceComponent: ProgrammePage {
            model: root.programme
            themes: root.ownThemes
            questions: root.ownQuestions
            depth: root.depth
            onPacksWanted: root.app.go("packs")
        }
    }

    Room {
        name: "activities"
        anchors.bottomMargin: ways.height
        sourceComponent: ActivitiesPage {
            model: root.activities
            ownIdeas: root.ownIdeas
        }
    }

    Room {
        name: "lists"
        anchors.bottomMargin: ways.height
        sourceComponent: KeptListsPage {
            app: root.app
            model: root.keptLists
            board: root.keptBoard
        }
    }

    Room {
        name: "notebook"
        anchors.bottomMargin: ways.height
        sourceComponent: NotebookPage {
            model: root.notebook
        }
    }

    Room {
        name: "plans"
        anchors.bottomMargin: ways.height
        sourceComponent: PlansPage {
            app: root.app
            model: root.plans
            ours: root.ownRituals
        }
    }

    Room {
        name: "agreements"
        anchors.bottomMargin: ways.height
        sourceComponent: AgreementsPage {
            app: root.app
            model: root.agreements
            review: root.agreementReview
            decision: root.agreementDecision
        }
    }

    Room {
        name: "settings"
        anchors.bottomMargin: ways.height
        sourceComponent: SettingsPage {
            app: root.app
            model: root.settings
        }
    }

    Room {
        name: "reminders"
        anchors.bottomMargin: ways.height
        sourceComponent: RemindersPage {
            model: root.reminders
        }
    }

    Room {
        name: "packs"
        anchors.bottomMargin: ways.height
        sourceComponent: PacksPage {
            model: root.packs
        }
    }

    Room {
        name: "about"
        anchors.bottomMargin: ways.height
        sourceComponent: AboutPage {}
    }

    Ways {
        id: ways

        app: root.app
        visible: ["home", "choose", "programme", "activities", "plans", "agreements", "lists", "notebook", "settings", "reminders", "packs", "about"].includes(root.app.page)
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

    Connections {
        target: root.session

        function onAnnounce(message: string) {
            root.Accessible.announce(message, Accessible.Assertive);
        }
    }
}
