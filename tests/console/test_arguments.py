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
from coupleapp.console.cli import _parser, main
from coupleapp.console.output import say, shown, sorry
from tests.console.every_command import COMMANDS, LONGEST_S, TRIED

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


def commands(parser: argparse.ArgumentParser) -> Iterator[str]:
    """The name of every command, ``pack check`` for one."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                yield from (f"{name} {verb}" for verb in list(commands(below)) or [""])


def test_every_command_is_tried_below():
    tried = {name for name, *_ in COMMANDS}
    assert tried == {"--self-test", *(name.strip() for name in commands(_parser()))}


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
    refused = ""
    try:
        kind(text)
    except argparse.ArgumentTypeError as error:
        refused = str(error)
    assert refused == shown(refused)


@pytest.mark.parametrize(
    "typed",
    [
        ("--now=--",),
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


ORDINARY = [
    "Screenshot 10.00\u202fAM.db",
    "no\u00a0break.db",
    "👩\u200d👩\u200d👧.db",
    "می\u200cخواهم.db",
    "日" * 90,
    "caf\udce9.db",
    "a\tb",
]
"""As macOS names pictures, as families and Persians write, and as a disk from long ago has it."""


@pytest.mark.parametrize("kind", [arguments.folder, arguments.file])
@pytest.mark.parametrize("name", ORDINARY)
def test_an_ordinary_name_is_taken(kind, name):
    assert str(kind(f"/home/{name}/{name}")) == f"/home/{name}/{name}"


@pytest.mark.parametrize("kind", [arguments.folder, arguments.file])
@pytest.mark.parametrize("letter", ["\n", "\r", "\0"])
def test_a_line_end_in_a_name_is_not(kind, letter):
    with pytest.raises(argparse.ArgumentTypeError, match="without line ends"):
        kind(f"a{letter}b")


@pytest.mark.parametrize("out", [lambda text: say("well", text), sorry])
def test_what_is_said_of_a_name_is_harmless(out, capfd):
    out("\x1b[31m\u202e\r\udce9\x9b \u200d\u202fAM")
    assert "".join(capfd.readouterr()).endswith("?[31m???? \u200d\u202fAM\n")


def test_two_dashes_are_refused_where_they_are_no_name(capsys):
    typed = ("doctor", "--data-dir=--")
    if _parser().parse_args(typed).data_dir:
        pytest.skip("a newer argparse takes a folder that is called so")
    with pytest.raises(SystemExit) as ended:
        main(typed)
    assert ended.value.code == 2
    assert "argument --data-dir: " in capsys.readouterr().err


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
        timeout=LONGEST_S * 5,
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == len(TRIED)
    for typed, code, said in told:
        assert code in (0, 1, 2), (typed, code, said)
        assert "Traceback" not in said, (typed, said)
        assert "Something inside Nearer" not in said, (typed, said)
        assert code == 0 or said, typed
