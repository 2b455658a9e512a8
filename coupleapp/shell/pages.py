"""The registry: which page is which QML, over which models."""

from collections.abc import Callable
from functools import partial

from coupleapp.desktop.autostart import LaunchEnvironment
from coupleapp.desktop.installed import installed
from coupleapp.desktop.resources import resource_folder
from coupleapp.shell.page_entry import PageEntry, Pages
from coupleapp.shell.papers import printing, save_calendar
from coupleapp.shell.taking_off import taking_off_words
from coupleapp.shell.use_cases import UseCases
from coupleapp.ui.agreements.agreements_model import AgreementsModel
from coupleapp.ui.agreements.decision_model import DecisionModel
from coupleapp.ui.agreements.review_model import ReviewModel
from coupleapp.ui.base.app_model import AppModel
from coupleapp.ui.base.copy_choice import CopyChoice
from coupleapp.ui.base.held_words import HeldModel
from coupleapp.ui.base.key_letters import KeyLetters
from coupleapp.ui.base.navigation import PageName
from coupleapp.ui.base.own_keys import OwnKeys
from coupleapp.ui.calm.breath_model import BreathModel
from coupleapp.ui.calm.comfort_model import ComfortModel
from coupleapp.ui.calm.grounding import GroundingControls
from coupleapp.ui.guided_session.calm_in_talks import CalmInTalks
from coupleapp.ui.guided_session.closing_round import ClosingRoundModel
from coupleapp.ui.guided_session.composing import ComposeControls
from coupleapp.ui.guided_session.next_date import NextDateModel
from coupleapp.ui.guided_session.pauses import PauseControls
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.guided_session.turns import TurnControls
from coupleapp.ui.guided_session.writing import WritingControls
from coupleapp.ui.home.home_model import HomeModel
from coupleapp.ui.lock.captures_model import CapturesModel
from coupleapp.ui.lock.lock_model import LockModel
from coupleapp.ui.lock.sheet_model import SheetModel
from coupleapp.ui.lock.unlock_model import UnlockModel
from coupleapp.ui.lock.words import settings_words
from coupleapp.ui.needs.board_model import BoardModel
from coupleapp.ui.needs.kept_lists_model import KeptListsModel
from coupleapp.ui.needs.list_controls import ListControls
from coupleapp.ui.needs.needs_model import NeedsModel
from coupleapp.ui.needs.trial_controls import TrialControls
from coupleapp.ui.notebook.notebook_model import NotebookModel
from coupleapp.ui.notebook.occasions import Occasions
from coupleapp.ui.notebook.own_lines_model import OwnLinesModel
from coupleapp.ui.notebook.own_pages_model import OwnPagesModel
from coupleapp.ui.ours.ours_model import OursModel
from coupleapp.ui.packs.packs_model import PacksModel
from coupleapp.ui.plans.next_talk_model import NextTalkModel
from coupleapp.ui.plans.own_rituals_model import OwnRitualsModel
from coupleapp.ui.programme.depth_model import DepthModel
from coupleapp.ui.programme.own_questions_model import OwnQuestionsModel
from coupleapp.ui.programme.own_themes_model import OwnThemesModel
from coupleapp.ui.programme.programme_model import ProgrammeModel
from coupleapp.ui.programme.talks_model import TalksModel
from coupleapp.ui.reminders.reminders_model import RemindersModel
from coupleapp.ui.settings.about_model import AboutModel
from coupleapp.ui.settings.copies_model import CopiesModel
from coupleapp.ui.settings.first_run_model import FirstRunModel
from coupleapp.ui.settings.keys_model import KeysModel
from coupleapp.ui.settings.licences_model import LicencesModel
from coupleapp.ui.settings.second_place_model import SecondPlaceModel
from coupleapp.ui.settings.settings_model import SettingsModel
from coupleapp.ui.together.activities_model import ActivitiesModel
from coupleapp.ui.together.own_ideas_model import OwnIdeasModel
from coupleapp.ui.way_back.salvage_model import SalvageModel


def build_pages(
    use: UseCases,
    app: AppModel,
    stays: Callable[[], bool],
    letters: KeyLetters | None = None,
    leave_out: Callable[[bool], bool] | None = None,
) -> Pages:
    """Build them over these use cases.

    Args:
        use: What can be done.
        app: The window.
        stays: Whether Nearer waits on when the window closes now.
        letters: What is printed on the keys; without them as on a US keyboard.
        leave_out: Leaves the windows out of pictures of the screen, where the system can.
    """
    letters = letters or KeyLetters()
    keys = OwnKeys(letters, lambda: use.couples.settings)
    breath = BreathModel(use.couples, use.clock)
    unlock = UnlockModel(use.clock)
    salvage = SalvageModel(use.salvage, use.clock, use.aside, unlock)
    programme = ProgrammeModel(use.themes, use.own_themes)
    held = HeldModel(use.copies)
    ours = OursModel(use.agreements, use.coming, use.clock)
    entries = {
        PageName.FIRST_RUN: PageEntry(
            "FirstRunPage", {"model": FirstRunModel(use.couples, use.drafts)}, {"app": app}
        ),
        PageName.HOME: PageEntry(
            "HomePage",
            {"model": HomeModel(use.home, use.date, stays)},
            {"app": app, "programme": programme},
        ),
        PageName.BREATHE: PageEntry("BreathePage", {"breath": breath}, {"app": app}),
        PageName.SESSION: _session(use, app, breath, letters),
        PageName.TALKS: PageEntry("TalksPage", {"model": _talks(use)}, {"app": app}),
        PageName.PROGRAMME: _programme(use, app, programme, held),
        PageName.ACTIVITIES: _activities(use, held),
        PageName.LISTS: _lists(use, app, held),
        PageName.NOTEBOOK: _notebook(use, held),
        PageName.OURS: PageEntry("OursPage", {"model": ours}, {"app": app}),
        PageName.NEXT_TALK: PageEntry("NextTalkPage", {"model": _next_talk(use)}),
        PageName.RITUALS: PageEntry(
            "RitualsPage", {"model": OwnRitualsModel(use.plans, use.drafts)}, {"keys": keys}
        ),
        PageName.AGREEMENTS: _agreements(use, app, keys, held, ours),
        PageName.SETTINGS: _settings(use, app, breath, letters),
        PageName.COMFORT: PageEntry(
            "ComfortPage", {"model": ComfortModel(use.couples, use.drafts)}, {"app": app}
        ),
        PageName.REMINDERS: PageEntry(
            "RemindersPage", {"model": RemindersModel(use.couples, use.reminding, use.clock)}
        ),
        PageName.COPIES: _copies(use, app, salvage),
        PageName.SALVAGE: PageEntry("SalvagePage", {"model": salvage, "unlock": unlock}),
        PageName.LOCK: PageEntry(
            "LockPage",
            {
                "model": LockModel(use.lock, use.couples, use.aside),
                "captures": CapturesModel(use.couples, leave_out),
            },
            {"app": app},
        ),
        PageName.SHEET: PageEntry(
            "SheetPage",
            {"model": SheetModel(use.lock, use.clock, use.aside, printing)},
            {"app": app, "keys": keys},
        ),
        PageName.PACKS: PageEntry("PacksPage", {"model": PacksModel(use.packs)}),
        PageName.RIGHT_FOR_ME: PageEntry("RightForMePage"),
        PageName.ABOUT: PageEntry("AboutPage", {"model": _about(use)}, {"app": app}),
        PageName.LICENCES: PageEntry("LicencesPage", {"model": LicencesModel(resource_folder())}),
    }
    return Pages(entries)


def _session(use: UseCases, app: AppModel, breath: BreathModel, letters: KeyLetters) -> PageEntry:
    session, board = SessionModel(use.clock, use.prompts), BoardModel()
    session.use_keys(letters, lambda: use.couples.settings)
    needs = NeedsModel(session, use.needs_talk, use.drafts, board)
    ours = use.library.programme
    openings = [opening.text for opening in ours.openings]
    session.announce.connect(app.announce)
    grounding = GroundingControls(ours, lambda: use.couples.settings, use.clock.speed)
    CalmInTalks(session, breath, grounding)
    return PageEntry(
        "SessionView",
        {
            "session": session,
            "pauses": PauseControls(session),
            "round": ClosingRoundModel(session, use.drafts, ours.small_wins, use.notebook),
            "next": NextDateModel(session, use.drafts, use.plans),
            "writing": WritingControls(
                session,
                use.drafts,
                ours.small_wins,
                use.notebook,
                use.agreements,
                use.own_pages.has_passphrase,
            ),
            "turns": TurnControls(session, ours.feelings),
            "composing": ComposeControls(session, use.drafts, openings),
            "needs": needs,
            "board": board,
            "lists": ListControls(needs),
            "plan": TrialControls(needs),
            "grounding": grounding,
        },
        {"breath": breath},
    )


def _talks(use: UseCases) -> TalksModel:
    return TalksModel(use.library, use.themes, use.packs, use.depths, use.sitting_down, use.clock)


def _next_talk(use: UseCases) -> NextTalkModel:
    return NextTalkModel(use.plans, use.clock, use.drafts, partial(save_calendar, use))


def _copies(use: UseCases, app: AppModel, salvage: SalvageModel) -> PageEntry:
    second = use.second_place
    return PageEntry(
        "CopiesPage",
        {
            "choice": CopyChoice(use.clock),
            "second": SecondPlaceModel(use.couples, use.lock.ways, use.clock),
            "model": CopiesModel(use.copies, use.clock, lambda: second.place is not None),
        },
        {"app": app, "salvage": salvage},
    )


def _programme(
    use: UseCases, app: AppModel, programme: ProgrammeModel, held: HeldModel
) -> PageEntry:
    themes = OwnThemesModel(use.own_themes, use.drafts)
    questions = OwnQuestionsModel(use.own_themes, use.themes, use.drafts)
    themes.changed.connect(programme.refresh)
    themes.changed.connect(questions.refresh)
    questions.changed.connect(programme.refresh)
    return PageEntry(
        "ProgrammePage",
        {
            "model": programme,
            "themes": themes,
            "questions": questions,
            "depth": DepthModel(use.depths),
        },
        {"app": app, "held": held},
    )


def _activities(use: UseCases, held: HeldModel) -> PageEntry:
    ideas = OwnIdeasModel(use.activities, use.drafts)
    activities = ActivitiesModel(use.activities, use.clock, use.drafts, ideas)
    return PageEntry("ActivitiesPage", {"ownIdeas": ideas, "model": activities}, {"held": held})


def _lists(use: UseCases, app: AppModel, held: HeldModel) -> PageEntry:
    board = BoardModel()
    lists = KeptListsModel(use.kept_lists, board, use.clock)
    return PageEntry("KeptListsPage", {"model": lists, "board": board}, {"app": app, "held": held})


def _notebook(use: UseCases, held: HeldModel) -> PageEntry:
    lines = OwnLinesModel(use.notebook, use.own_pages, use.clock)
    occasions = Occasions(use.store.sessions.history, use.library)
    return PageEntry(
        "NotebookPage",
        {
            "model": NotebookModel(use.notebook, use.clock, use.drafts, occasions),
            "lines": lines,
            "own": OwnPagesModel(use.own_pages, lines, use.clock, use.aside),
            "held": held,
        },
    )


def _agreements(
    use: UseCases, app: AppModel, keys: OwnKeys, held: HeldModel, ours: OursModel
) -> PageEntry:
    decision = DecisionModel(use.agreements, use.drafts)
    review = ReviewModel(use.agreements, use.clock, decision)
    agreements = AgreementsModel(use.agreements, review, use.clock)

    def look(agreement_id: str) -> None:
        app.turned.emit(PageName.AGREEMENTS)
        review.look(agreement_id)

    ours.lookAsked.connect(look)
    return PageEntry(
        "AgreementsPage",
        {"review": review, "model": agreements, "decision": decision},
        {"app": app, "keys": keys, "held": held},
    )


def _settings(use: UseCases, app: AppModel, breath: BreathModel, letters: KeyLetters) -> PageEntry:
    settings = SettingsModel(
        use.couples,
        use.sitting_down.may_be_looser,
        key_place=lambda: settings_words(use.lock.ways()),
        folder=str(use.store.folder),
    )
    settings.changed.connect(breath.refresh)
    keys = KeysModel(use.couples, letters)
    settings.changed.connect(keys.refresh)
    return PageEntry("SettingsPage", {"model": settings, "keys": keys}, {"app": app})


def _about(use: UseCases) -> AboutModel:
    return AboutModel(
        use.couples,
        lambda: settings_words(use.lock.ways()),
        use.store.folder,
        taking_off_words(installed(LaunchEnvironment.here())),
    )
