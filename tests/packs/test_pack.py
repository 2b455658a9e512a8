"""A pack is read whole or refused with its line; what it adds is its own, and plain words only."""

import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coupleapp.domain.formats.durations import Durations
from coupleapp.domain.programme.additions import Addition
from coupleapp.domain.programme.own_themes import OWN, OwnTheme, is_own
from coupleapp.domain.programme.packs import Pack, named_after
from coupleapp.packs import PackInvalid, load_programme, read_pack
from tests.packs.damage import FOLDER, line_containing, refusal
from tests.packs.mutations import HERE, RICH, TEMPLATE

TEXT = RICH.decode()
PLAIN = TEMPLATE.decode()
THEMES = {theme.id for theme in load_programme(FOLDER).programme.themes}
HEAD = 'schema = 1\n[pack]\nid = "a"\ntitle = "A"\nauthor = "B"\nversion = 1\nabout = "C."\n'
CUE = '[[cues]]\nid = "nod"\ntext = "Nod."\n'


def refused(text: str | bytes) -> PackInvalid:
    raw = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(PackInvalid) as caught:
        read_pack(raw, "ruth.toml", THEMES)
    assert caught.value.file == "ruth.toml"
    return caught.value


def changed(old: str, new: str, text: str = TEXT) -> str:
    assert old in text
    return text.replace(old, new, 1)


@pytest.fixture(scope="module")
def ruth() -> Pack:
    return read_pack(HERE / "rich_pack.toml", themes=THEMES)


def test_what_stands_in_the_file_stands_in_the_pack(ruth):
    assert (ruth.id, ruth.title, ruth.author) == (
        "ruth",
        "Kleine Wege zurück",
        "Ruth Weber-Østergård",
    )
    assert (ruth.version, ruth.language, ruth.depth) == (3, "de", 5)
    assert ruth.about == "Für zwei, die abends müde sind. Nichts davon muss fertig werden."
    assert len(ruth.questions) == 7
    assert [kind.title for kind in ruth.addition.formats] == [
        "Eine Tasse Tee",
        "Vorsichtig anfangen",
        "Ein Brief",
    ]


def test_every_id_is_the_pack_s_own(ruth):
    added = ruth.addition
    assert [theme.id for theme in added.themes] == ["ruth:garten", "ruth:wetter"]
    assert added.themes[0].prompts[0].id == "ruth:garten.duft"
    assert {theme: [p.id for p in more] for theme, more in added.prompts.items()} == {
        "joys": ["ruth:joys.abendlicht"],
        "home": ["ruth:home.schuhe"],
    }
    assert [kind.id for kind in added.formats] == ["ruth:tee", "ruth:vorsichtig", "ruth:brief"]
    assert [cue.id for cue in added.cues] == ["ruth:haende", "ruth:telefon", "ruth:angebot"]


def test_no_pack_passes_for_the_couple_s_own(ruth):
    found = refused(changed('id = "ruth"', 'id = "own_words"'))
    assert found.reason == "Names that begin with “own_” are for what couples write."
    assert found.line == line_containing(TEXT, 'id = "ruth"')
    theirs = named_after("own_words", Addition(themes=ruth.addition.themes[:1]))
    (theme,) = theirs.themes
    assert theme.id.startswith(OWN)
    assert not is_own(theme.id)
    assert not is_own(theme.prompts[0].id)
    assert is_own("own_words")
    with pytest.raises(ValueError, match="begins with"):
        OwnTheme(theme.id, "Sea", "To swim.", None, datetime(2026, 11, 23, tzinfo=UTC))
    ours = load_programme(FOLDER).programme
    ids = [one.id for theme in ours.themes for one in (theme, *theme.prompts)]
    assert not any(map(is_own, ids))


def test_a_week_is_not_needed_and_not_used(ruth):
    assert [theme.week for theme in ruth.addition.themes] == [1, 2]
    assert "week = 40" in TEXT


def test_durations_are_for_its_own_themes(ruth):
    assert {theme.durations for theme in ruth.addition.themes} == {Durations(60, 30, 2)}
    without = read_pack(changed("speak_s = 60\nsay_back_s = 30\nchunks = 2\n", "").encode(), "a")
    assert {theme.durations for theme in without.addition.themes} == {None}


def test_a_tender_sitting_opens_as_ours_do(ruth):
    assert [kind.opens_in_week for kind in ruth.addition.formats] == [0, 4, 1]
    later = read_pack(changed("depth = 5", "depth = 5\nopens_in_week = 9").encode(), "a")
    assert later.addition.formats[1].opens_in_week == 9


def test_the_template_is_a_pack_as_it_stands():
    pack = read_pack(TEMPLATE, "template.toml", THEMES)
    assert (pack.id, pack.version, pack.language) == ("kitchen_table", 1, "en")
    assert len(pack.questions) == 3
    assert [kind.id for kind in pack.addition.formats] == ["kitchen_table:one_cup"]


def test_the_template_says_how_to_write_each_thing_and_names_the_form_for_editors():
    assert PLAIN.startswith("#:schema ./nearer_pack.schema.json\n")
    assert "coupleapp pack schema --output nearer_pack.schema.json" in PLAIN
    comments = " ".join(
        line.partition("#")[2] for line in PLAIN.splitlines() if line.startswith("#")
    )
    for theme in load_programme(FOLDER).programme.themes[:12]:
        assert re.search(rf"\b{theme.id}\b", comments), theme.id
    tables = set(tomllib.loads(PLAIN))
    assert tables == {"schema", "pack", "durations", "themes", "prompts", "formats", "cues"}
    assert max(map(len, PLAIN.splitlines())) <= 100


# -- what is refused

DAMAGES = {
    "no title": (
        'title = "Kleine Wege zurück"\n',
        "",
        "[pack]",
        "“title” is missing here.",
    ),
    "version 0": ("version = 3", "version = 0", "version = 0", "“version” is at least 1."),
    "version in words": (
        "version = 3",
        'version = "3"',
        'version = "3"',
        "“version” takes a whole number.",
    ),
    "an author that is markup": (
        "Ruth Weber-Østergård",
        "<b>Ruth</b>",
        "<b>",
        "A text here holds <, >, a line break or a hidden character; leave it out.",
    ),
    "an id that is no name": (
        'id = "ruth"',
        'id = "Ruth Weber"',
        "Ruth Weber",
        "“id” takes small letters, digits and underscores.",
    ),
    "an id with a colon": (
        'id = "tee"',
        'id = "a:tee"',
        "a:tee",
        "“id” takes small letters, digits and underscores.",
    ),
    "a language nobody speaks": (
        'language = "de"',
        'language = "Deutsch"',
        "Deutsch",
        "A language is written in its short form here, as “de” or “pt-BR”.",
    ),
    "a theme of nobody": (
        'theme = "joys"\nid = "joys.abendlicht"',
        'theme = "sorrows"\nid = "sorrows.abendlicht"',
        'theme = "sorrows"',
        "“sorrows” is none of Nearer’s own themes.",
    ),
    "a question with another theme's name": (
        'id = "joys.abendlicht"',
        'id = "home.abendlicht"',
        "home.abendlicht",
        "The id of a prompt here begins with “joys.”.",
    ),
    "a cue twice": ('id = "telefon"', 'id = "haende"', 2, "“haende” stands twice in this file."),
    "too short a chunk": ("speak_s = 60", "speak_s = 29", "29", "“speak_s” is at least 30."),
    "too many chunks": (
        "\nchunks = 2\n\n[[themes]]",
        "\nchunks = 6\n\n[[themes]]",
        "chunks = 6",
        "“chunks” is at most 5.",
    ),
    "a duration nobody knows": (
        "speak_s = 60",
        "speek_s = 60",
        "speek_s",
        "“speek_s” is not known here.",
    ),
    "the future": (
        "schema = 1",
        "schema = 2",
        "schema = 2",
        "The file was made for another version of Nearer.",
    ),
    "a fault in one line of many": (
        'id = "garten.samen", depth = 2',
        'id = "garten.samen", depth = 7',
        "prompts = [",
        "“depth” is at most 5.",
    ),
    "two tables": ("[pack]", "[[pack]]", "[[pack]]", "“pack” takes entries with names."),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_wrong_is_refused_with_its_line(damage):
    old, new, place, reason = DAMAGES[damage]
    text = changed(old, new)
    line = line_containing(text, 'id = "haende"', 2) if place == 2 else line_containing(text, place)
    error = refused(text)
    assert (error.line, error.reason) == (line, reason)


@pytest.mark.parametrize(
    "name", ["small_wins", "groundings", "stems", "feelings", "rests", "ideas"]
)
def test_a_pack_brings_no_exercises_and_no_lists_of_ours(name):
    text = HEAD + CUE + f'\n[[{name}]]\nid = "x"\n'
    error = refused(text)
    assert error.line == line_containing(text, f"[[{name}]]")
    assert error.reason == (
        f"A pack has no “{name}”; it has themes, prompts, formats, cues and durations."
    )


@pytest.mark.parametrize("name", ["pack", "durations", "prompts"])
def test_our_own_files_need_and_take_no_table_of_a_pack(folder: Path, name: str):
    text = f'schema = 1\n{CUE}\n[{name}]\nid = "x"\n'
    error = refusal(folder, text, "own.toml")
    assert error.line == line_containing(text, f"[{name}]")
    assert error.reason == f"“{name}” belongs into a pack, not into a file of Nearer’s own."


def test_one_of_our_own_files_is_no_pack():
    error = refused((FOLDER / "01_joys.toml").read_bytes())
    assert (error.line, error.reason) == (None, "“pack” is missing here.")


def test_a_pack_that_adds_nothing_is_none():
    assert refused(HEAD).reason == "The file holds nothing that Nearer can use."


WHERE = {
    "author": ('author = "Ruth Weber-Østergård"', 'author = "{}"'),
    "question": ('text = "Welche Wolke hast du heute gesehen?"', 'text = "{}"'),
    "step": ('title = "{speaker}: was war"', 'title = "{}"'),
    "cue": ('text = "Die Hände dürfen ruhen."', 'text = "{}"'),
}


@pytest.mark.parametrize("where", ["author", "question", "step", "cue"])
@pytest.mark.parametrize(
    "address",
    [
        "https://a.example",
        "file:///etc/passwd",
        "HTTP://A",
        "www.a.example",
        "See WWW.a.example",
        "ruth@a.example",
        "mailto:ruth",
        "ｗｗｗ．a.example",
    ],
)
def test_addresses_open_nowhere_and_are_left_out(where, address):
    old, new = WHERE[where]
    text = changed(old, new.replace("{}", address))
    error = refused(text)
    assert error.line == line_containing(text, address)
    assert error.reason == (
        "A text here holds a web or mail address, which opens nowhere; leave it out."
    )


@pytest.mark.parametrize(
    "words", ["Ring 030 555 0199.", "At 8 o’clock: tea/coffee", "a@b", "12:30, or so", "w.w.w."]
)
def test_numbers_and_other_signs_are_words(words):
    assert read_pack(changed("Die Hände dürfen ruhen.", words).encode(), "a").addition.cues[0].text


# -- sittings and their gates


def sitting(steps: str, depth: int, more: str = "") -> str:
    return (
        f'{HEAD}[[formats]]\nid = "k"\ntitle = "K"\npurpose = "P."\nminutes = 20\n'
        f"depth = {depth}\n{more}\n{steps}"
    )


def step(kind: str, more: str = "") -> str:
    return f'[[formats.steps]]\nkind = "{kind}"\n{more}\n'


TURNS = step(
    "turns", 'chunks = 5\nparts = [{kind = "talk", seconds = 60, title = "{speaker}: it"}]'
)
GATED = step("card", 'title = "Slowly"') + step("agree") + step("readiness")
LIGHT = step("last_breath", "seconds = 10\nlight = true")
FIRST = "This does not fit: from depth 3 on, the steps agree and readiness come first."


@pytest.mark.parametrize("depth", [3, 4, 5])
def test_a_deep_sitting_begins_as_ours_do(depth):
    assert read_pack(sitting(GATED + TURNS + LIGHT, depth).encode(), "a").depth == depth
    for steps in (
        TURNS + LIGHT,
        step("agree") + TURNS + LIGHT,
        step("agree") + TURNS + step("readiness") + LIGHT,
        step("readiness") + step("agree") + TURNS + LIGHT,
    ):
        error = refused(sitting(steps, depth))
        assert error.reason == FIRST
        assert error.line == line_containing(sitting(steps, depth), "[[formats]]")


@pytest.mark.parametrize("depth", [1, 2])
def test_a_light_one_may_begin_at_once(depth):
    assert read_pack(sitting(TURNS, depth).encode(), "a").depth == depth


def test_our_own_sittings_pass_the_gates_of_a_pack():
    from coupleapp.domain.programme.packs import gated

    for kind in load_programme(FOLDER).programme.formats:
        assert gated(kind) == kind


def test_no_sitting_takes_longer_than_an_hour():
    text = sitting(TURNS * 6, 1)
    assert read_pack(text.encode(), "a").addition.formats
    error = refused(sitting(TURNS * 7, 1))
    assert (
        error.reason == "This does not fit: with all its turns it takes 70 minutes; it can take 60."
    )


@pytest.mark.parametrize(
    ("name", "most", "one"),
    [
        ("cues", 60, lambda n: f'[[cues]]\nid = "c{n}"\ntext = "Nod."\n'),
        (
            "formats",
            12,
            lambda n: sitting(TURNS, 1).removeprefix(HEAD).replace('"k"', f'"k{n}"'),
        ),
    ],
)
def test_there_is_room_for_so_many(name, most, one):
    assert read_pack((HEAD + "".join(map(one, range(most)))).encode(), "a")
    text = HEAD + "".join(map(one, range(most + 1)))
    error = refused(text)
    assert (error.line, error.reason) == (8, f"“{name}” holds at most {most}.")


# -- files


def test_a_file_is_called_by_its_name_alone(tmp_path):
    path = tmp_path / "ru\u202eth\n.toml"
    path.write_text("schema = ", "utf-8")
    with pytest.raises(PackInvalid) as caught:
        read_pack(path)
    assert caught.value.file == "ruth.toml"
    assert str(tmp_path) not in str(caught.value)


@pytest.mark.parametrize("make", [Path.mkdir, str])
def test_what_is_no_file_is_refused(tmp_path, make):
    path = tmp_path / "a.toml"
    make(path)
    with pytest.raises(PackInvalid, match=r"a\.toml: This is not a file that can be opened\."):
        read_pack(path)


def test_a_pipe_is_not_waited_for(tmp_path):
    import os

    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    os.mkfifo(tmp_path / "a.toml")
    with pytest.raises(PackInvalid, match="not a file"):
        read_pack(tmp_path / "a.toml")


@pytest.mark.parametrize(
    "windows", [PLAIN.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + TEMPLATE]
)
def test_files_from_other_editors_are_the_same_pack(windows):
    assert read_pack(windows, "a") == read_pack(TEMPLATE, "a")


# -- the line of each and every entry


def entries(text: str) -> list[int]:
    """The lines (from 1) with one `key = value`; what goes over several lines is left out."""
    return [
        n
        for n, line in enumerate(text.split("\n"), 1)
        if re.match(r"\"?[a-z_]+\"? = ", line)
        and not line.startswith(('about = """', "prompts = [", "parts = ["))
    ]


@pytest.mark.parametrize("text", [TEXT, PLAIN], ids=["rich", "template"])
def test_a_wrong_kind_of_value_is_found_in_its_very_line(text):
    lines = text.split("\n")
    numbers = entries(text)
    assert len(numbers) > 50
    for number in numbers:
        key = lines[number - 1].partition(" = ")[0]
        hurt = [*lines]
        hurt[number - 1] = f"{key} = 1979-05-27"
        assert refused("\n".join(hurt)).line == number, key


@pytest.mark.parametrize("text", [TEXT, PLAIN], ids=["rich", "template"])
def test_an_unknown_entry_is_found_in_its_very_line(text):
    lines = text.split("\n")
    for number in entries(text):
        hurt = [*lines]
        hurt[number - 1 : number - 1] = ["colour = 1"]
        error = refused("\n".join(hurt))
        assert (error.line, error.reason) == (number, "“colour” is not known here.")


def test_a_bracket_too_deep_is_found_in_the_line_where_it_begins():
    text = changed("speak_s = 60", "speak_s = " + "[\n" * 60)
    error = refused(text)
    assert error.reason == "Too many brackets stand inside each other."
    assert error.line == line_containing(text, "speak_s")
