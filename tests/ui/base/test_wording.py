"""Times and dates as people say, and type, them."""

import errno
import os
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from PySide6.QtCore import QLocale

from coupleapp.application import ports
from coupleapp.domain.couple import NameFault, NameRefused
from coupleapp.domain.notebook import TEXT_MAX, TextFault, TextRefused
from coupleapp.ui.base import wording
from coupleapp.ui.base.trouble_model import derive_trouble_props

TODAY = date(2026, 11, 23)


@pytest.fixture(params=["C", "en_US", "de_DE", "ar_EG"])
def language(request):
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


@pytest.fixture
def english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0:00"),
        (-3, "0:00"),
        (0.01, "0:01"),
        (1, "0:01"),
        (59.2, "1:00"),
        (60, "1:00"),
        (521.5, "8:42"),
        (3600, "1:00:00"),
        (86399.1, "24:00:00"),
    ],
)
def test_countdown(seconds, shown):
    assert wording.countdown(seconds) == shown


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("21:30", 21, 30),
        (" 21:30 ", 21, 30),
        ("21.30", 21, 30),
        ("21h30", 21, 30),
        ("9:05", 9, 5),
        ("09:05", 9, 5),
        ("9:30 pm", 21, 30),
        ("9:30pm", 21, 30),
        ("9:30 PM", 21, 30),
        ("9.30 p.m.", 21, 30),
        ("12:15 am", 0, 15),
        ("12 pm", 12, 0),
        ("9 pm", 21, 0),
        ("9pm", 21, 0),
        ("21", 21, 0),
        ("21h", 21, 0),
        ("0:00", 0, 0),
        ("23:59", 23, 59),
        ("٢١:٣٠", 21, 30),
    ],
)
def test_a_time_as_people_type_it(qapp, text, hour, minute):
    at = wording.parse_time(text)
    assert at is not None, text
    assert (at.hour(), at.minute()) == (hour, minute)


@pytest.mark.parametrize(
    "text", ["", " ", "25:00", "21:60", "24:00", "after supper", "21:30:99", "-1", "9:30 xm", "🦊"]
)
def test_what_is_no_time(qapp, text):
    assert wording.parse_time(text) is None


@pytest.mark.parametrize("at", [time(0), time(9, 5), time(12), time(13, 30), time(23, 59)])
def test_what_we_write_we_can_read(qapp, language, at):
    read = wording.parse_time(wording.short_time(at))
    assert read is not None, wording.short_time(at)
    assert (read.hour(), read.minute()) == (at.hour, at.minute)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "Today"),
        (-1, "Yesterday"),
        (1, "Tomorrow"),
        (2, "Wednesday, 25 November"),
        (-2, "Saturday, 21 November"),
        (-299, "Wednesday, 28 January"),
        (-300, "27 January 2026"),
        (400, "28 December 2027"),
    ],
)
def test_a_day_as_one_says_it(english, days, said):
    on = TODAY + timedelta(days=days)
    assert wording.day(on, TODAY) == said
    small = said.lower() if abs(days) < 2 else said
    assert wording.day_mid_sentence(on, TODAY) == small


def test_a_moment_is_said_in_the_zone_of_the_couple(english):
    at = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    east = timezone(timedelta(hours=2))
    assert wording.day_and_time(at, UTC, TODAY) == "Today, 23:30"
    assert wording.day_and_time(at, east, TODAY) == "Tomorrow, 01:30"
    assert wording.day_and_time_mid_sentence(at, east, TODAY) == "tomorrow, 01:30"
    there = wording.local_datetime(TODAY, wording.parse_time("1:30"), east)
    assert there.astimezone(UTC) == datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


def all_of(error: type[Exception]) -> list[type[Exception]]:
    return [error, *(below for kind in error.__subclasses__() for below in all_of(kind))]


@pytest.mark.parametrize("error", all_of(ports.StoreError), ids=lambda e: e.__name__)
def test_every_known_trouble_has_words(qapp, error):
    while_open = wording.store_trouble(error("internal words"))
    at_start = derive_trouble_props(error("internal words"), "/folder")
    for words in (while_open, at_start.title, at_start.words):
        assert words.strip()
        assert "internal words" not in words
    assert at_start.folder == "/folder"
    assert "still" in while_open, "it says that nothing was lost"


def test_the_troubles_are_told_apart(qapp):
    kinds = [ports.StoreFull, ports.StoreReadOnly, ports.StoreLocked, ports.StoreError]
    assert len({wording.store_trouble(kind()) for kind in kinds}) == len(kinds)
    at_start = [*kinds, ports.StoreTooNew, ports.StoreDamaged, ports.KeyMissing]
    assert len({derive_trouble_props(kind(), "").words for kind in at_start}) == len(at_start)


GONE = [errno.ENOENT, errno.ELOOP, errno.ENODEV, errno.ENOTCONN]


def at_start(number: int) -> str:
    return derive_trouble_props(OSError(number, os.strerror(number)), "").words


@pytest.mark.parametrize("number", GONE, ids=errno.errorcode.get)
def test_a_folder_that_is_out_of_reach_is_named(qapp, number):
    assert "use its folder" in at_start(number)


@pytest.mark.parametrize("error", [OSError(errno.EINVAL, ""), TimeoutError(), BrokenPipeError()])
def test_what_is_not_about_the_folder_is_not_called_so(qapp, error):
    assert derive_trouble_props(error, "") == derive_trouble_props(KeyError(), "")


def test_a_name_that_is_too_long_is_told_apart(qapp):
    words = at_start(errno.ENAMETOOLONG)
    assert "shorter" in words
    assert "folder" not in words


def test_every_fault_of_a_name_or_a_text_has_its_words(qapp):
    names = {wording.name_trouble(NameRefused(fault)) for fault in NameFault}
    assert len(names) == len(NameFault)
    texts = {wording.text_trouble(TextRefused(fault, TEXT_MAX + 1)) for fault in TextFault}
    assert len(texts) == len(TextFault)
    assert not any("{" in words for words in names | texts)
