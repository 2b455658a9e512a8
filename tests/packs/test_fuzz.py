"""Ten thousand damaged packs: each is refused with its file, line and reason, or it is whole."""

import re
import time
import tomllib
from collections import Counter

import pytest

from coupleapp.application.library import Library
from coupleapp.domain.programme.packs import Pack
from coupleapp.packs import PackInvalid, load_programme, read_pack
from coupleapp.packs.text import text_of
from tests.packs.damage import FOLDER
from tests.packs.mutations import damaged

COUNT = 10_000
NAME = "ruth.toml"
OURS = load_programme(FOLDER).programme
THEMES = {theme.id for theme in OURS.themes}

# Nothing in the file is wrong in one place: something is not there at all, or it is too much.
NOWHERE = {
    "“schema” is missing here.",
    "“pack” is missing here.",
    "The file holds nothing that Nearer can use.",
    "This file is larger than 1 MB.",
}


def check_refusal(error: PackInvalid, raw: bytes) -> str:
    assert error.file == NAME
    assert re.fullmatch(r"[A-Z“][^\n]{4,160}\.", error.reason), error.reason
    assert error.reason.isprintable()
    if error.line is None:
        assert error.reason in NOWHERE, error.reason
    else:
        assert 1 <= error.line <= raw.count(b"\n") + 1
    place = "a line" if error.line else "the file"
    return f"{place}: " + re.sub(r"“[^”]*”|\d+", "…", error.reason)


def check_whole(pack: Pack, raw: bytes) -> None:
    """Everything that stands in the file is in the pack, and the library takes it."""
    data = tomllib.loads(text_of(raw, ""))
    added = pack.addition
    themes, more = data.get("themes", []), data.get("prompts", [])
    assert [theme.title for theme in added.themes] == [one["title"].strip() for one in themes]
    for theme, one in zip(added.themes, themes, strict=True):
        assert theme.id == f"{pack.id}:{one['id']}"
        assert [p.text for p in theme.prompts] == [p["text"].strip() for p in one["prompts"]]
    assert sum(map(len, added.prompts.values())) == len(more)
    assert set(added.prompts) == {one["theme"] for one in more} <= THEMES
    for kind, one in zip(added.formats, data.get("formats", []), strict=True):
        assert len(kind.steps) == len(one["steps"])
    assert [cue.text for cue in added.cues] == [c["text"].strip() for c in data.get("cues", [])]
    library = Library(OURS)
    library.put("packs", added)
    assert len(library.programme.themes) == len(OURS.themes) + len(themes)


@pytest.mark.slow
def test_no_damage_escapes_or_is_taken_by_half(record_property):
    began, found, whole = time.monotonic(), Counter(), 0
    for raw in damaged(20261123, COUNT):
        try:
            pack = read_pack(raw, NAME, THEMES)
        except PackInvalid as error:
            found[check_refusal(error, raw)] += 1
        else:
            check_whole(pack, raw)
            whole += 1
    refused = found.total()
    took = f"{time.monotonic() - began:.0f} s"
    record_property("damaged packs", f"{COUNT} in {took}: {whole} whole, {refused} refused")
    print(*(f"{count:6}  {reason}" for reason, count in found.most_common()), sep="\n")
    assert whole + refused == COUNT
    assert whole > COUNT // 20, "most damage is seen before anything is read"
    assert len(found) > 40, "the damage is of few kinds"


def test_the_damage_is_the_same_every_time():
    assert list(damaged(7, 50)) == list(damaged(7, 50))
    assert list(damaged(7, 50)) != list(damaged(8, 50))
