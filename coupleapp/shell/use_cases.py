"""Every use case over one open store."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from coupleapp.application.activities import Activities
from coupleapp.application.agreements import Agreements
from coupleapp.application.coming import WhatComes
from coupleapp.application.copies import Copies
from coupleapp.application.couples import Couples
from coupleapp.application.depth import Depths
from coupleapp.application.drafts import Drafts
from coupleapp.application.evening import Evenings
from coupleapp.application.guided_session import GuidedSessions
from coupleapp.application.home import Home
from coupleapp.application.kept_lists import KeptLists
from coupleapp.application.library import Library
from coupleapp.application.lock import Lock
from coupleapp.application.needs_talk import NeedsTalk
from coupleapp.application.notebook import Notebook
from coupleapp.application.own_pages import OwnPages
from coupleapp.application.own_themes import OwnThemes
from coupleapp.application.packs import Packs
from coupleapp.application.plans import Plans
from coupleapp.application.ports import Clock
from coupleapp.application.programme import ThemeWeeks
from coupleapp.application.reminding import Kept, Reminding
from coupleapp.application.salvage import Salvage
from coupleapp.application.second_place import SecondPlace
from coupleapp.application.session_drafts import sweep
from coupleapp.application.sitting_down import SittingDown
from coupleapp.application.theme_prompts import ThemePrompts
from coupleapp.application.trusted_date import TrustedDate, newest_moment
from coupleapp.domain.programme.programme import Programme
from coupleapp.packs import TomlPacks
from coupleapp.shell.second_place import second_place_of
from coupleapp.store import Store
from coupleapp.ui.programme.words import own_words

Aside = Callable[[Callable[[], None]], None]


def new_id() -> str:
    """An id that is never used again."""
    return uuid4().hex


@dataclass(frozen=True, slots=True)
class UseCases:
    """Everything that can be done, over one store; ``aside``: not on the window's thread."""

    store: Store
    clock: Clock
    aside: Aside
    library: Library
    couples: Couples
    drafts: Drafts
    sessions: GuidedSessions
    sitting_down: SittingDown
    prompts: ThemePrompts
    needs_talk: NeedsTalk
    kept_lists: KeptLists
    agreements: Agreements
    themes: ThemeWeeks
    depths: Depths
    own_themes: OwnThemes
    packs: Packs
    notebook: Notebook
    own_pages: OwnPages
    evenings: Evenings
    plans: Plans
    coming: WhatComes
    activities: Activities
    copies: Copies
    second_place: SecondPlace
    salvage: Salvage
    lock: Lock
    date: TrustedDate
    reminding: Reminding
    home: Home


def build_use_cases(
    store: Store, programme: Programme, clock: Clock, aside: Aside, *, rehearsal: bool = False
) -> UseCases:
    """Build them; what was typed in sessions that are over is put away first.

    In a rehearsal every session is played as it stands: see ``Depths``.

    Raises:
        StoreError: It could not be read.
    """
    couples = Couples(store.couple, clock)
    lock = Lock(store.lock)
    date = TrustedDate(couples, clock, lambda: newest_moment(store.sessions, store.notebook))
    drafts = Drafts(store.drafts, aside)
    sweep(drafts, store.sessions)
    library = Library(programme)
    packs = Packs(store.packs, TomlPacks(), library, clock)
    packs.load()
    themes = ThemeWeeks(store.programme, store.sessions, library, clock)
    depths = Depths(store.programme, store.sessions, couples, clock, new_id, rehearsal=rehearsal)
    own_themes = OwnThemes(store.own_themes, library, clock, new_id, own_words())
    sessions = GuidedSessions(store.sessions, clock, new_id, aside)
    sitting_down = SittingDown(
        sessions, store.sessions, library, themes, depths, couples, drafts, clock
    )
    notebook = Notebook(store.notebook, clock, new_id, date.trusted)
    evenings = Evenings(
        store.evenings, clock, new_id, lambda: couples.settings.evening, date.trusted
    )
    history = store.sessions.history
    plans = Plans(store.appointments, store.rituals, clock, new_id, date.trusted, history)
    activities = Activities(store.activities, clock, new_id, programme.ideas)
    agreements = Agreements(store.agreements, clock)
    coming = WhatComes(plans, activities, agreements, clock)
    second = second_place_of(store, couples, clock)
    kept = Kept(store.evenings, store.sessions, store.notebook, agreements, store.programme)
    reminding = Reminding(couples, plans, activities, kept, clock)
    return UseCases(
        store=store,
        clock=clock,
        aside=aside,
        library=library,
        couples=couples,
        drafts=drafts,
        sessions=sessions,
        sitting_down=sitting_down,
        prompts=ThemePrompts(library, themes, own_words()),
        needs_talk=NeedsTalk(store.needs, clock, new_id),
        kept_lists=KeptLists(store.needs, store.sessions),
        agreements=agreements,
        themes=themes,
        depths=depths,
        own_themes=own_themes,
        packs=packs,
        notebook=notebook,
        own_pages=OwnPages(store.own_pages, drafts, clock, lock.shared),
        evenings=evenings,
        plans=plans,
        coming=coming,
        activities=activities,
        copies=Copies(
            store.copies, clock, lambda: couples.couple is not None, date.trusted, second
        ),
        second_place=second,
        salvage=Salvage(
            store.damaged, store.notebook, store.sessions, store.agreements, store.salvage_marks
        ),
        lock=lock,
        date=date,
        reminding=reminding,
        home=Home(
            couples,
            themes,
            sitting_down,
            store.sessions,
            notebook,
            evenings,
            activities,
            agreements,
            coming,
            reminding,
            date,
            clock,
        ),
    )
