"""Agreements over a real store: looked at again, decided together, left, taken up, deleted."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coupleapp.application.agreements import Agreements, review_dates
from coupleapp.application.ports import KeptKind, StoreDamaged, StoreError
from coupleapp.domain.agreements import rules as r
from coupleapp.domain.agreements.agreement import TrialRefused, words_of
from coupleapp.domain.agreements.life import AgreementEnded, How, Status
from coupleapp.domain.agreements.review import Finding, Shift
from coupleapp.domain.agreements.rules import AgreementFault, AgreementRefusal
from coupleapp.domain.needs.guarded import BelongsToEachAlone
from coupleapp.domain.words.lines import LineRefused
from coupleapp.store.agreements import add_agreement
from tests.application.hands import write_protected
from tests.domain.agreements.agreeing import BOTH, GOOD, LEFT, NOW, RIGHT, TEA, TENSE

DAY = 86_400
WALK = replace(TEA, id="a2", when="on Sundays", review_on=date(2026, 12, 3))


@pytest.fixture
def agreements(store, clock):
    with store.database.transaction() as work:
        add_agreement(work, TEA)
        add_agreement(work, WALK)
    return Agreements(store.agreements, clock)


@pytest.fixture
def reviewed(agreements, clock):
    """Two weeks later both have reviewed the first."""
    clock.pass_time(14 * DAY)
    for seat, answer in ((RIGHT, TENSE), (LEFT, GOOD)):
        agreements.do("a1", r.Answer(seat, answer))
    return agreements


def life(agreements, key="a1"):
    return next(one for one in agreements.all() if one.agreement.id == key)


def test_when_it_is_a_good_time_the_longest_first(agreements, clock):
    assert agreements.due() == ()
    clock.pass_time(10 * DAY)
    assert [one.agreement.id for one in agreements.due()] == ["a2"]
    clock.pass_time(90 * DAY)
    assert [one.agreement.id for one in agreements.due()] == ["a2", "a1"]
    assert review_dates(agreements.all()) == (TEA.review_on, WALK.review_on)


def test_what_was_done_is_there_when_it_is_read_again(reviewed):
    found = life(reviewed)
    assert found.finding == Finding(fitted=False, shift=Shift.MIXED)
    after = reviewed.do("a1", r.Keep(BOTH, 7))
    assert after == life(reviewed)
    assert (after.review_on, after.sealed) == (date(2026, 12, 14), ())
    assert life(reviewed, "a2").past == ()


def test_both_give_it_other_words(reviewed, clock):
    words = replace(words_of(TEA), when=" on\nSundays ", left_will="light the lamp")
    after = reviewed.reword(TEA, words, 30, BOTH)
    assert after == life(reviewed)
    assert (after.agreement.when, after.agreement.left.will) == ("on Sundays", "light the lamp")
    assert after.agreement.made_at == clock.now()
    assert after.review_on == date(2027, 1, 6)
    assert [past.agreement for past in after.past] == [TEA]


@pytest.mark.parametrize(
    ("words", "days", "refusal"),
    [
        (replace(words_of(TEA), when=" "), 14, LineRefused),
        (replace(words_of(TEA), right_will="x" * 121), 14, LineRefused),
        (words_of(TEA), 31, TrialRefused),
    ],
)
def test_words_that_cannot_be_leave_the_old_ones(reviewed, words, days, refusal):
    before = reviewed.all()
    for attempt in (
        lambda: reviewed.check(TEA, words, days),
        lambda: reviewed.reword(TEA, words, days, BOTH),
    ):
        with pytest.raises(refusal):
            attempt()
    assert reviewed.all() == before


@pytest.mark.parametrize(
    "words",
    [
        replace(words_of(TEA), when="You stop seeing your friends"),
        replace(words_of(TEA), left_will="light the lamp if Tomas stops seeing his brother"),
        replace(words_of(TEA), right_honours="you give me your phone"),
    ],
)
def test_nobody_is_asked_to_give_way_in_what_is_theirs_alone(reviewed, words):
    before = reviewed.all()
    with pytest.raises(BelongsToEachAlone):
        reviewed.check(TEA, words, 14, ("Maya", "Tomas"))
    with pytest.raises(BelongsToEachAlone):
        reviewed.reword(TEA, words, 14, BOTH, ("Maya", "Tomas"))
    assert reviewed.all() == before


def test_one_alone_gives_it_no_other_words(reviewed):
    words = replace(words_of(TEA), when="every night")
    before = reviewed.all()
    reviewed.check(TEA, words, 14)
    for by in (frozenset({LEFT}), frozenset({RIGHT})):
        assert reviewed.reword(TEA, words, 14, by) == AgreementRefusal(AgreementFault.BOTH_SAY_YES)
    assert reviewed.all() == before


def test_what_the_rules_refuse_is_not_written(agreements, store):
    before = store.agreements.logs()
    assert agreements.do("a1", r.End(BOTH)) == AgreementRefusal(AgreementFault.ANSWERS_FIRST)
    assert agreements.do("a1", r.TakeUp(BOTH, 14)) == AgreementRefusal(AgreementFault.NOT_PARKED)
    assert store.agreements.logs() == before


def test_what_cannot_be_written_has_not_happened(reviewed, store):
    before = reviewed.all()
    with write_protected(store):
        for command in (r.Keep(BOTH, 14), r.Leave()):
            with pytest.raises(StoreError):
                reviewed.do("a1", command)
        with pytest.raises(StoreError):
            reviewed.reword(TEA, words_of(TEA), 14, BOTH)
    assert reviewed.all() == before


def test_left_parked_and_taken_up(reviewed, clock):
    parked = reviewed.do("a1", r.Park(BOTH))
    left = reviewed.do("a2", r.Leave())
    assert (parked.status, left.status) == (Status.PARKED, Status.OVER)
    assert reviewed.running() == ()
    assert review_dates(reviewed.all()) == (), "nothing is reminded of"
    clock.pass_time(100 * DAY)
    taken = reviewed.do("a1", r.TakeUp(BOTH, 14))
    assert taken.review_on == (clock.now() + timedelta(days=14)).date()
    assert reviewed.running() == (taken,)


def test_only_what_is_over_is_deleted(reviewed):
    for one in reviewed.all():
        with pytest.raises(ValueError, match="over"):
            reviewed.delete(one)
    ended = reviewed.do("a1", r.End(BOTH))
    assert [past.how for past in ended.past] == [How.ENDED]
    reviewed.delete(ended)
    assert [one.agreement.id for one in reviewed.all()] == ["a2"]


def test_what_is_not_there_any_more_is_refused(agreements, store):
    agreements.delete(agreements.do("a1", r.Leave()))
    for command in (r.Leave(), r.Answer(LEFT, GOOD), r.Keep(BOTH, 14)):
        assert agreements.do("a1", command) == AgreementRefusal(AgreementFault.NOT_THERE)
    assert [log.agreement_id for log in store.agreements.logs()] == ["a2"]


def test_a_log_that_cannot_be_stands_in_the_way_of_no_other(agreements, store, caplog):
    store.agreements.append("a1", 1, AgreementEnded(NOW, Finding(fitted=True, shift=Shift.LESS)))
    assert life(agreements).status is Status.OVER
    store.agreements.append("a1", 2, AgreementEnded(NOW, Finding(fitted=True, shift=Shift.LESS)))
    assert [one.agreement.id for one in agreements.all()] == ["a2"]
    assert [one.agreement.id for one in agreements.running()] == ["a2"]
    assert "a row of agreement cannot be read, it is left aside: ImpossibleLifeError" in caplog.text
    assert TEA.when not in caplog.text
    assert store.left_aside([KeptKind.AGREEMENTS]) == 1
    with pytest.raises(StoreDamaged):
        agreements.do("a1", r.Leave())
