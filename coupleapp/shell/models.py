"""The use cases over one open store, and every page's model: what a window needs to be alive."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from coupleapp.application.activities import Activities
from coupleapp.application.agreements import Agreements
from coupleapp.application.couples import Couples
from coupleapp.application.depth import Depths
from coupleapp.application.drafts import Drafts
from coupleapp.application.evening import Evenings
from coupleapp.application.guided_session import GuidedSessions
from coupleapp.application.library import Library
from coupleapp.application.notebook import Notebook
from coupleapp.application.own_themes import OwnThemes
from coupleapp.application.packs import Packs
from coupleapp.application.planning import THEME_TALK, plan_session
from coupleapp.application.plans import Plans
from coupleapp.application.ports import Clock
from coupleapp.application.programme import ThemeWeeks
from coupleapp.application.reminding import Reminding
from coupleapp.application.session_drafts import put_away
from coupleapp.application.session_leader import SessionLeader
from coupleapp.domain.couple import Seat
from coupleapp.domain.formats.format import Format
from coupleapp.domain.programme.programme import Programme
from coupleapp.domain.reminders.check_in import next_check_in
from coupleapp.store import Store
from coupleapp.ui.agreements.decision_model import DecisionModel
from coupleapp.ui.agreements.list_model import AgreementsModel
from coupleapp.ui.agreements.review_model import ReviewModel
from coupleapp.ui.calm.breath_model import BreathModel
from coupleapp.ui.calm.grounding import GroundingControls
from coupleapp.ui.guided_session.composing import ComposeControls
from coupleapp.ui.guided_session.model import SessionModel
from coupleapp.ui.guided_session.pauses import PauseControls
from coupleapp.ui.guided_session.turns import TurnControls
from coupleapp.ui.guided_session.writing import WritingControls
from coupleapp.ui.home.home_model import HomeInputs, HomeModel, derive_home_props
from coupleapp.ui.needs.board_model import BoardModel
from coupleapp.ui.needs.kept_lists_model import KeptListsModel
from coupleapp.ui.needs.lists import ListControls
from coupleapp.ui.needs.talk import NeedsModel
from coupleapp.ui.needs.trial import PlanControls
from coupleapp.ui.notebook.notebook_model import NotebookModel
from coupleapp.ui.packs.packs_model import PacksModel
from coupleapp.ui.plans.own_rituals_model import OwnRitualsModel
from coupleapp.ui.plans.plans_model import PlansModel
from coupleapp.ui.programme.choose_model import ChooseModel
from coupleapp.ui.programme.depth_model import DepthModel
from coupleapp.ui.programme.own_questions_model import OwnQuestionsModel
from coupleapp.ui.programme.own_themes_model import OwnThemesModel
from coupleapp.ui.programme.programme_model import ProgrammeModel
from coupleapp.ui.reminders.ask_model import QuestionModel
from coupleapp.ui.reminders.evening_model import EveningModel
from coupleapp.ui.reminders.reminders_model import RemindersModel
from coupleapp.ui.settings.first_run_model import FirstRunModel
from coupleapp.ui.settings.settings_model import SettingsModel
from coupleapp.ui.together.model import ActivitiesModel
from coupleapp.ui.together.own_ideas_model import OwnIdeasModel

HOME_FORMAT = THEME_TALK

Aside = Callable[[Callable[[], None]], None]


@dataclass(slots=True, weakref_slot=True)
class Rooms:
    """All models, wired to one store."""

    store: Store
    library: Library
    clock: Clock
    couples: Couples
    sessions: GuidedSessions
    notebook: Notebook
    drafts: Drafts
    evenings: Evenings
    plans: Plans
    activities: Activities
    packs: Packs
    agreements: Agreements
    reminding: Reminding
    themes: ThemeWeeks
    depths: Depths
    own_themes: OwnThemes
    first_run_model: FirstRunModel
    home_model: HomeModel
    session_model: SessionModel
    pauses: PauseControls
    writing: WritingControls
    turns: TurnControls
    composing: ComposeControls
    grounding: GroundingControls
    needs: NeedsModel
    board: BoardModel
    kept_lists_model: KeptListsModel
    kept_board: BoardModel
    lists: ListControls
    plan: PlanControls
    choose_model: ChooseModel
    notebook_model: NotebookModel
    settings_model: SettingsModel
    breath_model: BreathModel
    evening_model: EveningModel
    activities_model: ActivitiesModel
    own_ideas_model: OwnIdeasModel
    agreements_model: AgreementsModel
    review_model: ReviewModel
    decision_model: DecisionModel
    plans_model: PlansModel
    own_rituals_model: OwnRitualsModel
    question_model: QuestionModel
    reminders_model: RemindersModel
    packs_model: PacksModel
    programme_model: ProgrammeModel
    own_themes_model: OwnThemesModel
    own_questions_model: OwnQuestionsModel
    depth_model: DepthModel
    stays: Callable[[], bool] = field(default=lambda: True)

    @property
    def models(self) -> dict[str, QObject]:
        """Every model under the name by which the shell asks for it."""
        return {
            "firstRun": self.first_run_model,
            "home": self.home_model,
            "session": self.session_model,
            "pauses": self.pauses,
            "writing": self.writing,
            "turns": self.turns,
            "composing": self.composing,
            "grounding": self.grounding,
            "needs": self.needs,
            "board": self.board,
            "keptLists": self.kept_lists_model,
            "keptBoard": self.kept_board,
            "lists": self.lists,
            "plan": self.plan,
            "choose": self.choose_model,
            "notebook": self.notebook_model,
            "settings": self.settings_model,
            "breath": self.breath_model,
            "activities": self.activities_model,
            "ownIdeas": self.own_ideas_model,
            "agreements": self.agreements_model,
            "agreementReview": self.review_model,
            "agreementDecision": self.decision_model,
            "plans": self.plans_model,
            "ownRituals": self.own_rituals_model,
            "reminders": self.reminders_model,
            "packs": self.packs_model,
            "programme": self.programme_model,
            "ownThemes": self.own_themes_model,
            "ownQuestions": self.own_questions_model,
            "depth": self.depth_model,
        }

    @property
    def programme(self) -> Programme:
        """Ours and all that was added, as it is now."""
        return self.library.programme

    @property
    def format(self) -> Format:
        """The format Home begins."""
        return self.kind(HOME_FORMAT) or self.programme.formats[0]

    def kind(self, key: str) -> Format | None:
        """The format with this id."""
        return next((one for one in self.programme.formats if one.id == key), None)

    def sit_down(self, kind: Format | None = None, who: Seat | None = None) -> SessionLeader:
        """Begin a guided session of this format or of the one on Home.

        Args:
            kind: The format.
            who: Who opens, or sits alone, in a format that asks.

        Raises:
            StoreError: It could not be kept; nothing has begun.
        """
        chosen = kind or self.format
        reading = self.depths.read(chosen)
        plan = plan_session(
            chosen,
            self.themes.theme(),
            self.store.sessions.history(),
            self.couples.settings,
            who,
            self.themes.questions(reading.depth),
            light=reading.light,
        )
        return self.sessions.begin(plan)

    def waits_until(self) -> datetime | None:
        """When the talk that waits is taken up again; None when none waits."""
        return self.store.sessions.waits_until()

    def let_rest(self) -> None:
        """Leave the talk that waits where it is, and put away what was begun in it."""
        waiting = self.sessions.waiting()
        if waiting is not None:
            self.sessions.let_rest(waiting)
            put_away(self.drafts, waiting.id)

    def check_in(self) -> str:
        """The id of the format with which the next check-in is held."""
        couple = self.couples.couple
        since = couple.since if couple else self.clock.now().date()
        history = self.store.sessions.history()
        return next_check_in(since, history, self.clock.zone()).kind

    def _may_ask_login(self) -> bool:
        """Once, after the first evening that was kept, where the computer can do it."""
        asked = self.couples.settings.login_asked
        possible = self.reminders_model.props.login == "off"
        return possible and not asked and self.evenings.has_kept()

    def refresh_home(self) -> None:
        """Show Home as things stand."""
        if self.couples.couple is None:
            return
        tonight, now, zone = self.evenings.today(), self.clock.now(), self.clock.zone()
        newest, queue = self.notebook.page(limit=1), self.themes.queue()
        history = self.store.sessions.history()
        self.home_model.show(
            derive_home_props(
                HomeInputs(
                    couple=self.couples.couple,
                    theme=self.themes.on_table(queue),
                    minutes=self.format.minutes,
                    history=history,
                    newest=newest[0] if newest else None,
                    evening=self.evenings.evening(tonight),
                    settings=self.couples.settings,
                    now=now,
                    zone=zone,
                    waits_until=self.waits_until(),
                    appointment=self.plans.next_appointment(),
                    pick=self.activities.current(now, zone),
                    asks_what_it_brought=self.activities.to_ask(now, zone) is not None,
                    invitations=self.reminding.invitations(),
                    quiet_last_evening=self.reminding.stayed_quiet(tonight - timedelta(days=1)),
                    sealed_before=self.evenings.waits_since_before(tonight),
                    put_off_until=self.reminding.put_off_until(tonight),
                    stays=self.stays(),
                    rests_until=self.reminding.rests_until(),
                    may_ask_login=self._may_ask_login(),
                    done=queue.done,
                    natural_exit=queue.exit,
                )
            )
        )
