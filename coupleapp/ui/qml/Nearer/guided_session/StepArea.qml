pragma ComponentBehavior: Bound

import QtQuick
import Nearer
import Nearer.Models

// The one step that is on the screen.
FocusScope {
    id: root

    required property SessionModel session
    required property PauseControls pauses
    required property ClosingRoundModel round
    required property NextDateModel next
    required property WritingControls writing
    required property TurnControls turns
    required property ComposeControls composing
    required property NeedsModel needs
    required property BoardModel board
    required property ListControls lists
    required property TrialControls plan
    required property GroundingControls grounding
    required property BreathModel breath

    // The middle of the rings, from above; 0 where there are none.
    readonly property real ringY: (speak.item as SpeakStep)?.ringY ?? 0

    component Stage: Loader {
        property list<int> stages
        property bool here: stages.includes(root.session.stage)

        active: here
        visible: active
        focus: active
        anchors.fill: parent
    }

    Stage {
        id: speak

        here: root.session.talks && !root.session.types
        sourceComponent: SpeakStep {
            session: root.session
            composing: root.composing
            turns: root.turns
        }
    }
    Stage {
        here: root.session.talks && root.session.types
        sourceComponent: TypedStep {
            session: root.session
            composing: root.composing
            turns: root.turns
        }
    }
    Stage {
        stages: [SessionModel.Agree]
        sourceComponent: AgreeStep {
            session: root.session
        }
    }
    Stage {
        stages: [SessionModel.Readiness, SessionModel.Rate, SessionModel.Returning, SessionModel.Compose, SessionModel.Lists]
        sourceComponent: CurtainStep {
            session: root.session
            pauses: root.pauses
            composing: root.composing
            needs: root.needs
            lists: root.lists
        }
    }
    Stage {
        stages: [SessionModel.Lighter]
        sourceComponent: LighterStep {
            session: root.session
        }
    }
    Stage {
        stages: [SessionModel.Card, SessionModel.Inventory]
        sourceComponent: CardStep {
            session: root.session
            writing: root.writing
        }
    }
    Stage {
        stages: [SessionModel.Caution]
        sourceComponent: CautionStep {
            session: root.session
            breath: root.breath
        }
    }
    Stage {
        stages: [SessionModel.Breathe, SessionModel.LastBreath]
        sourceComponent: BreatheStep {
            session: root.session
            breath: root.breath
        }
    }
    Stage {
        stages: [SessionModel.Ground]
        sourceComponent: GroundStep {
            session: root.session
            grounding: root.grounding
            breath: root.breath
        }
    }
    Stage {
        stages: [SessionModel.Introduce]
        sourceComponent: IntroduceStep {
            session: root.session
        }
    }
    Stage {
        stages: [SessionModel.Heard, SessionModel.More, SessionModel.Wish, SessionModel.GuessCheck, SessionModel.Spare]
        sourceComponent: AnswerStep {
            session: root.session
            turns: root.turns
        }
    }
    Stage {
        stages: [SessionModel.Guess]
        sourceComponent: GuessStep {
            session: root.session
            turns: root.turns
        }
    }
    Stage {
        stages: [SessionModel.Confirm]
        sourceComponent: ConfirmStep {
            session: root.session
        }
    }
    Stage {
        stages: [SessionModel.Write]
        sourceComponent: WriteStep {
            session: root.session
            writing: root.writing
        }
    }
    Stage {
        stages: [SessionModel.ClosingRound]
        sourceComponent: ClosingRoundStep {
            session: root.session
            round: root.round
        }
    }
    Stage {
        stages: [SessionModel.Mattered, SessionModel.SmallWin, SessionModel.Appreciate, SessionModel.Notebook, SessionModel.Keep]
        sourceComponent: ShareStep {
            session: root.session
            writing: root.writing
        }
    }
    Stage {
        stages: [SessionModel.Topic]
        sourceComponent: TopicStep {
            needs: root.needs
            lists: root.lists
        }
    }
    Stage {
        stages: [SessionModel.Board]
        sourceComponent: BoardStep {
            session: root.session
            needs: root.needs
            board: root.board
        }
    }
    Stage {
        stages: [SessionModel.Core, SessionModel.CoreCheck]
        sourceComponent: CoreStep {
            session: root.session
            needs: root.needs
            lists: root.lists
            turns: root.turns
        }
    }
    Stage {
        stages: [SessionModel.Common]
        sourceComponent: CommonStep {
            session: root.session
            needs: root.needs
            board: root.board
            plan: root.plan
        }
    }
    Stage {
        stages: [SessionModel.Options]
        sourceComponent: OptionsStep {
            session: root.session
            needs: root.needs
            plan: root.plan
        }
    }
    Stage {
        stages: [SessionModel.Trial]
        sourceComponent: TrialStep {
            session: root.session
            needs: root.needs
            plan: root.plan
        }
    }
    Stage {
        stages: [SessionModel.TrialConfirm]
        sourceComponent: TrialYesStep {
            session: root.session
            needs: root.needs
            plan: root.plan
        }
    }
    Stage {
        stages: [SessionModel.NextDate]
        sourceComponent: NextDateStep {
            next: root.next
        }
    }
    Stage {
        stages: [SessionModel.Stopped]
        sourceComponent: StoppedStep {
            session: root.session
            needs: root.needs
            writing: root.writing
        }
    }
    Stage {
        stages: [SessionModel.Over]
        sourceComponent: OverStep {
            session: root.session
            next: root.next
            needs: root.needs
            writing: root.writing
        }
    }
    Stage {
        stages: [SessionModel.PauseChoice]
        sourceComponent: PauseChoiceStep {
            session: root.session
            pauses: root.pauses
        }
    }
    Stage {
        stages: [SessionModel.Pausing]
        sourceComponent: PausingStep {
            session: root.session
            pauses: root.pauses
            grounding: root.grounding
            breath: root.breath
        }
    }
    Stage {
        stages: [SessionModel.Booking]
        sourceComponent: BookingStep {
            session: root.session
            pauses: root.pauses
        }
    }
    Stage {
        stages: [SessionModel.Waiting]
        sourceComponent: WaitingStep {
            session: root.session
            pauses: root.pauses
        }
    }
    Stage {
        stages: [SessionModel.OneBreath]
        sourceComponent: OneBreathStep {
            session: root.session
            breath: root.breath
        }
    }
    Stage {
        stages: [SessionModel.Held]
        sourceComponent: HeldStep {
            session: root.session
        }
    }
}
