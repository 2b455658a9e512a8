"""A key that was just in use does nothing for a second on what follows, and then it is meant."""

import pytest

from coupleapp.ui.base.just_used import AGAIN_S, JustUsed


class Hands:
    """One key at a time, on the clock of their keyboard."""

    def __init__(self) -> None:
        self.at = 10.0
        self.guard = JustUsed()

    def press(self, key="j", after=0.0, **more) -> bool:
        """Whether it did something."""
        self.at += after
        return not self.guard.pressed(key, self.at, **more)

    def let_go(self, key="j", after=0.05) -> None:
        self.at += after
        self.guard.released(key, self.at)

    def tap(self, key="j", after=0.0, **more) -> bool:
        meant = self.press(key, after, **more)
        self.let_go(key)
        return meant

    def step(self, after=0.0) -> None:
        """Another step is on the screen."""
        self.at += after
        self.guard.appeared()


@pytest.fixture
def hands():
    return Hands()


def test_the_first_press_is_meant(hands):
    hands.step()
    assert hands.tap()


def test_a_double_press_reaches_nothing_on_what_follows(hands):
    assert hands.press()
    hands.step(after=0.01)
    hands.let_go()
    assert not hands.tap(after=0.3)


def test_on_the_same_step_a_key_is_pressed_as_often_as_one_likes(hands):
    assert all(hands.tap(after=0.2) for _ in range(5))


def test_another_key_is_meant_at_once(hands):
    hands.press()
    hands.step()
    assert hands.tap("f", after=0.1)


def test_after_a_second_it_is_meant_whatever_was_pressed_in_vain(hands):
    hands.tap()
    hands.step()
    in_vain = [hands.tap(after=0.2) for _ in range(3)]
    assert in_vain == [False] * 3
    assert hands.tap(after=AGAIN_S - 0.7)


def test_the_second_begins_when_it_is_let_go(hands):
    hands.press()
    hands.step()
    hands.let_go(after=3.0)
    assert not hands.tap(after=AGAIN_S - 0.1)
    assert hands.tap(after=0.2)


@pytest.mark.parametrize("flagged", [True, False])
def test_a_key_that_is_still_held_reaches_nothing(hands, flagged):
    """X11 says of some repeats only that they were let go and pressed again."""
    hands.press()
    hands.step(after=0.2)
    for _ in range(60):
        if not flagged:
            hands.let_go(after=0.03)
        assert not hands.press(after=0.03, repeats=flagged)
    hands.let_go()
    assert not hands.tap(after=0.5)


def test_held_on_its_own_step_it_repeats(hands):
    hands.step()
    hands.press(after=0.5)
    assert all(hands.press(after=0.03, repeats=True) for _ in range(3))


def test_what_was_pressed_in_another_window_reaches_nothing(hands):
    assert not hands.press(repeats=True)


def test_a_key_that_was_let_go_elsewhere_is_meant(hands):
    hands.press()
    hands.step()
    hands.guard.forget()
    assert hands.press(after=0.1)


def test_of_a_text_no_letter_is_lost(hands):
    hands.tap("e", types=True)
    hands.step()
    assert hands.tap("e", after=0.2, types=True)
    assert hands.tap("e", after=0.2, types=True)


def test_a_letter_that_is_held_into_a_text_is_not_written(hands):
    hands.press("j")
    hands.step()
    assert not hands.press("j", after=0.5, repeats=True, types=True)


def test_a_clock_that_begins_anew_keeps_nobody_waiting(hands):
    """X11 counts milliseconds in 32 bits."""
    hands.tap()
    hands.step()
    assert hands.tap(after=-9.0)
