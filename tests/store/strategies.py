"""Any event a session can hold."""

from datetime import UTC, datetime
from typing import get_type_hints

from hypothesis import strategies as st

from coupleapp.domain.couple import Seat
from coupleapp.domain.formats import StepKind, StepSpec
from coupleapp.domain.guided_session import Event, Moment, Plan, PromptCard

utc = st.datetimes(timezones=st.just(UTC))
clocks = st.floats(min_value=0, max_value=1e9)

_UNTIMED = sorted(set(StepKind) - {StepKind.TURNS, StepKind.BREATHE, StepKind.LAST_BREATH})

steps = st.one_of(
    st.builds(StepSpec, st.sampled_from(_UNTIMED), light=st.booleans()),
    st.builds(StepSpec, st.just(StepKind.BREATHE), st.integers(20, 300), light=st.booleans()),
    st.builds(StepSpec, st.just(StepKind.LAST_BREATH), st.integers(5, 60), light=st.booleans()),
    st.builds(
        StepSpec,
        st.just(StepKind.TURNS),
        speak_s=st.just(0) | st.integers(30, 180),
        mirror_s=st.just(0) | st.integers(20, 90),
        chunks=st.integers(1, 5),
        repair_rounds=st.integers(1, 3),
        grace_s=st.integers(5, 60),
        light=st.booleans(),
    ),
)

_BY_TYPE: dict[object, st.SearchStrategy[object]] = {
    datetime: utc,
    datetime | None: st.none() | utc,
    Moment: st.builds(Moment, utc, clocks),
    Plan: st.builds(
        Plan,
        st.text(),
        st.text(),
        st.lists(steps, min_size=1, max_size=5).map(tuple),
        st.sampled_from(Seat),
        st.sampled_from(Seat),
        st.from_type(PromptCard),
    ),
}


def events_of(kind: type[Event]) -> st.SearchStrategy[Event]:
    fields = {
        name: _BY_TYPE.get(hint, st.from_type(hint)) for name, hint in get_type_hints(kind).items()
    }
    return st.builds(kind, **fields)
