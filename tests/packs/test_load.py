"""A damaged file is refused whole, with its line and one sentence; the others still load."""

import re
import shutil
import tempfile
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coupleapp.packs import PackInvalid, load_programme
from coupleapp.packs.text import text_of
from tests.packs.damage import FOLDER, GOOD, TEXT, changed, line_containing, refusal


def test_ours_loads_whole() -> None:
    result = load_programme(FOLDER)
    assert result.refused == ()
    assert len(result.programme.themes) == 52


def test_what_stands_in_the_file_stands_in_the_theme(folder: Path) -> None:
    table = tomllib.loads(GOOD.read_text(encoding="utf-8"))["themes"][0]
    (theme,) = load_programme(folder).programme.themes
    for name in ("id", "week", "title", "intent", "listener", "freely"):
        assert getattr(theme, name) == table[name]
    for prompt, entry in zip(theme.prompts, table["prompts"], strict=True):
        assert {name: getattr(prompt, name) for name in entry} == entry


@pytest.mark.parametrize(
    "windows", [TEXT.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + TEXT.encode()]
)
def test_files_from_other_editors_load(folder: Path, windows: bytes) -> None:
    (folder / "02_memories.toml").write_bytes(windows)
    result = load_programme(folder)
    assert result.refused == ()
    assert [len(theme.prompts) for theme in result.programme.themes] == [12, 12]


def test_a_theme_that_another_file_has_is_refused(folder: Path) -> None:
    again = GOOD.read_text(encoding="utf-8")
    refused = refusal(folder, again, name="zz_again.toml")
    assert refused.line == line_containing(again, 'id = "joys"')
    assert refused.reason == "“joys” is already taken by another file."


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "“schema” is missing here."),
        ("schema = 1\n", "The file holds nothing that Nearer can use."),
        ('schema = 1\nthemes = ["a"]\n', "“themes” takes entries with names."),
        ('schema = 1\nthemes = "a"\n', "“themes” takes a list."),
        ("schema = 1\nx = " + "[\n" * 5_000, "Too many brackets stand inside each other."),
        ("x = " + "[" * 5_000, "This line is far too long."),
        ("a" + ".a" * 5_000 + " = 1", "This line is far too long."),
    ],
)
def test_files_of_another_kind_are_refused(folder: Path, content: str, reason: str) -> None:
    assert refusal(folder, content).reason == reason


def test_what_is_not_utf_8_is_refused_with_its_line(folder: Path) -> None:
    refused = refusal(
        folder, TEXT.replace("again, just", "again\xff, just").encode("latin-1", "replace")
    )
    assert refused.reason == "A character here is not UTF-8 text."
    assert refused.line == line_containing(TEXT, "again, just")


def test_more_than_a_megabyte_is_refused(folder: Path) -> None:
    comment = "# " + "x" * 97 + "\n"
    assert refusal(folder, TEXT + comment * 10_000).reason == "This file is larger than 1 MB."


def test_almost_a_megabyte_is_not_refused(folder: Path) -> None:
    padding = "# " + "x" * 97 + "\n"
    room = (1_000_000 - len(TEXT.encode())) // len(padding)
    (folder / "02_memories.toml").write_text(TEXT + padding * room, encoding="utf-8")
    result = load_programme(folder)
    assert result.refused == ()
    assert len(result.programme.themes) == 2


def test_a_folder_with_the_name_of_a_file_is_refused(folder: Path) -> None:
    (folder / "02_memories.toml").mkdir()
    (refused,) = load_programme(folder).refused
    assert (refused.file, refused.line) == ("02_memories.toml", None)
    assert refused.reason == "This is not a file that can be opened."


def test_an_unreadable_file_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = folder / "02_memories.toml"
    locked.write_text(TEXT, encoding="utf-8")
    real_open = Path.open

    def open_or_refuse(path: Path, mode: str = "r") -> object:
        if path == locked:
            raise PermissionError(13, "not for you")
        return real_open(path, mode)

    monkeypatch.setattr(Path, "open", open_or_refuse)
    result = load_programme(folder)
    (refused,) = result.refused
    assert (refused.file, refused.line) == ("02_memories.toml", None)
    assert refused.reason == "This file could not be opened."
    assert [theme.id for theme in result.programme.themes] == ["joys"]


def test_other_files_are_left_alone(folder: Path) -> None:
    (folder / "notes.txt").write_text("not ours", encoding="utf-8")
    assert load_programme(folder).refused == ()


def test_several_damaged_files_are_all_named(folder: Path) -> None:
    (folder / "02_memories.toml").write_text("schema = ", encoding="utf-8")
    (folder / "03_home.toml").write_text("schema = 2", encoding="utf-8")
    (folder / "cues.toml").write_bytes((FOLDER / "cues.toml").read_bytes())
    result = load_programme(folder)
    assert [refused.file for refused in result.refused] == ["02_memories.toml", "03_home.toml"]
    assert len(result.programme.cues) == 23


def test_without_any_theme_there_is_nothing_to_start_with(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "cues.toml", tmp_path)
    (tmp_path / "01_joys.toml").write_text("schema = ", encoding="utf-8")
    with pytest.raises(PackInvalid) as caught:
        load_programme(tmp_path)
    assert caught.value.file == tmp_path.name
    assert caught.value.reason == "There is no theme here that can be read."


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PackInvalid) as caught:
        load_programme(tmp_path / "gone")
    assert (caught.value.file, caught.value.line) == ("gone", None)
    assert caught.value.reason == "This folder could not be opened."


def test_the_message_names_the_file_and_not_where_it_lies(folder: Path) -> None:
    refused = refusal(folder, changed("depth = 2", "depth = 9"))
    assert str(refused) == f"02_memories.toml, line {refused.line}: “depth” is at most 5."


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Damage a real file: some bytes, or whole lines dropped, doubled or moved."""
    if draw(st.booleans()):
        rows = TEXT.encode().split(b"\n")
        for _ in range(draw(st.integers(1, 3))):
            row = rows.pop(draw(st.integers(0, len(rows) - 1)))
            rows[(at := draw(st.integers(0, len(rows)))) : at] = [row] * draw(st.integers(0, 2))
        return b"\n".join(rows)
    raw = bytearray(TEXT.encode())
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(raw)))
        end = min(len(raw), start + draw(st.integers(0, 4)))
        raw[start:end] = draw(
            st.binary(max_size=4) | st.sampled_from([b'"', b"[[", b"]", b"=", b"\n", b"#", b"'''"])
        )
    return bytes(raw)


@pytest.mark.slow
@settings(deadline=None, max_examples=300)
@given(damaged())
def test_no_damage_escapes_or_loads_by_half(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(GOOD, folder)
        (folder / "02_memories.toml").write_bytes(raw)
        result = load_programme(folder)
    joys, *others = sorted(result.programme.themes, key=lambda theme: theme.id != "joys")
    assert (joys.id, len(joys.prompts)) == ("joys", 12)
    if result.refused:
        (refused,) = result.refused
        assert others == []
        assert refused.line is None or 1 <= refused.line <= raw.count(b"\n") + 1
        assert re.fullmatch(r"[^\n]{5,200}\.", refused.reason)
    else:
        tables = tomllib.loads(raw.decode("utf-8-sig"))["themes"]
        assert [theme.id for theme in others] == [table["id"] for table in tables]
        for theme, table in zip(others, tables, strict=True):
            assert [prompt.text for prompt in theme.prompts] == [
                entry["text"].strip() for entry in table["prompts"]
            ]


def test_a_file_in_utf_16_with_its_mark_is_read() -> None:
    assert text_of(TEXT.encode("utf-16"), "") == text_of(TEXT.encode(), "")


def test_line_ends_of_old_macs_are_named(folder: Path) -> None:
    refused = refusal(folder, TEXT.replace("\n", "\r"))
    assert refused.reason.startswith("A line here ends as old Macs ended it.")
    assert refused.line == 1
