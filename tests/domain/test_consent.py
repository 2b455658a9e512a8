"""A yes counts for what was said yes to, and for nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.consent import Consent, said_yes
from coupleapp.domain.couple import Seat

seats = st.sampled_from(Seat)


def test_nobody_has_said_yes_yet():
    assert not Consent().whole


@given(st.lists(st.tuples(seats, st.sampled_from("ab")), min_size=1))
def test_it_is_whole_when_both_said_yes_to_the_same_thing(said):
    consent: Consent[str] = Consent()
    for seat, to in said:
        consent = said_yes(consent, seat, to)
    newest = said[-1][1]
    run = []
    for seat, to in reversed(said):
        if to != newest:
            break
        run.append(seat)
    assert consent == Consent(newest, frozenset(run))
    assert consent.whole == (set(run) == set(Seat))
