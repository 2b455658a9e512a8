"""Whether Nearer is seen in screenshots, on the page of the lock."""

import pytest

from coupleapp.desktop.screen_capture import ScreenCapture
from tests.application.hands import write_protected


class System:
    """One that can leave windows out, unless it refuses."""

    def __init__(self) -> None:
        self.out: dict[int, bool] = {}
        self.refuses = False

    def __call__(self, window: int, left_out: bool) -> bool:
        if not self.refuses:
            self.out[window] = left_out
        return not self.refuses


@pytest.fixture
def told(build):
    system = System()
    house = build(leave=system)
    house.use.couples.begin("Maya", "Tomas", None)
    house.turn_to("lock")
    return house, system


def test_it_is_left_out_until_they_want_it_seen(told, build):
    house, system = told
    assert system.out == {house.frame.winId(): True}
    house.click("Show it")
    assert system.out == {house.frame.winId(): False}
    assert house.store.couple.settings().in_captures
    again = build(leave=system)
    again.turn_to("lock")
    assert system.out[again.frame.winId()] is False
    again.click("Leave Nearer out")
    assert system.out[again.frame.winId()] is True


def test_a_locked_notebook_is_left_out_as_well(build):
    system = System()
    house = build(leave=system, opens=False)
    house.qtbot.waitUntil(lambda: system.out == {house.frame.winId(): True})


def test_the_small_window_is_left_out_as_well(told):
    house, system = told
    house.open_evening()
    assert system.out == dict.fromkeys((house.frame.winId(), house.small_window.winId()), True)


def test_what_the_system_refuses_is_said(told):
    house, system = told
    assert not house.says("Your system did not do that")
    system.refuses = True
    house.turn_to("home")
    house.turn_to("lock")
    house.wait_for("pictures of the screen may still show Nearer")
    house.click("Show it")
    house.wait_for("pictures of the screen may still leave Nearer out")
    system.refuses = False
    house.click("Leave Nearer out")
    house.qtbot.waitUntil(lambda: not house.says("Your system did not do that"))


def test_what_cannot_be_kept_is_not_done(told):
    house, system = told
    with write_protected(house.store):
        house.click("Show it")
    assert system.out == {house.frame.winId(): True}
    assert house.says("may not write to its folder")


def test_nothing_is_offered_where_the_system_cannot(house):
    house.turn_to("lock")
    assert not house.says("Screenshots and shared screens")
    assert not ScreenCapture(None).available
