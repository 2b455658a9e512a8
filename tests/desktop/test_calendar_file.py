"""The calendar file, read back as a calendar would."""

import io
import os
import stat
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from dateutil.tz import tzical
from icalendar import Calendar
from icalendar.prop import vText

from coupleapp.application.coming import Coming, ComingKind
from coupleapp.desktop.calendar_file import calendar_bytes, write_calendar
from coupleapp.domain.couple import Seat
from coupleapp.domain.plans.appointments import Appointment
from coupleapp.domain.plans.rituals import OwnRitual, next_time

NOW = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
WEEK = timedelta(days=7)
TALK = Appointment("t1", NOW + timedelta(days=2), "Küche, am Fenster; oben", "listen\\first")
TEA = OwnRitual(
    id="r1",
    name="Tee: auf der Treppe, zu zweit",
    meaning="The day may stay outside.",
    days=frozenset({0, 4}),
    at=time(20),
    agreed=frozenset(Seat),
    since=NOW,
)
CHANGES = [
    ("Europe/Berlin", "2026-10-25"),
    ("Europe/Berlin", "2027-03-28"),
    ("America/New_York", "2026-11-01"),
    ("America/New_York", "2027-03-14"),
    ("Australia/Lord_Howe", "2026-10-04"),
    ("Australia/Lord_Howe", "2027-04-04"),
    ("Africa/Cairo", "2026-10-29"),
    ("Africa/Cairo", "2027-04-30"),
]


def read(content: bytes) -> Calendar:
    calendar = Calendar.from_ical(content)
    assert calendar.errors == []
    assert all(event.errors == [] for event in calendar.walk())
    return calendar


def written(appointments=(), rituals=(), zone: tzinfo = UTC, now=NOW, *, neutral=False) -> Calendar:
    return read(calendar_bytes(appointments, rituals, zone, now, neutral=neutral))


def test_the_day_of_a_review_and_the_time_of_something_together_are_in_it():
    on = NOW.date() + timedelta(days=9)
    coming = [
        Coming(ComingKind.REVIEW, on, words="Telephones in the hall", key="a1"),
        Coming(ComingKind.TOGETHER, on, NOW + timedelta(days=2), "A walk", key="2026-11-23"),
        Coming(ComingKind.TOGETHER, on, None, "No time yet", key="2026-11-30"),
    ]
    found = read(calendar_bytes([], [], UTC, NOW, neutral=False, coming=coming))
    review, walk = event(found, "review-a1"), event(found, "together-2026-11-23")
    assert len(found.events) == 2
    assert (review["DTSTART"].dt, review["SUMMARY"]) == (
        on,
        "Look again at: Telephones in the hall",
    )
    assert (walk["DTSTART"].dt, walk["SUMMARY"]) == (NOW + timedelta(days=2), "A walk")
    neutral = read(calendar_bytes([], [], UTC, NOW, neutral=True, coming=coming))
    assert {one["SUMMARY"] for one in neutral.events} == {"Time for us two"}


def event(calendar: Calendar, uid: str):
    (found,) = [one for one in calendar.events if one["UID"] == f"{uid}@nearer"]
    return found


def times(calendar: Calendar, uid: str, zone: tzinfo, since: datetime, count: int) -> list:
    """When a calendar shows it, as it understands the rule and this zone."""
    found = event(calendar, uid)
    start = found["DTSTART"].dt.replace(tzinfo=None)
    rule = rrulestr(found["RRULE"].to_ical().decode(), dtstart=start)
    after = since.astimezone(zone).replace(tzinfo=None)
    local = rule.xafter(after, count=count, inc=True)
    return [at.replace(tzinfo=zone).astimezone(UTC) for at in local]


def zone_in_the_file(content: bytes, key: str) -> tzinfo:
    """The zone as a program knows it that has only this file."""
    return tzical(io.StringIO(content.decode())).get(key)


@pytest.mark.parametrize(("key", "day"), CHANGES)
@pytest.mark.parametrize("at", [time(20), time(7, 30), time(0, 15)])
def test_a_ritual_keeps_its_time_of_day_over_the_change_of_the_clocks(key, day, at):
    zone = ZoneInfo(key)
    change = datetime.fromisoformat(day).replace(hour=12, tzinfo=zone)
    ritual = replace(TEA, at=at, days=frozenset({0, 4, 6}))
    content = calendar_bytes([], [ritual], zone, NOW, neutral=True)
    calendar = read(content)

    wanted, now = [], change.astimezone(UTC) - 2 * WEEK
    for _ in range(12):
        wanted.append(next_time(ritual, now, zone))
        now = wanted[-1] + timedelta(minutes=1)
    before, after = wanted[0].astimezone(zone), wanted[-1].astimezone(zone)
    assert before.utcoffset() != after.utcoffset()

    by_name = event(calendar, "r1")["DTSTART"].dt.tzinfo
    assert by_name.key == key
    since = change.astimezone(UTC) - 2 * WEEK
    assert times(calendar, "r1", by_name, since, 12) == wanted
    assert times(calendar, "r1", zone_in_the_file(content, key), since, 12) == wanted
    for shown in wanted:
        local = shown.astimezone(zone)
        if local.date() != change.date():
            assert (local.time(), local.weekday() in ritual.days) == (at, True)


@pytest.mark.parametrize(("key", "day"), CHANGES)
def test_an_appointment_is_the_same_instant_anywhere(key, day):
    zone = ZoneInfo(key)
    noon = datetime.fromisoformat(day).replace(hour=12, tzinfo=zone).astimezone(UTC)
    talks = [Appointment(f"t{n}", noon + n * timedelta(hours=1)) for n in range(-24, 24)]
    calendar = written(talks, zone=zone)
    for talk in talks:
        assert event(calendar, talk.id)["DTSTART"].dt == talk.at


def test_every_zone_that_is_named_is_in_the_file():
    calendar = written([TALK], [TEA], ZoneInfo("America/New_York"))
    assert [zone.tz_name for zone in calendar.timezones] == ["America/New_York"]
    assert calendar.get_missing_tzids() == set()


def test_a_ritual_starts_on_its_first_day_to_come():
    zone = ZoneInfo("Europe/Berlin")
    calendar = written(rituals=[TEA], zone=zone)
    assert event(calendar, "r1")["DTSTART"].dt == datetime(2026, 9, 4, 20, tzinfo=zone)
    assert event(calendar, "r1")["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO,FR"


def test_one_that_begins_in_a_gap_of_the_clock_keeps_its_own_time():
    zone = ZoneInfo("Europe/Berlin")
    night = replace(TEA, days=frozenset({6}), at=time(2, 30))
    now = datetime(2027, 3, 26, tzinfo=UTC)
    calendar = written(rituals=[night], zone=zone, now=now)
    start = event(calendar, "r1")["DTSTART"]
    assert start.to_ical() == b"20270328T023000"
    shown = times(calendar, "r1", start.dt.tzinfo, now, 2)
    assert [at.isoformat()[:16] for at in shown] == ["2027-03-28T01:30", "2027-04-04T00:30"]


def nameless(key: str | None) -> ZoneInfo:
    """Berlin's rules, under the name tzlocal gives a zone that it found without one."""
    with (files("tzdata") / "zoneinfo" / "Europe" / "Berlin").open("rb") as file:
        return ZoneInfo.from_file(file, key=key)


@pytest.mark.parametrize(
    "zone", [timezone(timedelta(hours=2)), nameless(None), nameless("local")], ids=repr
)
def test_in_a_zone_without_a_name_calendars_take_their_own(zone):
    calendar = written([TALK], [TEA], zone)
    start = event(calendar, "r1")["DTSTART"]
    assert start.to_ical() == b"20260904T200000"
    assert start.params == {}
    assert event(calendar, "t1")["DTSTART"].to_ical() == b"20260903T120000Z"
    assert calendar.timezones == []


def test_how_long_and_what_it_is():
    calendar = written([TALK], [TEA], ZoneInfo("Europe/Berlin"))
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert event(calendar, "t1")["DURATION"].dt == timedelta(minutes=45)
    assert event(calendar, "r1")["DURATION"].dt == timedelta(minutes=30)
    for found in calendar.events:
        assert found["DTSTAMP"].dt == NOW
        assert found["CLASS"] == "PRIVATE"
        assert found.alarms.times == []


def test_written_again_it_is_the_same_event():
    zone = ZoneInfo("Europe/Berlin")
    first = written([TALK], [TEA], zone)
    moved = replace(TALK, at=TALK.at + WEEK)
    again = written([moved], [replace(TEA, name="Tea")], zone, NOW + WEEK / 7, neutral=True)
    assert {str(one["UID"]) for one in first.events} == {str(one["UID"]) for one in again.events}
    assert len(first.events) == 2


def test_our_words_come_back_as_they_were():
    calendar = written([TALK], [TEA], ZoneInfo("Europe/Berlin"))
    talk, tea = event(calendar, "t1"), event(calendar, "r1")
    assert (talk["SUMMARY"], talk["LOCATION"]) == ("Our talk", TALK.place)
    assert talk["DESCRIPTION"] == "We will listen\\first"
    assert tea["SUMMARY"] == TEA.name


def test_neutral_words_tell_nothing():
    content = calendar_bytes([TALK], [TEA], ZoneInfo("Europe/Berlin"), NOW, neutral=True)
    for found in read(content).events:
        texts = {name: str(value) for name, value in found.items() if isinstance(value, vText)}
        words = {"UID": texts["UID"], "CLASS": "PRIVATE", "SUMMARY": "Time for us two"}
        assert texts == words
    for word in ("Küche", "listen", "Tee", "Treppe", "outside", "talk"):
        assert word not in content.decode()


def test_a_bare_appointment_has_no_empty_fields():
    (found,) = written([Appointment("t", NOW + WEEK)]).events
    assert "LOCATION" not in found
    assert "DESCRIPTION" not in found


@pytest.mark.parametrize("agreed", [(), (Seat.LEFT,), (Seat.RIGHT,)])
def test_only_what_both_agreed_to(agreed):
    assert written(rituals=[replace(TEA, agreed=frozenset(agreed))]).events == []


def test_what_is_over_is_left_out():
    began = [Appointment("on", NOW - timedelta(minutes=44)), Appointment("over", NOW - WEEK / 7)]
    assert [str(one["UID"]) for one in written(began).events] == ["on@nearer"]


def test_lines_are_as_long_as_the_standard_allows():
    talk = replace(TALK, place="ж" * 120, will="👩‍👩‍👧🏽 " * 12 + "end")
    content = calendar_bytes([talk], [TEA], ZoneInfo("Africa/Cairo"), NOW, neutral=False)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert event(read(content), "t1")["LOCATION"] == "ж" * 120


# -- the file


def test_it_is_written_whole_and_for_its_owner_only(tmp_path):
    path = tmp_path / "ours.ics"
    write_calendar(path, b"first" * 1000)
    write_calendar(path, b"second")
    assert path.read_bytes() == b"second"
    assert [one.name for one in tmp_path.iterdir()] == ["ours.ics"]
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["nowhere/ours.ics", "folder"])
def test_what_cannot_be_written_leaves_nothing_behind(tmp_path, name):
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match=r".+"):
        write_calendar(tmp_path / name, b"x")
    assert [one.name for one in tmp_path.rglob("*")] == ["folder"]


def test_half_a_file_is_never_there(tmp_path, monkeypatch):
    path = tmp_path / "ours.ics"
    path.write_bytes(b"old")

    def full_disk(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_calendar(path, b"new")
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["ours.ics"]
