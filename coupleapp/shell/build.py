"""Opens the store, and builds every use case and every page's model over it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import uuid4

from coupleapp.application.activities import Activities
from coupleapp.application.agreements import Agreements
from coupleapp.application.couples import Couples
from coupleapp.application.depth import Depths
from coupleapp.application.drafts import Drafts
from coupleapp.application.evening import Evenings
from coupleapp.application.guided_session import GuidedSessions
from coupleapp.application.kept_lists import KeptLists
from coupleapp.application.library import Library
from coupleapp.application.needs_talk import NeedsTalk
from coupleapp.application.notebook import Notebook
from coupleapp.application.own_themes import OwnThemes
from coupleapp.application.packs import Packs
from coupleapp.application.planning import (
    another_prompt,
    freely,
)
from coupleapp.application.plans import Plans
from coupleapp.application.ports import Clock, ProgrammeMissing, SecretKeeper
from coupleapp.application.programme import ThemeWeeks
from coupleapp.application.reminding import Kept, Reminding
from coupleapp.application.session_drafts import sweep
from coupleapp.application.session_leader import SessionLeader
from coupleapp.domain.defaults import DEPTH_START
from coupleapp.domain.guided_session import PromptCard
from coupleapp.domain.guided_session.past import may_be_looser
from coupleapp.domain.programme.own_themes import gone
from coupleapp.domain.programme.programme import Cue, Programme, Theme
from coupleapp.packs import PackInvalid, TomlPacks, load_programme
from coupleapp.shell.models import Rooms
from coupleapp.store import KeptIn, Store, open_store
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
from coupleapp.ui.home.home_model import HomeModel
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
from coupleapp.ui.programme.words import own_words
from coupleapp.ui.reminders.ask_model import QuestionModel
from coupleapp.ui.reminders.evening_model import EveningModel
from coupleapp.ui.reminders.reminders_model import RemindersModel
from coupleapp.ui.settings.first_run_model import FirstRunModel
from coupleapp.ui.settings.settings_model import SettingsModel
from coupleapp.ui.together.model import ActivitiesModel
from coupleapp.ui.together.own_ideas_model import OwnIdeasModel

Aside = Callable[[Callable[[], None]], None]


def new_id() -> str:
    """An id that is never used again."""
    return uuid4().hex


def save_calendar(plans: Plans, clock: Clock, path: Path, our_words: bool) -> None:
    """Write what is agreed as a calendar file.

    Raises:
        StoreError: It could not be read.
        OSError: The file could not be written.
    """
    # Not before somebody wants it: reading the library in takes a frame or three.
    from coupleapp.desktop.calendar_file import calendar_bytes, write_calendar

    now, zone = clock.now(), clock.zone()
    talks, rituals = plans.appointments(), plans.rituals()
    write_calendar(path, calendar_bytes(talks, rituals, zone, now, neutral=not our_words))


class PromptsOfTheme:
    """Gives the session view another question of the theme it is on, and of no other."""

    def __init__(self, library: Library, themes: ThemeWeeks) -> None:
        self._library = library
        self._themes = themes

    def another(self, leader: SessionLeader) -> PromptCard:
        """A question that was not on the table yet."""
        theme, state = self._theme(leader), leader.state
        if theme is None:
            return gone(own_words())
        now = state.prompt.id if state.prompt is not None else None
        on_table = state.seen if now is None else (*state.seen, now)
        questions = self._themes.questions(state.plan.depth or DEPTH_START)
        return another_prompt(theme, questions, on_table)

    def freely(self, leader: SessionLeader) -> PromptCard:
        """No question, only the theme."""
        theme = self._theme(leader)
        return gone(own_words()) if theme is None else freely(theme)

    def cues(self) -> tuple[Cue, ...]:
        """The lines for the listener, some about advice."""
        return self._library.programme.cues

    def _theme(self, leader: SessionLeader) -> Theme | None:
        """None where it went with its pack, or was deleted, while the talk waited."""
        return self._themes.find(leader.state.plan.theme_id)


@dataclass(frozen=True, slots=True)
class Opened:
    """What was read from disk.

    Attributes:
        store: The couple's file.
        programme: Themes, formats and the small texts.
        refused: A name, a line and a reason for every file that could not be read.
    """

    store: Store
    programme: Programme
    refused: tuple[tuple[str, int | None, str], ...]


def open_rooms(folder: Path, programme: Path, keepers: Sequence[SecretKeeper]) -> Opened:
    """Read the programme and open the store; the slow part of a start, for any thread.

    Raises:
        ProgrammeMissing: No theme, or no format, can be read.
        StoreError: The store cannot be opened, and was left as it is.
    """
    try:
        found = load_programme(programme)
    except PackInvalid as error:
        raise ProgrammeMissing(error.file) from error
    if not found.programme.formats:
        raise ProgrammeMissing("formats")
    refused = tuple((bad.file, bad.line, bad.reason) for bad in found.refused)
    return Opened(open_store(folder, keepers), found.programme, refused)


def furnish_rooms(
    store: Store, programme: Programme, clock: Clock, aside: Aside, *, rehearsal: bool = False
) -> Rooms:
    """Build every use case and every model over this store.

    In a rehearsal every session is played as it stands: see ``Depths``.
    """
    couples = Couples(store.couple, clock)
    drafts = Drafts(store.drafts, aside)
    sweep(drafts, store.sessions)
    notebook = Notebook(store.notebook, clock, new_id)
    evenings = Evenings(store.evenings, clock, new_id, lambda: couples.settings.evening)
    plans = Plans(store.appointments, store.rituals, clock, new_id)
    activities = Activities(store.activities, clock, new_id, programme.ideas)
    agreements = Agreements(store.agreements, clock)
    kept = Kept(store.evenings, store.sessions, store.notebook, agreements, store.programme)
    reminding = Reminding(couples, plans, activities, kept, clock)
    library = Library(programme)
    packs = Packs(store.packs, TomlPacks(), library, clock)
    packs.furnish()
    themes = ThemeWeeks(store.programme, store.sessions, library, clock)
    depths = Depths(store.programme, store.sessions, couples, clock, new_id, rehearsal=rehearsal)
    own_themes = OwnThemes(store.own_themes, library, clock, new_id, own_words())
    session = SessionModel(clock, PromptsOfTheme(library, themes))
    talk = NeedsTalk(store.needs, clock, new_id)
    kept_lists = KeptLists(store.needs, store.sessions)
    board, kept_board = BoardModel(), BoardModel()
    needs = NeedsModel(session, talk, drafts, board)
    settings_model = SettingsModel(
        couples,
        lambda: may_be_looser(store.sessions.history()),
        in_keyring=store.kept_in is KeptIn.KEYRING,
        folder=str(store.folder),
    )
    breath_model = BreathModel(couples, clock)
    settings_model.changed.connect(breath_model.refresh)
    own_ideas_model = OwnIdeasModel(activities, drafts)
    decision_model = DecisionModel(agreements, drafts)
    review_model = ReviewModel(agreements, clock, decision_model)
    programme_model = ProgrammeModel(themes, own_themes)
    own_themes_model = OwnThemesModel(own_themes, drafts)
    own_questions_model = OwnQuestionsModel(own_themes, themes, drafts)
    own_themes_model.changed.connect(programme_model.refresh)
    own_themes_model.changed.connect(own_questions_model.refresh)
    own_questions_model.changed.connect(programme_model.refresh)
    small_wins = [win.text for win in programme.small_wins]
    return Rooms(
        store=store,
        library=library,
        clock=clock,
        couples=couples,
        sessions=GuidedSessions(store.sessions, clock, new_id, aside),
        notebook=notebook,
        drafts=drafts,
        evenings=evenings,
        plans=plans,
        activities=activities,
        packs=packs,
        agreements=agreements,
        reminding=reminding,
        themes=themes,
        depths=depths,
        own_themes=own_themes,
        first_run_model=FirstRunModel(couples, drafts),
        home_model=HomeModel(),
        session_model=session,
        pauses=PauseControls(session),
        turns=TurnControls(session, programme.feelings),
        composing=ComposeControls(session, drafts, [one.text for one in programme.openings]),
        grounding=GroundingControls(programme, clock.speed),
        needs=needs,
        board=board,
        kept_lists_model=KeptListsModel(kept_lists, kept_board, clock),
        kept_board=kept_board,
        lists=ListControls(needs),
        plan=PlanControls(needs),
        choose_model=ChooseModel(lambda: library.programme.formats, packs.author_of),
        writing=WritingControls(session, drafts, small_wins, notebook, agreements),
        notebook_model=NotebookModel(notebook, clock, drafts),
        settings_model=settings_model,
        breath_model=breath_model,
        activities_model=ActivitiesModel(activities, clock, drafts, own_ideas_model),
        own_ideas_model=own_ideas_model,
        agreements_model=AgreementsModel(agreements, review_model, clock),
        review_model=review_model,
        decision_model=decision_model,
        plans_model=PlansModel(plans, clock, drafts, partial(save_calendar, plans, clock)),
        own_rituals_model=OwnRitualsModel(plans, drafts),
        evening_model=EveningModel(evenings, drafts, [stem.text for stem in programme.stems]),
        question_model=QuestionModel(reminding),
        reminders_model=RemindersModel(couples, reminding, clock),
        packs_model=PacksModel(packs),
        programme_model=programme_model,
        own_themes_model=own_themes_model,
        own_questions_model=own_questions_model,
        depth_model=DepthModel(depths),
    )
