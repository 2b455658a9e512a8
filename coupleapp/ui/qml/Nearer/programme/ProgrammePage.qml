pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The themes: this week's, what comes next, what is theirs, and how deep it may go.
FocusScope {
    id: root

    required property ProgrammeModel model
    required property OwnThemesModel themes
    required property OwnQuestionsModel questions
    required property DepthModel depth

    required property AppModel app
    required property HeldModel held

    focus: true

    // What was chosen may have moved: the keyboard stays with it, or in the list; else it goes up.
    function goOn() {
        for (let i = rows.count - 1; i >= 0 && root.model.opened !== ""; --i) {
            const row = rows.itemAt(i) as ThemeRow;
            if (i === 0 || row.themeId === root.model.opened) {
                row.take();
                return;
            }
        }
        main.flickable.contentY = 0;
        week.forceActiveFocus(Qt.TabFocusReason);
    }

    component Line: Rectangle {
        width: parent ? parent.width : 0
        height: 1
        color: Theme.line
    }

    component Heading: Words {
        width: parent ? parent.width : 0
        soft: true
        font.pixelSize: Theme.small
    }

    Connections {
        target: root.model

        function onTurnsChanged() {
            goOnSoon.restart();
        }

        function onTroubleChanged() {
            if (root.model.trouble !== "")
                main.flickable.contentY = 0;
        }
    }

    // Whoever closed a form, or kept something after all, goes on from there.
    Connections {
        target: root.themes

        function onFormChanged() {
            if (root.themes.form === "")
                addTheme.forceActiveFocus(Qt.TabFocusReason);
        }

        function onDeletingChanged() {
            if (root.themes.deleting === "")
                goOnSoon.restart();
        }
    }

    Connections {
        target: root.questions

        function onFormChanged() {
            if (root.questions.form === "")
                addQuestion.forceActiveFocus(Qt.TabFocusReason);
        }

        function onDeletingChanged() {
            if (root.questions.deleting === "")
                addQuestion.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    Connections {
        target: root.depth

        function onSeatChanged() {
            if (root.depth.seat === Seat.Nobody)
                wishes.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    // When the rows are there; gone with the page, unlike a call that was put off.
    Timer {
        id: goOnSoon

        interval: 0
        onTriggered: root.goOn()
    }

    // Once it has its height: the form, and what belongs to it.
    Timer {
        id: showWhole

        interval: 50
        onTriggered: {
            main.scroll(forms.mapToItem(main, 0, 0).y - 40);
            main.reveal();
        }
    }

    Loader {
        anchors.fill: parent
        active: root.depth.seat !== Seat.Nobody
        visible: active
        focus: active
        onLoaded: forceActiveFocus(Qt.TabFocusReason)
        sourceComponent: HowDeep {
            focus: true
            model: root.depth
        }
    }

    Page {
        id: main

        anchors.fill: parent
        visible: root.depth.seat === Seat.Nobody
        focus: visible
        gap: 18

        Prompt {
            width: parent.width
            alignment: Text.AlignLeft
            size: Theme.title
            text: qsTr("Themes")
        }

        Words {
            width: parent.width
            soft: true
            text: root.model.progress
        }

        NaturalExit {
            topPadding: 8
            words: root.model.exitWords
            onGone: root.model.goOn()
            onDone: root.model.beDone()
        }

        Line {}

        ThisWeek {
            id: week

            width: parent.width
            focus: true
            model: root.model
        }

        Column {
            width: parent.width
            visible: root.model.hasAsked
            topPadding: 8
            spacing: 12

            Heading {
                text: qsTr("You have talked about")
            }

            Repeater {
                model: root.model.asked

                AskedQuestion {
                    width: parent ? parent.width : 0
                    favourites: root.model.favourites
                    onMarked: id => root.model.mark(id)
                }
            }
        }

        Column {
            width: parent.width
            topPadding: 16
            spacing: 4

            Heading {
                bottomPadding: 8
                text: qsTr("What comes next")
            }

            Repeater {
                id: rows

                model: root.model.coming

                ThemeRow {
                    width: parent ? parent.width : 0
                    model: root.model
                    themes: root.themes
                    held: root.held
                    onQuestionWanted: id => root.questions.begin(id)
                }
            }

            Line {}
        }

        Flow {
            width: parent.width
            spacing: 12

            SoftButton {
                visible: root.model.hasMore
                choice: true
                chosen: root.model.allShown
                text: qsTr("All themes")
                onClicked: root.model.showAll(!root.model.allShown)
            }
            SoftButton {
                id: addTheme

                visible: root.themes.form !== root.themes.newForm
                text: qsTr("Add a theme of your own")
                onClicked: root.themes.write(root.themes.newForm)
            }
            SoftButton {
                id: addQuestion

                visible: root.questions.form !== root.questions.newForm
                text: qsTr("Add a question of your own")
                onClicked: root.questions.begin(root.model.themeId)
            }
            SoftButton {
                plain: true
                text: qsTr("Packs")
                Accessible.description: qsTr("Themes and questions from somebody else, in a file.")
                onClicked: root.app.go(AppModel.Packs)
            }
        }

        Column {
            id: forms

            function reveal(form: Item) {
                form.forceActiveFocus(Qt.TabFocusReason);
                showWhole.restart();
            }

            width: parent.width
            visible: themeForm.active || questionForm.active
            spacing: 24

            Loader {
                id: themeForm

                width: parent.width
                active: root.themes.form !== ""
                visible: active
                onLoaded: forms.reveal(themeForm)
                sourceComponent: OwnThemeForm {
                    focus: true
                    model: root.themes
                }
            }
            Loader {
                id: questionForm

                width: parent.width
                active: root.questions.form === root.questions.newForm
                visible: active
                onLoaded: forms.reveal(questionForm)
                sourceComponent: OwnQuestionForm {
                    focus: true
                    model: root.questions
                }
            }
        }

        OwnQuestions {
            width: parent.width
            visible: !root.questions.empty
            model: root.questions
            held: root.held
        }

        LeftAside {
            width: parent.width
            text: root.themes.leftAside
        }

        Line {}

        DepthWishes {
            id: wishes

            width: parent.width
            leftName: root.model.leftName
            rightName: root.model.rightName
            onAsked: seat => root.depth.ask(seat)
        }

        Item {
            width: 1
            height: 16
        }
    }
}
