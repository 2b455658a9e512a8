"""A folder with one good file, and what becomes of a damaged one beside it."""

from pathlib import Path

from coupleapp.packs import PackInvalid, load_programme

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "programme"
GOOD = FOLDER / "01_joys.toml"
REAL = FOLDER / "02_memories.toml"
TEXT = REAL.read_text(encoding="utf-8")
FIRST_TEXT = 'text = "Some smells open a door. Which one takes you back to another time?"'
FIRST_LISTENER = 'listener = "Ask where in that place the smell came from."'


def line_containing(text: str, part: str, nth: int = 1) -> int:
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if part in line]
    return lines[nth - 1]


def changed(old: str, new: str) -> str:
    assert old in TEXT
    return TEXT.replace(old, new, 1)


def refusal(folder: Path, content: str | bytes, name: str = "02_memories.toml") -> PackInvalid:
    """Load the good file beside this one, and hand back why this one was refused."""
    raw = content if isinstance(content, bytes) else content.encode()
    (folder / name).write_bytes(raw)
    result = load_programme(folder)
    assert [theme.id for theme in result.programme.themes] == ["joys"]
    assert len(result.programme.themes[0].prompts) == 12
    (refused,) = result.refused
    assert refused.file == name
    assert refused.reason[0].isupper() or refused.reason[0] == "“"
    assert refused.reason.endswith(".")
    assert len(refused.reason) < 120
    return refused
