"""Home is whole without scrolling, whoever they are, whatever the theme and the offer."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtQuick import QQuickItem

from coupleapp.domain.couple import NAME_MAX
from coupleapp.ui.home.offers import HomeOffer, first_offer
from coupleapp.ui.home.props import HomeProps

SIZES = [(1100, 760), (800, 600)]
LONG = "The quiet mornings matter more to me than I knew, and I would like to keep one of them. "
names = st.sampled_from(["Mo", "Wilhelmina", "M" * NAME_MAX, "Anna-Magdalena von der Heide"])
OFFERS = {
    HomeOffer.DATE: {
        "date_question": "This computer says it is Monday, 30 November 2026; the last date Nearer "
        "is sure of is Sunday, 22 November 2026. Is the date right?"
    },
    HomeOffer.WAITING: {"waiting": "Wednesday, 30 September, 19:30: your talk goes on"},
    HomeOffer.SETBACK: {
        "setback": "Your last talk ended early, and that was all right. "
        "What was it trying to protect?"
    },
    HomeOffer.INVITE: {
        "invite": "check_in",
        "invite_words": "A month has gone by. Would you like twenty minutes for the two of you?",
        "invite_yes": "Sit down for it",
    },
    HomeOffer.EXIT: {"exit_words": "Four themes. A good place to rest, or to go on from."},
    HomeOffer.BROUGHT: {"brought": True},
    HomeOffer.OUTSIDE_VIEW: {
        "outside_view": "Is your last talk still with you? Seven minutes alone, from outside."
    },
    HomeOffer.LOGIN: {"login": True},
    HomeOffer.LINE: {"line": "Your last talks ended in a pause. That can happen."},
    HomeOffer.NOTHING: {},
}


@st.composite
def homes(draw) -> HomeProps:
    left, right = draw(names), draw(names)
    theme = draw(
        st.sampled_from(["everyday joys", "hopes, even timid ones", "T" * 18 + " " + "h" * 20])
    )
    props = HomeProps(
        greeting=f"Good afternoon, {left} and {right}",
        theme=f"This week: {theme}",
        intent=draw(st.sampled_from(["To notice the small good things again.", LONG * 3]))
        + f" {left} reads the first question aloud.",
        press=draw(st.sampled_from(["Sit down together", "Sit down once more"])),
        minutes="about 25 minutes",
        quote=draw(st.sampled_from(["", "You put the kettle on.", LONG * 8])),
        quote_by=f"{right}, Wednesday, 30 September",
        tonight=draw(st.sampled_from(["Tonight, a quiet moment at 21:30", ""])),
        tonight_open=draw(st.booleans()),
        while_open=draw(st.booleans()),
        last_evening=draw(st.sampled_from(["", "Last evening stayed quiet. Tonight is new."])),
        coming=draw(
            st.sampled_from(["", "Wednesday, 30 September, 20:00, your next talk · " + "p" * 60])
        ),
        trying=draw(st.sampled_from(["", LONG])),
        left_name=left,
        right_name=right,
        setback_left=True,
        setback_right=True,
        **OFFERS[draw(st.sampled_from(HomeOffer))],
    )
    return replace(props, offer=first_offer(props))


@pytest.mark.parametrize("size", SIZES)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(props=homes())
def test_home_is_whole(house, size, props):
    house.frame.resize(*size)
    house.qtbot.waitUntil(lambda: house.shell.height() == size[1])
    model = house.models.home_model
    model.show(props)
    house.settle()
    page = house.navigation.item.findChild(QQuickItem, "page")
    assert page.property("whole"), page.property("words")
