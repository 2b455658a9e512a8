"""The form of a pack for editors: a true JSON Schema, and no stricter and no laxer than we are."""

import tomllib
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from coupleapp.packs import PackInvalid, json_schema, read_pack
from coupleapp.packs.text import text_of
from tests.packs.mutations import RICH, TEMPLATE, damaged
from tests.packs.test_pack import DAMAGES, THEMES

SCHEMA = json_schema()
EDITOR = Draft202012Validator(SCHEMA)

# What only the whole file tells, or the words in it.
BEYOND_FORM = {
    "an author that is markup",
    "a language nobody speaks",
    "a theme of nobody",
    "a question with another theme's name",
    "a cue twice",
}


def tables(schema: Any) -> list[dict[str, Any]]:
    return [schema, *schema["$defs"].values()]


def test_it_is_a_schema_of_2020_12():
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


def test_every_entry_says_what_it_is():
    for table in tables(SCHEMA):
        assert table.get("description"), table
        for name, entry in table.get("properties", {}).items():
            there = entry.get("description") or "$ref" in entry
            assert there, (name, entry)


def test_it_names_nothing_of_our_own():
    assert not any("title" in table for table in tables(SCHEMA))
    assert "Table" not in " ".join(table["description"] for table in tables(SCHEMA))


@pytest.mark.parametrize("raw", [RICH, TEMPLATE], ids=["rich", "template"])
def test_it_takes_what_we_take(raw):
    assert list(EDITOR.iter_errors(tomllib.loads(raw.decode()))) == []


@pytest.mark.parametrize("damage", DAMAGES)
def test_it_sees_what_is_wrong_in_form(damage):
    old, new, *_ = DAMAGES[damage]
    data = tomllib.loads(RICH.decode().replace(old, new, 1))
    assert EDITOR.is_valid(data) is (damage in BEYOND_FORM)


@pytest.mark.slow
def test_an_editor_never_complains_about_a_pack_that_we_take():
    whole = 0
    for raw in damaged(20261124, 2_000):
        try:
            read_pack(raw, "ruth.toml", THEMES)
        except PackInvalid:
            continue
        whole += 1
        data = tomllib.loads(text_of(raw, ""))
        assert EDITOR.is_valid(data), next(EDITOR.iter_errors(data)).message
    assert whole > 100
