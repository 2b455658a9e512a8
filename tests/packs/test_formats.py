"""A format is a list of steps: what cannot be played is refused with its line, the others load."""

from pathlib import Path

import pytest

from coupleapp.packs import load_programme
from coupleapp.packs.text import MAX_BYTES
from tests.packs.damage import FOLDER, line_containing, refusal

NAME = "deep_dialogue.toml"
TEXT = (FOLDER / NAME).read_text(encoding="utf-8")
NEWS = (FOLDER / "good_news.toml").read_text(encoding="utf-8")

# What is written instead of what, the line that is named, and a part of the reason.
DAMAGES = {
    "an unknown step": ('kind = "closing_round"', 'kind = "dance"', "“kind” is none of the kinds"),
    "an unknown part": ('kind = "more"', 'kind = "most"', "“kind” is none of the kinds"),
    "a negative time": ("seconds = 45", "seconds = -45", "seconds is -45; it can be 20 to 180"),
    "a time that is no number": ("seconds = 45", 'seconds = "45"', "“seconds” takes a whole"),
    "an endless time": ("seconds = 45", "seconds = 999999999", "seconds is 999999999"),
    "no time to breathe": ("seconds = 60\nlight", "light", "seconds is 0; it can be 20 to 300"),
    "a missing title": (
        'title = "{speaker}: something that matters to you"\n',
        "",
        "a talk needs a title, where no question is read before it",
    ),
    "a missing purpose": (
        TEXT[TEXT.index("purpose =") : TEXT.index("minutes =")],
        "",
        "“purpose” is missing",
    ),
    "an empty text": ('title = "Deep dialogue"', 'title = " "', "“title” is empty"),
    "a way back": (
        'kind = "closing_round"',
        'kind = "closing_round"\nnext = "agree"',
        "“next” is not",
    ),
    "more at the close": (
        'kind = "feeling"',
        'kind = "more"',
        "more is asked within a chunk, not at the close",
    ),
    "heard with nothing said": (
        '[[formats.steps.parts]]\nkind = "say_back"\nseconds = 45\n',
        "",
        "heard comes right after something was said back",
    ),
    "too many chunks": ("chunks = 4", "chunks = 400", "chunks is 400; it can be 1 to 5"),
    "a name of somebody else": ("{listener} asks", "{mother} asks", "Only"),
    "advice that nobody asked for by the speaker": (
        'cue = "Let your own view wait at the door. It comes later."',
        "advice = true",
        "only a talk by the listener can hold advice",
    ),
    "too deep": ("depth = 3", "depth = 6", "“depth” is at most 5"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_cannot_be_played_is_refused(folder: Path, damage: str) -> None:
    old, new, part = DAMAGES[damage]
    assert old in TEXT
    (folder / "good_news.toml").write_text(NEWS, encoding="utf-8")

    refused = refusal(folder, TEXT.replace(old, new, 1), NAME)

    assert part in refused.reason
    assert refused.line is not None
    assert 1 <= refused.line <= TEXT.count("\n") + 2
    assert [kind.id for kind in load_programme(folder).programme.formats] == ["good_news"]


def test_the_line_is_the_one_that_is_wrong(folder: Path) -> None:
    wrong = TEXT.replace('kind = "closing_round"', 'kind = "dance"')
    assert refusal(folder, wrong, NAME).line == line_containing(wrong, "dance")


def test_ten_megabytes_are_refused_unread(folder: Path) -> None:
    padded = TEXT + "# long\n" * (10_000_000 // 7)
    assert len(padded) > MAX_BYTES
    assert refusal(folder, padded, NAME).reason == "This file is larger than 1 MB."


def test_other_encodings_are_refused_with_their_line(folder: Path) -> None:
    raw = TEXT.encode().replace(b"One thing that matters", b"One thing \xe4 matters", 1)
    refused = refusal(folder, raw, NAME)
    assert refused.line == line_containing(TEXT, "One thing that matters")
    assert refused.reason == "A character here is not UTF-8 text."


HEAD = 'schema = 1\n[[formats]]\nid = "mine"\ntitle = "Mine"\npurpose = "To try."\nminutes = 9\n'
TALK = '[[formats.steps]]\nkind = "turns"\n[[formats.steps.parts]]\nkind = "talk"\nseconds = 60\n'
TITLED = TALK + 'title = "{speaker}: one thing"\n'
LEFT = '[[formats.steps]]\nkind = "time_left"\n'
QUESTION = '[[formats.steps]]\nkind = "introduce"\n'


@pytest.mark.parametrize("steps", [TITLED * 4 + LEFT, TITLED + LEFT + TITLED, QUESTION + TALK * 2])
def test_both_may_talk_in_several_steps(folder: Path, steps: str) -> None:
    (folder / "mine.toml").write_text(HEAD + steps, encoding="utf-8")
    result = load_programme(folder)
    assert result.refused == ()
    (kind,) = result.programme.formats
    assert [step.kind for step in kind.steps].count("turns") == steps.count('"turns"')


@pytest.mark.parametrize(
    ("steps", "part"),
    [
        ('[[formats.steps]]\nkind = "write"\nseconds = 420\ntitle = "Write"\n', "alone"),
        ('[[formats.steps]]\nkind = "time_left"\n', "time can only be left after the turns"),
        ('[[formats.steps]]\nkind = "card"\n', "needs a title"),
        ('[[formats.steps]]\nkind = "agree"\ntitle = "No"\n', "has no title"),
        ('[[formats.steps]]\nkind = "turns"\n', "a turn begins with a part that always comes"),
        ("steps = []\n", "“steps” is empty"),
        (TITLED + LEFT + TITLED + LEFT, "a format has one step of kind time_left"),
        (QUESTION + TALK + QUESTION, "a format has one step of kind introduce"),
        ('[[formats.steps]]\nkind = "topic"\n', "come all, once each, in their order"),
        ('[[formats.steps]]\nkind = "lists"\nseconds = 20\n', "it can be 180 to 600"),
        (TITLED + TALK + QUESTION, "a talk needs a title, where no question is read before it"),
    ],
)
def test_steps_that_do_not_belong_together_are_refused(folder: Path, steps: str, part: str) -> None:
    assert part in refusal(folder, HEAD + steps, "mine.toml").reason
