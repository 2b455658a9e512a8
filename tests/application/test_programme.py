"""Week by week over a real file: the theme on the table, what comes next, favourites."""

from datetime import timedelta

import pytest

from coupleapp.application.library import Library
from coupleapp.application.own_themes import OwnThemes
from coupleapp.application.planning import plan_session
from coupleapp.application.ports import StoreError
from coupleapp.application.programme import ThemeWeeks, theme_since
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.programme.additions import Addition
from coupleapp.domain.programme.own_themes import OwnWords
from coupleapp.domain.programme.programme import Programme
from coupleapp.domain.programme.theme_choices import (
    BeDone,
    BeginAgain,
    MoveUp,
    NotChosen,
    PutLast,
    TakeNext,
    WhyNot,
)
from coupleapp.domain.settings import Settings
from tests.application.hands import new_id, play_through, press_on, sessions_of, write_protected
from tests.application.test_planning import PROGRAMME, TALK
from tests.domain.programme.programmes import a_theme

WEEK = 7 * 86_400
WORDS = OwnWords("About {title}.", "One thing.", "Listen.", "As you like.")


class Life:
    """A couple over one file."""

    def __init__(self, store, clock, programme=PROGRAMME) -> None:
        self.store, self.clock = store, clock
        self.library = Library(programme)
        self.themes = ThemeWeeks(store.programme, store.sessions, self.library, clock)
        self.settings = Settings()

    def plan(self, depth=1):
        history = self.store.sessions.history()
        questions = self.themes.questions(depth)
        return plan_session(TALK, self.themes.theme(), history, self.settings, None, questions)

    def talk(self, *, stopped=False, depth=1):
        """One session; its plan."""
        plan = self.plan(depth)
        leader = sessions_of(self.store, self.clock).begin(plan)
        if stopped:
            press_on(leader)
            leader.handle(c.Stop())
            leader.handle(c.LeaveStopped())
        else:
            play_through(leader, self.clock)
        return plan


@pytest.fixture
def life(store, clock):
    return Life(store, clock)


def test_four_real_weeks(life):
    """With one session stopped before the question was read."""
    plans = []
    for stopped in (False, True, False, False, False):
        plans.append((stopped, life.talk(stopped=stopped)))
        life.clock.pass_time(WEEK)
    talked = [plan for stopped, plan in plans if not stopped]
    assert [p.first_speaker for p in talked] == [Seat.RIGHT, Seat.LEFT] * 2
    assert [p.introducer for p in talked] == [Seat.LEFT, Seat.RIGHT] * 2
    first, second, third, fourth = (theme.id for theme in PROGRAMME.themes[:4])
    assert [plan.theme_id for _, plan in plans] == [first, second, second, third, fourth]


def test_a_choice_is_on_disk_before_it_counts(life, store):
    second = PROGRAMME.themes[1].id
    with write_protected(store), pytest.raises(StoreError):
        life.themes.choose(PutLast(PROGRAMME.themes[0].id))
    assert life.themes.theme() is PROGRAMME.themes[0]
    assert life.themes.choose(PutLast(PROGRAMME.themes[0].id)) is None
    assert life.themes.theme().id == second
    assert Life(store, life.clock).themes.theme().id == second


def test_what_cannot_be_is_refused(life):
    assert life.themes.choose(MoveUp("nowhere")) == NotChosen(WhyNot.NOT_THERE)
    assert life.themes.choose(BeginAgain()) == NotChosen(WhyNot.IS_SO)
    assert life.store.programme.choices() == ()


def test_a_pack_comes_and_goes(life):
    life.library.put("packs", Addition((a_theme("boat"),)))
    life.themes.choose(TakeNext("boat"))
    life.themes.choose(PutLast(life.themes.theme().id))
    assert life.talk().theme_id == "boat"
    life.library.put("packs", Addition())
    assert life.themes.theme() is PROGRAMME.themes[1]
    assert life.themes.find("boat") is None
    life.library.put("packs", Addition((a_theme("boat"),)))
    assert life.themes.theme().id == "boat"
    life.clock.pass_time(WEEK)
    assert life.themes.theme() is PROGRAMME.themes[1]
    assert life.themes.queue().talked == ("boat",)


def test_what_is_new_since_when_and_not_while_they_are_done(life):
    def since():
        today = life.clock.now().date()
        return theme_since(
            life.store.programme, life.store.sessions.history(), today, life.clock.zone()
        )

    assert since() is None
    life.talk()
    life.clock.pass_time(WEEK)
    monday = life.clock.now().date()
    assert since() == life.themes.queue().since == monday
    life.themes.choose(BeDone())
    assert since() is None
    life.clock.pass_time(60)
    life.themes.choose(BeginAgain())
    assert since() == monday


def test_a_question_rests_a_year_and_a_favourite_comes_back_first(store, clock):
    life = Life(store, clock, Programme((a_theme("dogs", (1, 1, 1)),)))
    life.settings = Settings(cards=1)
    first, second = life.talk().prompt.id, life.talk().prompt.id
    assert [first, second] == ["dogs.p0", "dogs.p1"]
    theme = life.themes.theme()
    assert [one for one, _ in life.themes.talked_about(theme)] == [second, first]
    life.themes.mark(second, favourite=True)
    assert life.themes.favourites() == {second}
    assert life.talk().prompt.id == "dogs.p2"
    assert life.plan().prompt.id is None
    assert life.plan().prompt.text == theme.freely
    clock.pass_time(timedelta(days=365).total_seconds())
    assert life.plan().prompt.id == second
    life.themes.mark(second, favourite=False)
    assert life.themes.favourites() == frozenset()
    assert life.plan().prompt.id == first


def test_every_question_of_a_talk_rests(store, clock):
    life = Life(store, clock, Programme((a_theme("dogs", (1, 1, 2, 3, 3)),)))
    assert [card.id for card in life.talk(depth=3).cards] == ["dogs.p0", "dogs.p2", "dogs.p3"]
    asked = {one for one, _ in life.themes.talked_about(life.themes.theme())}
    assert asked == {"dogs.p0", "dogs.p2", "dogs.p3"}
    assert [card.id for card in life.talk(depth=3).cards] == ["dogs.p1", "dogs.p4"]


def test_own_themes_take_their_place_in_the_queue(life, store):
    own = OwnThemes(store.own_themes, life.library, life.clock, new_id, WORDS)
    boat = own.add_theme("The boat", "To decide.", Seat.LEFT)
    assert life.themes.queue().present[-1] == boat.id
    life.themes.choose(TakeNext(boat.id))
    assert life.themes.queue().coming[0] == boat.id
    own.delete_theme(boat)
    assert boat.id not in life.themes.queue().present


def test_the_themes_are_those_of_the_programme_and_a_new_pair_begins_with_the_left(life):
    assert life.themes.themes() == PROGRAMME.themes
    assert life.themes.introducer() is Seat.LEFT
    life.talk()
    assert life.themes.introducer() is Seat.RIGHT
