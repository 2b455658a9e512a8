"""The use cases over one open store, and every page's model: what a window needs to be alive."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject

from coupleapp.application.couples import Couples
from coupleapp.application.drafts import Drafts
from coupleapp.application.evening import Evenings
from coupleapp.application.guided_session import GuidedSessions
from coupleapp.application.notebook import Notebook
from coupleapp.application.planning import (
    another_prompt,
    freely,
    plan_session,
    theme_this_week,
)
from coupleapp.application.ports import Clock, ProgrammeMissing, SecretKeeper
from coupleapp.application.session_drafts import put_away, sweep
from coupleapp.application.session_leader import SessionLeader
from coupleapp.domain.couple import Seat
from coupleapp.domain.formats import Format
from coupleapp.domain.guided_session import PromptCard
from coupleapp.domain.programme import Programme, Theme
from coupleapp.domain.rotation import PastSession, may_be_looser, pauses_carry_on
from coupleapp.packs import PackInvalid, load_programme
from coupleapp.store import KeptIn, Store, open_store
from coupleapp.ui.breath_model import BreathModel
from coupleapp.ui.choose_model import ChooseModel
from coupleapp.ui.evening_model import EveningModel
from coupleapp.ui.first_run_model import FirstRunModel
from coupleapp.ui.home_model import HomeInputs, HomeModel, derive_home_props
from coupleapp.ui.notebook_model import NotebookModel
from coupleapp.ui.session_composing import ComposeControls
from coupleapp.ui.session_grounding import GroundingControls
from coupleapp.ui.session_model import SessionModel
from coupleapp.ui.session_pauses import PauseControls
from coupleapp.ui.session_turns import TurnControls
from coupleapp.ui.session_writing import WritingControls
from coupleapp.ui.settings_model import SettingsModel

HOME_FORMAT = "theme_talk"

Aside = Callable[[Callable[[], None]], None]


def new_id() -> str:
    """An id that is never used again."""
    return uuid4().hex


class PromptsOfTheme:
    """Gives the session view another question of the theme it is on."""

    def __init__(self, programme: Programme, store: Store) -> None:
        self._programme = programme
        self._store = store

    def another(self, leader: SessionLeader) -> PromptCard:
        """A question that was not on the table yet."""
        history, state = self._store.sessions.history(), leader.state
        now = state.prompt.id if state.prompt is not None else None
        on_table = state.seen if now is None else (*state.seen, now)
        return another_prompt(self._theme(leader), history, on_table, now)

    def freely(self, leader: SessionLeader) -> PromptCard:
        """No question, only the theme."""
        return freely(self._theme(leader))

    def _theme(self, leader: SessionLeader) -> Theme:
        wanted = leader.state.plan.theme_id
        themes = self._programme.themes
        return next((theme for theme in themes if theme.id == wanted), themes[0])


@dataclass(slots=True)
class Rooms:
    """All models, wired to one store."""

    store: Store
    programme: Programme
    clock: Clock
    couples: Couples
    sessions: GuidedSessions
    notebook: Notebook
    drafts: Drafts
    evenings: Evenings
    first_run_model: FirstRunModel
    home_model: HomeModel
    session_model: SessionModel
    pauses: PauseControls
    writing: WritingControls
    turns: TurnControls
    composing: ComposeControls
    grounding: GroundingControls
    choose_model: ChooseModel
    notebook_model: NotebookModel
    settings_model: SettingsModel
    breath_model: BreathModel
    evening_model: EveningModel

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
            "choose": self.choose_model,
            "notebook": self.notebook_model,
            "settings": self.settings_model,
            "breath": self.breath_model,
        }

    @property
    def format(self) -> Format:
        """The format Home begins."""
        return self.kind(HOME_FORMAT) or self.programme.formats[0]

    def kind(self, key: str) -> Format | None:
        """The format with this id."""
        return next((one for one in self.programme.formats if one.id == key), None)

    def _theme(self, history: Sequence[PastSession]) -> Theme:
        zone = self.clock.zone()
        today = self.clock.now().astimezone(zone).date()
        return theme_this_week(self.programme, history, today, zone)

    def sit_down(self, kind: Format | None = None, who: Seat | None = None) -> SessionLeader:
        """Begin a guided session of this format or of the one on Home.

        Args:
            kind: The format.
            who: Who opens, or sits alone, in a format that asks.

        Raises:
            StoreError: It could not be kept; nothing has begun.
        """
        history = self.store.sessions.history()
        plan = plan_session(
            kind or self.format, self._theme(history), history, self.couples.settings, who
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

    def refresh_home(self) -> None:
        """Show Home as things stand."""
        if self.couples.couple is None:
            return
        newest = self.notebook.page(limit=1)
        history = self.store.sessions.history()
        self.home_model.show(
            derive_home_props(
                HomeInputs(
                    couple=self.couples.couple,
                    theme=self._theme(history),
                    minutes=self.format.minutes,
                    history=history,
                    newest=newest[0] if newest else None,
                    evening=self.evenings.evening(self.evenings.today()),
                    settings=self.couples.settings,
                    now=self.clock.now(),
                    zone=self.clock.zone(),
                    waits_until=self.waits_until(),
                )
            )
        )

    def open_choose(self) -> None:
        """Show every kind of sitting as things stand."""
        if self.couples.couple is None:
            return
        today = self.clock.now().astimezone(self.clock.zone()).date()
        carry_on = pauses_carry_on(self.store.sessions.history())
        self.choose_model.open(self.couples.couple, today, pauses_carry_on=carry_on)


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


def furnish_rooms(store: Store, programme: Programme, clock: Clock, aside: Aside) -> Rooms:
    """Build every use case and every model over this store."""
    couples = Couples(store.couple, clock)
    drafts = Drafts(store.drafts, aside)
    sweep(drafts, store.sessions)
    notebook = Notebook(store.notebook, clock, new_id)
    evenings = Evenings(store.evenings, clock, new_id)
    session = SessionModel(clock, PromptsOfTheme(programme, store), programme.cues)
    settings_model = SettingsModel(
        couples,
        lambda: may_be_looser(store.sessions.history()),
        in_keyring=store.kept_in is KeptIn.KEYRING,
        folder=str(store.folder),
    )
    breath_model = BreathModel(couples, clock)
    settings_model.changed.connect(breath_model.refresh)
    small_wins = [win.text for win in programme.small_wins]
    return Rooms(
        store=store,
        programme=programme,
        clock=clock,
        couples=couples,
        sessions=GuidedSessions(store.sessions, clock, new_id, aside),
        notebook=notebook,
        drafts=drafts,
        evenings=evenings,
        first_run_model=FirstRunModel(couples, drafts),
        home_model=HomeModel(),
        session_model=session,
        pauses=PauseControls(session),
        turns=TurnControls(session, programme.feelings),
        composing=ComposeControls(session, drafts),
        grounding=GroundingControls(programme, clock.speed),
        choose_model=ChooseModel(programme.formats),
        writing=WritingControls(session, drafts, small_wins, notebook),
        notebook_model=NotebookModel(notebook, clock, drafts),
        settings_model=settings_model,
        breath_model=breath_model,
        evening_model=EveningModel(evenings, drafts, [stem.text for stem in programme.stems]),
    )
