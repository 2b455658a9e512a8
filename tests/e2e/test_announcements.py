"""What a screen reader is told by itself: a change of floor, and the end of a pause."""

from collections.abc import Iterator

import pytest
from jeepney import DBusAddress, HeaderFields, MatchRule, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection

from tests.e2e import couple
from tests.e2e.atspi import ANSWER_S, PATIENCE_S, a11y_bus

pytestmark = pytest.mark.e2e

REGISTRY = DBusAddress(
    "/org/a11y/atspi/registry",
    bus_name="org.a11y.atspi.Registry",
    interface="org.a11y.atspi.Registry",
)


@pytest.fixture
def ear(desk) -> Iterator[DBusConnection]:
    """Hears every announcement from here on."""
    bus = a11y_bus(desk.bus)
    wanted = new_method_call(REGISTRY, "RegisterEvent", "s", ("object:announcement",))
    bus.send_and_get_reply(wanted, timeout=ANSWER_S)
    rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement")
    bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=ANSWER_S)
    yield bus
    bus.close()


def heard(bus: DBusConnection) -> str:
    """The next announcement, but that a busy computer opens the notebook slowly."""
    while True:
        message = bus.receive(timeout=PATIENCE_S)
        if message.header.fields.get(HeaderFields.member) == "Announcement":
            words = message.body[3][1]
            if words != "One moment …":
                return words


def test_the_floor_and_the_end_of_a_pause_are_told(start, desk, ear):
    app = start("--speed", "20")
    couple.first_run(app)
    couple.until_speaking(app)
    assert heard(ear) == "Tomas speaks."
    desk.keys("j")
    assert heard(ear) == "Maya says back what was heard."
    desk.keys("d")
    app.screen.press("Begin the pause")
    assert heard(ear) == "The pause is over. Welcome back."
