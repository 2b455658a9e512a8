"""A refusal says which line and why, in one sentence."""

import tomllib
from pathlib import Path

import pytest

from coupleapp.packs.lines import line_of
from tests.packs.damage import (
    FIRST_LISTENER,
    FIRST_TEXT,
    FOLDER,
    TEXT,
    changed,
    line_containing,
    refusal,
)

SYNTAX = {
    "no closing quote": (FIRST_TEXT, FIRST_TEXT[:-1], "A closing quote is missing here."),
    "no equals sign": (FIRST_TEXT, FIRST_TEXT.replace(" =", ""), "An equals sign is missing here."),
    "no quotes": (
        FIRST_TEXT,
        "text = Where were you?",
        "A value is missing here, or it is not in quotes.",
    ),
    "a backslash": (
        FIRST_TEXT,
        'text = "A \\door."',
        "A backslash here means nothing; leave it out.",
    ),
    "twice": (
        FIRST_LISTENER,
        "depth = 2",
        "The same entry stands here twice.",
    ),
}


@pytest.mark.parametrize("kind", SYNTAX)
def test_bad_toml_is_refused_with_its_line(folder: Path, kind: str) -> None:
    old, new, reason = SYNTAX[kind]
    refused = refusal(folder, changed(old, new))
    assert (refused.line, refused.reason) == (line_containing(TEXT, old), reason)


def test_an_open_bracket_is_refused_with_its_line(folder: Path) -> None:
    refused = refusal(folder, changed("[[themes.prompts]]", "[[themes.prompts]"))
    assert refused.line == line_containing(TEXT, "[[themes.prompts]]")
    assert refused.reason == "A closing bracket is missing here."


def test_a_text_without_end_is_refused_at_the_last_line(folder: Path) -> None:
    refused = refusal(folder, TEXT + 'more = """and so on\n')
    assert refused.line == len(TEXT.splitlines()) + 1
    assert refused.reason == "A closing quote is missing here."


CONTENT = {
    "unknown key": (FIRST_TEXT, f'{FIRST_TEXT}\ncolour = "red"', 1, "“colour” is not known here."),
    "misspelt key": (
        FIRST_TEXT,
        FIRST_TEXT.replace("text", "txet"),
        0,
        "“txet” is not known here.",
    ),
    "words for a number": ("depth = 2", 'depth = "2"', 0, "“depth” takes a whole number."),
    "truth for a number": ("depth = 2", "depth = true", 0, "“depth” takes a whole number."),
    "too deep": ("depth = 2", "depth = 6", 0, "“depth” is at most 5."),
    "not deep": ("depth = 2", "depth = 0", 0, "“depth” is at least 1."),
    "number for words": (FIRST_TEXT, "text = 7", 0, "“text” takes words in quotes."),
    "empty": (FIRST_TEXT, 'text = ""', 0, "“text” is empty."),
    "blank": (FIRST_TEXT, 'text = "   "', 0, "“text” is empty."),
    "too long": (FIRST_TEXT, f'text = "{"o" * 111}"', 0, "“text” is longer than 110 characters."),
    "two questions": (
        FIRST_TEXT,
        'text = "Who? And where?"',
        0,
        "A prompt asks one question at a time.",
    ),
    "markup": (
        FIRST_TEXT,
        'text = "A <img src=x> door."',
        0,
        "A text here holds <, >, a line break or a hidden character; leave it out.",
    ),
    "text turned round": (
        FIRST_TEXT,
        'text = "A \\u202Edoor."',
        0,
        "A text here holds <, >, a line break or a hidden character; leave it out.",
    ),
    "id of nobody": (
        'id = "memories.smell"',
        'id = "joys.smell"',
        0,
        "The id of a prompt here begins with “memories.”.",
    ),
    "id in capitals": (
        'id = "memories.smell"',
        'id = "Memories.Smell"',
        0,
        "“id” takes small letters, digits and underscores.",
    ),
    "taken by the prompt above": (
        'id = "memories.missing_photo"',
        'id = "memories.smell"',
        0,
        "“memories.smell” stands twice in this file.",
    ),
    "week of another": ("week = 2", "week = 1", 0, "“week 1” is already taken by another file."),
    "from the future": (
        "schema = 1",
        "schema = 2",
        0,
        "The file was made for another version of Nearer.",
    ),
}


@pytest.mark.parametrize("kind", CONTENT)
def test_wrong_content_is_refused_with_its_line(folder: Path, kind: str) -> None:
    old, new, below, reason = CONTENT[kind]
    refused = refusal(folder, changed(old, new))
    assert (refused.line, refused.reason) == (line_containing(TEXT, old) + below, reason)


def test_a_missing_text_is_refused_at_its_table(folder: Path) -> None:
    refused = refusal(folder, changed(FIRST_TEXT + "\n", ""))
    assert refused.line == line_containing(TEXT, "[[themes.prompts]]")
    assert refused.reason == "“text” is missing here."


def test_a_missing_text_further_down_is_refused_at_its_own_table(folder: Path) -> None:
    listener = 'listener = "Ask where they were when it played."\n'
    refused = refusal(folder, changed(listener, ""))
    eighth = line_containing(TEXT, "[[themes.prompts]]", nth=8)
    assert (refused.line, refused.reason) == (eighth, "“listener” is missing here.")


def test_a_theme_without_prompts_is_refused(folder: Path) -> None:
    refused = refusal(folder, TEXT[: TEXT.index("[[themes.prompts]]")])
    assert (refused.line, refused.reason) == (3, "“prompts” is missing here.")


OTHERS = {
    "groundings.toml": ("seconds = 80", "seconds = 81", "the steps take 80 seconds"),
    "feelings.toml": ('id = "happy"', 'id = "glad"', "“glad” stands twice"),
    "rests.toml": ('title = "Some music"\n', "", "“title” is missing"),
    "theme_talk.toml": ("seconds = 90", "seconds = 9000", "seconds is 9000"),
    "cues.toml": ("Let your hands rest.", "Rest. " * 20, "longer than 60 characters"),
    "stems.toml": ('id = "brave"', 'id = "noticed_how"', "stands twice"),
    "small_wins.toml": ('text = "You waited until I had finished."\n', "", "“text” is missing"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_every_kind_of_file_is_checked(folder: Path, name: str) -> None:
    old, new, part = OTHERS[name]
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert old in text
    refused = refusal(folder, text.replace(old, new, 1), name)
    assert part in refused.reason
    assert refused.line is not None


MORE = {
    "an unknown zone": (
        "groundings.toml",
        'suits = ["far_away", "all_right"]',
        'suits = ["far_away", "elsewhere"]',
        "“suits” is none of the kinds that are known.",
    ),
    "no zone": (
        "rests.toml",
        'suits = ["too_much", "far_away"]',
        "suits = []",
        "“suits” is empty.",
    ),
    "a zone twice": (
        "rests.toml",
        'suits = ["too_much", "far_away"]',
        'suits = ["too_much", "too_much"]',
        "This does not fit: zone 'too_much' occurs twice.",
    ),
    "leaving out said in words": (
        "groundings.toml",
        "may_skip = true",
        'may_skip = "yes"',
        "“may_skip” takes true or false.",
    ),
    "advice said in words": (
        "cues.toml",
        "advice = true",
        'advice = "yes"',
        "“advice” takes true or false.",
    ),
    "a family of neither kind": (
        "feelings.toml",
        "pleasant = true\n",
        "",
        "“pleasant” is missing here.",
    ),
    "a feeling too long": (
        "feelings.toml",
        'word = "happy"',
        'word = "happy as a lark in early spring"',
        "“word” is longer than 24 characters.",
    ),
    "a word that another family has": (
        "feelings.toml",
        'id = "lonely"',
        'id = "happy"',
        "“happy” stands twice in this file.",
    ),
}


@pytest.mark.parametrize("kind", MORE)
def test_the_small_tables_are_read_as_strictly(folder: Path, kind: str) -> None:
    name, old, new, reason = MORE[kind]
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert old in text
    refused = refusal(folder, text.replace(old, new, 1), name)
    assert refused.reason == reason
    assert refused.line is not None


def test_an_unknown_step_is_refused_with_its_line(folder: Path) -> None:
    text = (FOLDER / "theme_talk.toml").read_text(encoding="utf-8")
    refused = refusal(folder, text.replace('"closing_round"', '"dance"'), "theme_talk.toml")
    assert refused.line == line_containing(text, '"closing_round"')
    assert refused.reason == "“kind” is none of the kinds that are known."


@pytest.mark.parametrize(
    ("text", "loc", "line"),
    [
        ('[[themes]]\nid = """\n[[themes]]\n"""\n[[themes]]\n', ("themes", 1, "id"), 5),
        ('x = 1\nthemes = [{id = "a"}]', ("themes", 0, "id"), 2),
        ("[a]\nb = [\n  1, # ]\n  \"]\", ']',\n]\nc = 2", ("a", "c"), 6),
        ("[a.'b c']\n\"d\" = 1", ("a", "b c", "d"), 2),
        ("[['a'.\"b\"]]\n[['a'.\"b\"]]\nc = 1", ("a", "b", 1, "c"), 3),
        ('a = """\nb = 2""""\nb = 3', ("b",), 3),
        ("a = '''\nb = 2'''''\nb = 3", ("b",), 3),
        ("a.b = 1\na.c = 2", ("a", "c"), 2),
        ("a = 1\n\n# [b]\n[b]", ("b",), 4),
    ],
)
def test_an_entry_is_found_however_it_is_written(
    text: str, loc: tuple[int | str, ...], line: int
) -> None:
    tomllib.loads(text)
    assert line_of(text, loc) == line


@pytest.mark.parametrize(
    ("text", "loc"), [("schema = 1", ("themes", 0)), ("id = 1", ("schema",)), ("", ("a",))]
)
def test_where_there_is_no_such_entry_no_line_is_given(
    text: str, loc: tuple[int | str, ...]
) -> None:
    assert line_of(text, loc) is None


def test_a_value_in_a_list_is_found_at_its_key() -> None:
    text = '[[a]]\nx = 1\n[[a]]\nx = 2\nlist = ["one", "two"]\n'
    assert line_of(text, ("a", 1, "list", 1)) == 5
    assert line_of(text, ("a", 0, "list", 1)) == 1
    assert line_of(text, ("b", 0, "list", 1)) is None


def test_lines_are_found_across_several_tables() -> None:
    text = "[[a]]\n[[a.b]]\nx = 1\n[[a]] # second\n[[ a.b ]]\n[[a.b]]\ny = 1\nx = 2\n"
    assert line_of(text, ("a", 0, "b", 0, "x")) == 3
    assert line_of(text, ("a", 1)) == 4
    assert line_of(text, ("a", 1, "b", 1, "x")) == 8
    assert line_of(text, ("a", 1, "b", 0, "x")) == 5
