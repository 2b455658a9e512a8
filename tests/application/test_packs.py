"""Packs over a real store: looked at, taken in, replaced, laid aside, removed; the past stays."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from coupleapp.application.library import Library
from coupleapp.application.packs import PackRefused, Packs, WhyNot
from coupleapp.application.planning import plan_session
from coupleapp.application.ports import StoreError
from coupleapp.desktop.resources import resource_folder
from coupleapp.domain.defaults import PACKS_MOST
from coupleapp.domain.formats.format import StepKind
from coupleapp.domain.formats.parts import PartKind
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.programme.packs import PackInvalid, whose
from coupleapp.domain.settings import Settings
from coupleapp.packs import TomlPacks, load_programme
from tests.application.hands import full_disk, play_through, sessions_of, write_protected
from tests.packs.mutations import RICH, TEMPLATE

OURS = load_programme(resource_folder() / "programme").programme
TEXT = TEMPLATE.decode()


def version(number: int, text: str = TEXT) -> str:
    return text.replace("version = 1", f"version = {number}").replace(
        "version = 3", f"version = {number}"
    )


def called(name: str, text: str = TEXT) -> str:
    return text.replace('id = "kitchen_table"', f'id = "{name}"')


class Two:
    """A couple with a shelf, and a folder of files."""

    def __init__(self, store, clock, folder: Path) -> None:
        self.store, self.clock, self.folder = store, clock, folder
        self.begin()

    def begin(self) -> None:
        """As at a start of the app."""
        self.library = Library(OURS)
        self.use = Packs(self.store.packs, TomlPacks(), self.library, self.clock)
        self.use.load()

    def file(self, text: str | bytes, name: str = "a.toml") -> Path:
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def look(self, text: str | bytes):
        return self.use.look_at(self.file(text))

    def take(self, text: str | bytes):
        look = self.look(text)
        self.use.take_in(look)
        return look.pack

    def added(self) -> set[str]:
        """The packs of which anything is in the programme."""
        programme = self.library.programme
        prompts = (prompt for theme in programme.themes for prompt in theme.prompts)
        every = (*programme.themes, *prompts, *programme.formats, *programme.cues)
        return {whose(one.id) for one in every} - {""}


@pytest.fixture
def two(store, clock, tmp_path) -> Two:
    return Two(store, clock, tmp_path)


def test_looking_takes_nothing_in(two):
    look = two.look(TEXT)
    assert (look.pack.title, look.why_not, look.there) == ("At the kitchen table", None, None)
    assert two.use.shelf() == ()
    assert two.library.programme == OURS


def test_what_was_taken_in_is_in_the_programme_now_and_after_a_start(two):
    pack = two.take(RICH)
    for _ in range(2):
        programme = two.library.programme
        assert programme.themes[: len(OURS.themes)] != OURS.themes
        assert [t.id for t in programme.themes[-2:]] == ["ruth:garten", "ruth:wetter"]
        assert programme.formats == (*OURS.formats, *pack.addition.formats)
        assert programme.cues == (*OURS.cues, *pack.addition.cues)
        joys = next(theme for theme in programme.themes if theme.id == "joys")
        assert joys.prompts[-1].id == "ruth:joys.abendlicht"
        two.begin()


def test_exactly_what_was_looked_at_is_taken_in(two):
    look = two.look(TEXT)
    two.file(TEXT.replace("At the kitchen table", "Something else"))
    two.use.take_in(look)
    assert [one.pack.title for one in two.use.shelf()] == ["At the kitchen table"]
    assert two.store.packs.packs()[0].text == TEXT


def test_a_newer_one_takes_the_place_of_the_older(two):
    two.take(TEXT)
    two.clock.pass_time(86_400)
    two.take(called("other"))
    two.clock.pass_time(86_400)
    look = two.look(version(2).replace("One cup of tea", "Two cups"))
    assert look.there.version == 1
    two.use.take_in(look)
    assert [(one.kept.id, one.pack.version) for one in two.use.shelf()] == [
        ("kitchen_table", 2),
        ("other", 1),
    ]
    titles = [kind.title for kind in two.library.programme.formats]
    assert "Two cups" in titles
    assert titles.count("One cup of tea") == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (version(2), WhyNot.SAME),
        (version(2) + "# a remark\n", WhyNot.SAME),
        (version(2).replace("best meal", "meal").replace("One cup", "A cup"), WhyNot.OTHER_WORDS),
        (version(1), WhyNot.OLDER),
    ],
)
def test_what_is_here_already_is_refused_kindly(two, text, why):
    two.take(version(2))
    before = two.store.packs.packs()
    look = two.look(text)
    assert look.why_not is why
    with pytest.raises(PackRefused) as caught:
        two.use.take_in(look)
    assert caught.value.why is why
    assert two.store.packs.packs() == before


def test_removed_it_may_come_back_older(two):
    two.take(version(2))
    two.use.remove("kitchen_table")
    assert two.library.programme == OURS
    two.take(version(1))
    assert two.added() == {"kitchen_table"}


def test_a_pack_that_changed_hands_meanwhile_is_refused(two):
    look = two.look(version(1))
    two.take(version(2))
    with pytest.raises(PackRefused):
        two.use.take_in(look)
    assert two.use.shelf()[0].pack.version == 2


def test_laid_aside_it_adds_nothing_and_stays(two):
    two.take(TEXT)
    two.use.switch("kitchen_table", on=False)
    for _ in range(2):
        assert two.library.programme == OURS
        assert [one.in_use for one in two.use.shelf()] == [False]
        two.begin()
    two.use.switch("kitchen_table", on=True)
    assert two.added() == {"kitchen_table"}


def test_a_newer_one_of_one_that_lies_aside_is_in_use(two):
    two.take(TEXT)
    two.use.switch("kitchen_table", on=False)
    two.take(version(2))
    assert two.use.shelf()[0].in_use


def test_there_is_room_for_so_many(two):
    for n in range(PACKS_MOST):
        two.take(called(f"p{n}"))
    look = two.look(called("one_more"))
    assert look.why_not is WhyNot.TOO_MANY
    with pytest.raises(PackRefused):
        two.use.take_in(look)
    assert two.look(version(2, called("p3"))).why_not is None
    two.use.remove("p3")
    assert two.use.look_again(look).why_not is None


def test_even_the_fullest_shelf_can_be_read_at_a_start(two):
    """As many themes as the most packs can bring."""
    head = TEXT[TEXT.index("schema = 1") : TEXT.index("[[themes]]")]
    theme = TEXT[TEXT.index("[[themes]]") : TEXT.index("[[prompts]]")]
    names = [chr(97 + n // 26) + chr(97 + n % 26) for n in range(52)]
    many = "".join(theme.replace('"table', f'"{name}') for name in names)
    for n in range(PACKS_MOST):
        two.take(called(f"p{n}", head + many))
    two.begin()
    assert len(two.library.programme.themes) == len(OURS.themes) + 52 * PACKS_MOST


def test_a_file_that_is_no_pack_changes_nothing(two):
    two.take(TEXT)
    before = two.store.packs.packs()
    with pytest.raises(PackInvalid, match=r"a\.toml, line 1: "):
        two.look("pack = ")
    with pytest.raises(PackInvalid, match="none of Nearer’s own themes"):
        two.look(called("b").replace('"joys', '"sorrows'))
    assert two.store.packs.packs() == before


def test_one_that_cannot_be_read_any_more_lies_aside_with_its_reason(two):
    two.take(TEXT)
    two.take(RICH)
    newer = TEXT.replace("schema = 1", "schema = 2")
    with two.store.database.transaction() as work:
        work.connection().exec_driver_sql(
            "UPDATE pack SET text = ? WHERE id = 'kitchen_table'", (newer,)
        )
    two.begin()
    aside, ruth = two.use.shelf()
    assert (aside.pack, aside.in_use, ruth.in_use) == (None, False, True)
    assert aside.fault.reason == "The file was made for another version of Nearer."
    assert two.added() == {"ruth"}
    assert two.look(TEXT).why_not is None, "one that can be read may take its place"
    two.use.remove("kitchen_table")
    assert [one.kept.id for one in two.use.shelf()] == ["ruth"]


def test_a_theme_of_ours_that_is_gone_makes_no_pack_unreadable(two):
    two.take(TEXT)
    without = TEXT.replace('"joys', '"bygone')
    with two.store.database.transaction() as work:
        work.connection().exec_driver_sql("UPDATE pack SET text = ?", (without,))
    two.begin()
    assert two.use.shelf()[0].in_use
    assert two.library.programme.themes[: len(OURS.themes)] == OURS.themes


@pytest.mark.parametrize("trouble", [write_protected, full_disk])
def test_what_cannot_be_kept_is_not_in_use(two, trouble):
    look = two.look(TEXT)
    with trouble(two.store), pytest.raises(StoreError):
        two.use.take_in(look)
    assert (two.use.shelf(), two.library.programme) == ((), OURS)
    two.use.take_in(look)
    before = two.library.programme
    with write_protected(two.store):
        for work in (
            lambda: two.use.switch("kitchen_table", on=False),
            lambda: two.use.remove("kitchen_table"),
            lambda: two.use.take_in(two.look(version(2))),
        ):
            with pytest.raises(StoreError):
                work()
    assert two.library.programme is before
    assert two.use.shelf()[0].in_use


def test_whose_it_is_is_known_while_it_is_in_use(two):
    two.take(RICH)
    assert two.use.author_of("ruth:tee") == "Ruth Weber-Østergård"
    assert two.use.author_of("ruth:joys.abendlicht") == "Ruth Weber-Østergård"
    assert two.use.author_of("theme_talk") == two.use.author_of("other:tee") == ""
    two.use.switch("ruth", on=False)
    assert two.use.author_of("ruth:tee") == ""


# -- the past


def test_a_talk_goes_on_by_its_own_plan_when_its_pack_is_gone(two):
    pack = two.take(RICH)
    kind = next(k for k in pack.addition.formats if k.id == "ruth:tee")
    theme = next(t for t in two.library.programme.themes if t.id == "ruth:garten")
    sessions = sessions_of(two.store, two.clock)
    leader = sessions.begin(plan_session(kind, theme, (), Settings()))
    assert leader.state.prompt.text == "Welcher Duft war heute gut?"
    two.clock.pass_time(2)
    leader.handle(c.Agree())
    two.use.remove("ruth")
    two.begin()
    again = sessions_of(two.store, two.clock).take_up(two.store.sessions.unfinished())
    assert again.state.plan.steps == leader.state.plan.steps
    again.carry_on()
    play_through(again, two.clock)
    (past,) = two.store.sessions.history()
    assert (past.format_id, past.theme_id, past.prompt_ids) == (
        "ruth:tee",
        "ruth:garten",
        ("ruth:garten.duft",),
    )
    assert len(two.store.notebook.of_session(past.id)) == 2


# -- durations


def plan(theme, **chosen):
    talk = next(kind for kind in OURS.formats if kind.id == "theme_talk")
    made = plan_session(talk, theme, (), Settings(cards=1, **chosen))
    turns = next(step for step in made.steps if step.kind is StepKind.TURNS)
    seconds = {part.kind: part.seconds for part in turns.parts if not part.if_asked}
    return turns.chunks, seconds[PartKind.TALK], seconds[PartKind.SAY_BACK]


def test_a_talk_on_its_theme_is_timed_as_the_pack_wishes(two):
    two.take(RICH)
    garden, joys = two.library.programme.themes[-2], two.library.programme.themes[0]
    assert plan(garden) == (2, 60, 30)
    assert plan(joys) == (3, 90, 45)


def test_what_the_couple_has_chosen_counts_more(two):
    two.take(RICH)
    garden = two.library.programme.themes[-2]
    assert plan(garden, speak_s=180) == (2, 120, 60)
    assert plan(garden, chunks=5) == (5, 60, 30)
    assert plan(garden, timers=False) == (2, 0, 0)


def test_a_sitting_of_a_pack_has_its_own_times(two):
    pack = two.take(RICH)
    tea, garden = pack.addition.formats[0], two.library.programme.themes[-2]
    made = plan_session(tea, garden, (), Settings(cards=1))
    turns = next(step for step in made.steps if step.kind is StepKind.TURNS)
    assert (turns.chunks, turns.parts[0].seconds) == (2, 60)
    chosen = plan_session(tea, garden, (), Settings(chunks=1))
    assert next(s for s in chosen.steps if s.kind is StepKind.TURNS).chunks == 1


# -- a year of packs coming and going


class Shelf(RuleBasedStateMachine):
    """Whatever is taken in, replaced, laid aside and removed, the programme fits the shelf."""

    make = None

    def __init__(self) -> None:
        super().__init__()
        self.two = type(self).make()
        for kept in self.two.store.packs.packs():
            self.two.use.remove(kept.id)
        self.there: dict[str, tuple[int, bool]] = {}

    @rule(name=st.sampled_from("abc"), number=st.integers(1, 4))
    def take(self, name, number):
        look = self.two.look(version(number, called(name)))
        before = self.there.get(name)
        if before is None or number > before[0]:
            self.two.use.take_in(look)
            self.there[name] = (number, True)
        else:
            with pytest.raises(PackRefused):
                self.two.use.take_in(look)

    @precondition(lambda self: self.there)
    @rule(data=st.data(), on=st.booleans())
    def switch(self, data, on):
        name = data.draw(st.sampled_from(sorted(self.there)))
        self.two.use.switch(name, on=on)
        self.there[name] = (self.there[name][0], on)

    @precondition(lambda self: self.there)
    @rule(data=st.data())
    def remove(self, data):
        name = data.draw(st.sampled_from(sorted(self.there)))
        self.two.use.remove(name)
        del self.there[name]

    @rule()
    def restart(self):
        self.two.begin()

    @invariant()
    def the_programme_is_ours_and_what_is_on(self):
        shelf = {one.kept.id: (one.pack.version, one.kept.on) for one in self.two.use.shelf()}
        assert shelf == self.there
        assert self.two.added() == {name for name, (_, on) in self.there.items() if on}
        programme = self.two.library.programme
        assert [t.id for t in programme.themes[: len(OURS.themes)]] == [t.id for t in OURS.themes]
        assert programme.formats[: len(OURS.formats)] == OURS.formats


@pytest.mark.slow
def test_a_year_of_packs(store, clock, tmp_path):
    Shelf.make = lambda: Two(store, clock, tmp_path)
    case = Shelf.TestCase
    case.settings = settings(
        max_examples=15,
        stateful_step_count=20,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    case("runTest").runTest()


def test_when_it_came_is_kept(two):
    two.take(TEXT)
    first = two.store.packs.packs()[0].added_at
    assert first == datetime(2026, 11, 23, 20, tzinfo=UTC)
    two.clock.pass_time(86_400)
    two.take(version(2))
    assert two.store.packs.packs()[0].added_at == first
    assert first.date() == date(2026, 11, 23)
    assert first.utcoffset() == timedelta(0)
