"""Whatever is typed on the command line, the answer is one calm sentence, and an exit code."""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.console import arguments
from coupleapp.console.arguments import shown
from coupleapp.console.cli import _parser, main
from tests.console.every_command import COMMANDS, PLACES

KINDS = [getattr(arguments, name) for name in ("moment", "speed", "zone", "word", "folder", "file")]
LONG = "x" * 5000
HOSTILE = [
    "",
    " ",
    "\n",
    "a\nb",
    "\x1b[31m",
    "\x00",
    "\udcff",
    "\ud800",
    LONG,
    "-1",
    "--",
    "/",
    "..",
]


def takes(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every option and word of every command that takes what somebody types."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from takes(below)
        elif action.nargs != 0:
            yield action


def test_every_option_is_of_a_kind_that_is_tried_below():
    found = list(takes(_parser()))
    assert len(found) > 25
    assert [one.dest for one in found if one.type not in KINDS and not one.choices] == []


@given(
    kind=st.sampled_from(KINDS),
    text=st.sampled_from(HOSTILE)
    | st.text(st.characters(codec=None, exclude_categories=()), max_size=40)
    | st.datetimes().map(lambda at: at.isoformat())
    | st.floats().map(str),
)
def test_every_kind_takes_it_or_says_why_not(kind, text):
    try:
        said = str(kind(text))
    except argparse.ArgumentTypeError as error:
        said = str(error)
    assert said == shown(said)


@pytest.mark.parametrize(
    "typed",
    [
        ("--now=--",),
        ("doctor", "--data-dir=--"),
        *((text,) for text in HOSTILE),
        ("pack", LONG),
        ("--\x1b[31m",),
    ],
)
def test_what_is_no_option_is_repeated_in_one_short_line(typed, capsys):
    with pytest.raises(SystemExit) as ended:
        main(typed)
    assert ended.value.code == 2
    *_, said = capsys.readouterr().err.splitlines()
    assert said == shown(said, 400)
    assert "argument :" not in said


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="it has other odd places")
def test_every_command_over_odd_places(tmp_path):
    """A file for a folder, a device, a link to itself: nothing crashes, hangs or is replaced."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.console.every_command", str(tmp_path)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == len(COMMANDS) * len(PLACES)
    for typed, code, said in told:
        assert code in (0, 1, 2), (typed, code, said)
        assert "Traceback" not in said, (typed, said)
        assert "Something inside Nearer" not in said, (typed, said)
        assert code == 0 or said, typed
