"""A year of a couple: talks and skips, packs on and off, themes and questions of their own."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from coupleapp.application.planning import another_prompt, plan_session
from coupleapp.domain.couple import Both, Seat
from coupleapp.domain.depth import Ceilings, Chance, is_gentle, read
from coupleapp.domain.guided_session.private_ratings import PrivateRatings
from coupleapp.domain.programme.programme import Theme
from coupleapp.domain.programme.questions import questions_now
from coupleapp.domain.programme.theme_choices import MoveDown, MoveUp, OnceMore, PutLast, TakeNext
from coupleapp.domain.settings import Settings
from tests.domain.guided_session.sessions import shipped_formats
from tests.domain.programme.programmes import MONDAY, Couple, a_session, a_theme

TALK = next(kind for kind in shipped_formats() if kind.id == "theme_talk")
OURS = {name: a_theme(name, (1, 1, 2, 3)) for name in "abcd"}
PACK = {name: a_theme(name, (2, 1, 4)) for name in "xy"}
YEAR = timedelta(days=365)

answers = st.builds(PrivateRatings, st.integers(0, 6), st.integers(3, 10), st.integers(0, 6))
happenings = st.one_of(
    st.tuples(st.just("talk"), st.integers(0, 3), st.builds(Both, answers, answers)),
    st.tuples(st.just("wait"), st.integers(1, 12)),
    st.tuples(st.just("wait"), st.integers(20, 200)),
    st.tuples(
        st.sampled_from([TakeNext, MoveUp, MoveDown, PutLast]), st.sampled_from([*OURS, *PACK])
    ),
    st.tuples(st.just("once more")),
    st.tuples(st.just("pack")),
    st.tuples(st.just("own"), st.sampled_from([*OURS, *PACK]), st.integers(1, 5)),
    st.tuples(st.just("mark"), st.integers(0, 30)),
    st.tuples(st.just("wish"), st.integers(1, 5), st.integers(1, 5)),
)


class Year(Couple):
    """Everything that the programme of a couple goes by."""

    def __init__(self) -> None:
        super().__init__(*OURS)
        self.themes: dict[str, Theme] = {**OURS, **PACK}
        self.marked: set[str] = set()
        self.ceilings = Ceilings()

    def happen(self, what: tuple) -> None:
        match what:
            case ("wait", days):
                self.wait(days)
            case ("talk", swaps, said):
                self.sit_down(swaps, said)
            case ("once more",):
                self.choose(OnceMore())
            case ("pack",):
                on = "x" in self.library
                self.library = [*OURS] if on else [*OURS, *PACK]
            case ("own", name, depth):
                theme = self.themes[name]
                own = a_theme(f"{name}.own{len(theme.prompts)}", (depth,)).prompts
                self.themes[name] = replace(theme, prompts=(*theme.prompts, *own))
            case ("mark", n):
                asked = [one for past in self.history for one in past.prompt_ids]
                self.marked ^= set(asked[n : n + 1])
            case ("wish", left, right):
                self.ceilings = Ceilings(left, right)
            case (command, name):
                self.choose(command(name))

    def sit_down(self, swaps: int, said: Both[PrivateRatings]) -> None:
        """Planned as the app plans, some questions put aside, and talked about."""
        self._a_moment()
        now, gentle = self._now(), is_gentle(MONDAY, self.today)
        reading = read(self.history, self.ceilings, Chance(), gentle=gentle)
        questions = questions_now(self.history, self.marked, reading.depth, now)
        theme = self.themes[self.queue.on_table]
        plan = plan_session(TALK, theme, self.history, Settings(), None, questions)
        asked = [card.id for card in plan.cards]
        prompt, seen = plan.prompt, asked[:1]
        for _ in range(swaps):
            prompt = another_prompt(theme, questions, [*seen, *asked])
            assert prompt.id is None or prompt.id not in {*seen, *asked}
            seen.append(prompt.id)
        asked[0] = prompt.id
        talked = tuple(one for one in asked if one is not None)
        assert len(set(talked)) == len(talked)
        for one in talked:
            self.check(theme, one, reading.depth, now)
        past = a_session(
            self.today,
            theme.id,
            prompt_ids=talked,
            introducer=plan.introducer,
            first_speaker=plan.first_speaker,
            said=said,
            depth=reading.depth,
            began_at=now,
            ended_at=now + timedelta(minutes=25),
        )
        self.history.append(past)

    def check(self, theme: Theme, prompt_id: str, depth: int, now) -> None:
        """Not again within a year, and not deeper than both wish."""
        lately = {one for p in self.history if now - p.began_at < YEAR for one in p.prompt_ids}
        assert depth <= self.ceilings.lower
        assert prompt_id not in lately
        prompt = next(one for one in theme.prompts if one.id == prompt_id)
        assert prompt.depth <= depth


@settings(max_examples=200)
@given(st.lists(happenings, max_size=80))
def test_a_year(happened):
    year = Year()
    for what in happened:
        year.happen(what)
        assert sorted(year.queue.present) == sorted(year.library)
    introducers = [past.introducer for past in year.history]
    assert all(one is not other for one, other in pairwise(introducers))
    if introducers:
        assert introducers[0] is Seat.LEFT


def test_a_week_after_a_week_without_choices_everything_comes_once():
    """Four themes, a question of each depth that is reached, then they talk freely."""
    year = Year()
    well = Both(PrivateRatings(2, 9, 2), PrivateRatings(2, 9, 2))
    for _ in range(24):
        year.happen(("talk", 0, well))
        year.happen(("wait", 7))
    themes = [past.theme_id for past in year.history]
    assert themes == list("abcd") * 6
    asked = [one for past in year.history for one in past.prompt_ids]
    assert len(asked) == len(set(asked)) == 12
    assert year.history[-1].prompt_ids == ()
    assert {past.depth for past in year.history[4:]} == {2}
