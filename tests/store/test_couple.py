from dataclasses import replace
from datetime import date, time

import pytest
from sqlalchemy import text

from coupleapp.application.ports import StoreDamaged
from coupleapp.domain.calm.breath_choices import BreathChoices, OwnPattern
from coupleapp.domain.calm.breathing import BreathPattern
from coupleapp.domain.calm.comfort import Comfort
from coupleapp.domain.couple import Both, Couple, Seat
from coupleapp.domain.keys import KeyChoices, KeyPlace, SessionKey
from coupleapp.domain.settings import Appearance, Motion, Settings
from coupleapp.store import Store

COUPLE = Couple("Noa", "Adél", date(2026, 11, 23))
CHOSEN = Settings(
    time(22, 5), 1.5, Appearance.CONTRAST, Motion.REDUCED, sound=False, timers=False, speak_s=60
)


def _write(store: Store, sql: str) -> None:
    with store.database.transaction() as work:
        work.connection().execute(text(sql))


def test_nobody_at_first(store: Store):
    assert store.couple.couple() is None
    assert store.couple.settings() == Settings()


KEYS = KeyChoices(on=False).moved(SessionKey.PAUSE_RIGHT, KeyPlace.SEMICOLON)
IN_THEIR_WORDS = Settings(
    breath=BreathChoices(opening_minutes=5)
    .with_own(OwnPattern("Sea", BreathPattern(2.5, 3, 0, 0.5)))
    .wishing("own:Sea")
    .saying_yes(Seat.RIGHT),
    comforts=Both(Comfort("the grey stone", ""), Comfort("", "the lake")),
)


@pytest.mark.parametrize(
    "settings",
    [CHOSEN, Settings(), Settings(evening=None), Settings(keys=KEYS), IN_THEIR_WORDS],
)
def test_both_come_back_as_they_were(store: Store, settings: Settings):
    store.couple.save(COUPLE, settings)

    assert store.couple.couple() == COUPLE
    assert store.couple.settings() == settings
    assert isinstance(store.couple.settings().motion, Motion)


def test_the_last_choice_counts(store: Store):
    store.couple.save(COUPLE, CHOSEN)
    renamed = Couple("Adél", "Noa", COUPLE.since)

    store.couple.save(renamed, Settings())

    assert store.couple.couple() == renamed
    assert store.couple.settings() == Settings()


def test_only_what_was_chosen_anew_is_written(store: Store):
    def written() -> int:
        with store.database.transaction() as work:
            return work.connection().execute(text("SELECT total_changes()")).scalar_one()

    store.couple.save(COUPLE, CHOSEN)
    before = written()
    store.couple.save(COUPLE, replace(CHOSEN, evening=time(20, 45)))
    assert written() == before + 1


def test_a_choice_an_older_nearer_did_not_know_has_its_default(store: Store):
    store.couple.save(COUPLE, CHOSEN)

    _write(store, "DELETE FROM setting WHERE name = 'speak_s'")
    _write(store, "INSERT INTO setting VALUES ('no_longer_there', '1')")

    assert store.couple.settings().speak_s == Settings().speak_s
    assert store.couple.settings().text_scale == 1.5


def test_a_file_from_before_keys_could_be_chosen_has_the_first_ones(store: Store):
    store.couple.save(COUPLE, Settings(keys=KEYS))

    _write(store, "DELETE FROM setting WHERE name = 'keys'")

    assert store.couple.settings().keys == KeyChoices()


def test_a_key_that_an_older_nearer_did_not_know_is_where_it_was_at_first(store: Store):
    store.couple.save(COUPLE, Settings(keys=KEYS))

    _write(store, """UPDATE setting SET value = '{"own_left": "KeyQ"}' WHERE name = 'keys'""")

    assert store.couple.settings().keys == KeyChoices(own_left=KeyPlace.KEY_Q)


@pytest.mark.parametrize(
    "value", ['{"own_left": "KeyJ"}', '{"own_left": "Digit1"}', '{"own_left": "Nowhere"}']
)
def test_keys_that_cannot_be_are_damage(store: Store, value: str):
    store.couple.save(COUPLE, CHOSEN)

    _write(store, f"UPDATE setting SET value = '{value}' WHERE name = 'keys'")  # noqa: S608

    with pytest.raises(StoreDamaged):
        store.couple.settings()


@pytest.mark.parametrize("value", ["'9'", "'not JSON'", "'\"fast\"'"])
def test_a_choice_out_of_range_is_damage(store: Store, value: str):
    store.couple.save(COUPLE, CHOSEN)

    _write(store, f"UPDATE setting SET value = {value} WHERE name = 'speak_s'")  # noqa: S608

    with pytest.raises(StoreDamaged):
        store.couple.settings()


def test_a_name_that_is_none_is_damage(store: Store):
    store.couple.save(COUPLE, CHOSEN)

    _write(store, "UPDATE couple SET \"left\" = ''")

    with pytest.raises(StoreDamaged):
        store.couple.couple()


OWN = """{"pattern": "own:Sea", "own": [{"name": "Sea", "pattern": {"in_s": 5.5, "out_s": 8.0,
    "hold_in_s": 4.0, "hold_out_s": 4.0, "again_s": 0.0}}], "variant": "still", "words": true,
    "tone": true, "colour": false, "voice": false, "minutes": 5, "cautioned": true,
    "hold_cautioned": true}"""


def _has_chosen(store: Store, breath: str) -> BreathChoices:
    store.couple.save(COUPLE, CHOSEN)
    _write(store, f"UPDATE setting SET value = '{breath}' WHERE name = 'breath'")  # noqa: S608
    return store.couple.settings().breath


def test_a_rhythm_that_was_allowed_once_is_brought_to_the_nearest_one(store: Store):
    chosen = _has_chosen(store, OWN)

    assert chosen.chosen == BreathPattern(5.5, 8, 1, 1)
    assert (chosen.pattern, chosen.minutes, chosen.colour) == ("own:Sea", 5, False)


@pytest.mark.parametrize("pattern", ["box", "own:Sea"])
def test_what_was_chosen_once_stays_their_own_and_leaves_their_talks(store: Store, pattern: str):
    chosen = _has_chosen(store, OWN.replace('"pattern": "own:Sea"', f'"pattern": "{pattern}"'))

    assert (chosen.pattern, chosen.talks) == (pattern, "slow")
    assert chosen.unread("slow") == tuple(Seat)


@pytest.mark.parametrize(
    "damage", ['"own": 7', '"own": [7]', '"own": [{"name": "Sea", "pattern": {"in_s": "four"}}]']
)
def test_a_rhythm_that_is_none_is_damage(store: Store, damage: str):
    with pytest.raises(StoreDamaged):
        _has_chosen(store, "{" + damage + "}")
