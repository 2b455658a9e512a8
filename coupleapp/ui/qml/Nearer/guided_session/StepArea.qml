pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The one step that is on the screen.
FocusScope {
    id: root

    required property SessionModel session
    required property PauseControls pauses
    required property WritingControls writing
    required property TurnControls turns
    required property ComposeControls composing
    required property NeedsModel needs
    required property BoardModel board
    required property ListControls lists
    required property PlanControls plan
    required property GroundingControls grounding
    required property BreathModel breath
    required property bool leftKeyDown
    required property bool rightKeyDown

    readonly property string stage: root.session.stage
    readonly property bool talks: ["speak", "mirror", "recap"].includes(root.stage)

    component Stage: Loader {
        property list<string> stages
        property bool here: stages.includes(root.stage)

        active: here
        visible: active
        focus: active
        anchors.fill: parent
    }

    Stage {
        here: root.talks && !root.session.types
        sourceComponent: SpeakStep {
            session: root.session
            composing: root.composing
        }
    }
    Stage {
        here: root.talks && root.session.types
        sourceComponent: TypedStep {
            session: root.session
            composing: root.composing
        }
    }
    Stage {
        stages: ["agree"]
        sourceComponent: AgreeStep {
            session: root.session
            leftKeyDown: root.leftKeyDown
            rightKeyDown: root.rightKeyDown
        }
    }
    Stage {
        stages: ["readiness", "rate", "returning", "compose", "lists"]
        sourceComponent: CurtainStep {
            session: root.session
            pauses: root.pauses
            composing: root.composing
            needs: root.needs
            lists: root.lists
        }
    }
    Stage {
        stages: ["lighter"]
        sourceComponent: LighterStep {
            session: root.session
        }
    }
    Stage {
        stages: ["card", "inventory"]
        sourceComponent: CardStep {
            session: root.session
            writing: root.writing
        }
    }
    Stage {
        stages: ["breathe", "last_breath"]
        sourceComponent: BreatheStep {
            session: root.session
            breath: root.breath
        }
    }
    Stage {
        stages: ["ground"]
        sourceComponent: GroundStep {
            session: root.session
            grounding: root.grounding
            breath: root.breath
        }
    }
    Stage {
        stages: ["introduce"]
        sourceComponent: IntroduceStep {
            session: root.session
        }
    }
    Stage {
        stages: ["heard", "more", "wish", "guess_check", "spare"]
        sourceComponent: AnswerStep {
            session: root.session
            turns: root.turns
        }
    }
    Stage {
        stages: ["guess"]
        sourceComponent: GuessStep {
            session: root.session
            turns: root.turns
        }
    }
    Stage {
        stages: ["confirm"]
        sourceComponent: ConfirmStep {
            session: root.session
        }
    }
    Stage {
        stages: ["write"]
        sourceComponent: WriteStep {
            session: root.session
            writing: root.writing
        }
    }
    Stage {
        stages: ["mattered", "small_win", "appreciate", "notebook", "keep"]
        sourceComponent: ShareStep {
            session: root.session
            writing: root.writing
        }
    }
    Stage {
        stages: ["topic"]
        sourceComponent: TopicStep {
            needs: root.needs
            lists: root.lists
        }
    }
    Stage {
        stages: ["board"]
        sourceComponent: BoardStep {
            session: root.session
            needs: root.needs
            board: root.board
        }
    }
    Stage {
        stages: ["core", "core_check"]
        sourceComponent: CoreStep {
            session: root.session
            needs: root.needs
            lists: root.lists
        }
    }
    Stage {
        stages: ["common"]
        sourceComponent: CommonStep {
            session: root.session
            needs: root.needs
            board: root.board
            plan: root.plan
        }
    }
    Stage {
        stages: ["options"]
        sourceComponent: OptionsStep {
            session: root.session
            needs: root.needs
            plan: root.plan
        }
    }
    Stage {
        stages: ["trial"]
        sourceComponent: TrialStep {
            session: root.session
            needs: root.needs
            plan: root.plan
        }
    }
    Stage {
        stages: ["trial_confirm"]
        sourceComponent: TrialYesStep {
            session: root.session
            needs: root.needs
            plan: root.plan
        }
    }
    Stage {
        stages: ["next_date"]
        sourceComponent: NextDateStep {
            writing: root.writing
        }
    }
    Stage {
        stages: ["over"]
        sourceComponent: OverStep {
            session: root.session
            needs: root.needs
            writing: root.writing
        }
    }
    Stage {
        stages: ["pause_choice"]
        sourceComponent: PauseChoiceStep {
            session: root.session
            pauses: root.pauses
        }
    }
    Stage {
        stages: ["pausing"]
        sourceComponent: PausingStep {
            session: root.session
            pauses: root.pauses
            grounding: root.grounding
            breath: root.breath
        }
    }
    Stage {
        stages: ["booking"]
        sourceComponent: BookingStep {
            session: root.session
            pauses: root.pauses
        }
    }
    Stage {
        stages: ["waiting"]
        sourceComponent: WaitingStep {
            session: root.session
            pauses: root.pauses
        }
    }
    Stage {
        stages: ["one_breath"]
        sourceComponent: OneBreathStep {
            session: root.session
        }
    }
    Stage {
        stages: ["held"]
        sourceComponent: HeldStep {
            session: root.session
        }
    }
}
