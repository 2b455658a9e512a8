"""What a pack adds is its own: no id of it can ever be one of ours, or of another pack's."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupleapp.domain.formats.durations import Durations
from coupleapp.domain.formats.format import Format, Sitting, StepKind, StepSpec
from coupleapp.domain.formats.parts import PartKind, PartSpec
from coupleapp.domain.programme.additions import Addition, extended
from coupleapp.domain.programme.packs import (
    KeptPack,
    Pack,
    PackInvalid,
    PackStanding,
    gated,
    longest_s,
    named_after,
    standing,
    together,
    whose,
)
from coupleapp.domain.programme.programme import Cue, Programme, Prompt, Theme

NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)
NAMES = st.text("abc_", min_size=1, max_size=3).filter(lambda name: name[0] != "_")
TALK = PartSpec(PartKind.TALK, seconds=60, grace_s=15, title="{speaker}: it")
TURNS = StepSpec(StepKind.TURNS, chunks=1, parts=(TALK,))
AGREE, READY = StepSpec(StepKind.AGREE), StepSpec(StepKind.READINESS)
LIGHT = StepSpec(StepKind.LAST_BREATH, seconds=10, light=True)


def prompt(name: str, depth: int = 1) -> Prompt:
    return Prompt(name, depth, "Where?", "Name a place.", "Listen.")


def theme(name: str, prompts: tuple[Prompt, ...] | None = None, week: int = 1) -> Theme:
    return Theme(
        name, week, name.title(), "Why.", "Listen.", "Talk.", prompts or (prompt(name + ".a"),)
    )


def kind(name: str = "k", steps: tuple[StepSpec, ...] = (TURNS,), depth: int = 1, **more) -> Format:
    return Format(name, name.title(), "To try.", 20, steps, depth=depth, **more)


OURS = Programme(
    tuple(theme(name, week=week) for week, name in enumerate("abc", start=1)),
    formats=(kind("a"), kind("b")),
    cues=(Cue("a", "Nod."), Cue("b", "Look.")),
)


@st.composite
def additions(draw: st.DrawFn) -> Addition:
    """What a file can hold, with names that are ours, too."""
    own = draw(st.lists(NAMES, unique=True, max_size=3))
    about_ours = draw(st.lists(st.sampled_from("abc"), unique=True, max_size=2))
    taken: set[str] = set()

    def prompts(name: str) -> tuple[Prompt, ...]:
        found = draw(st.lists(NAMES, unique=True, min_size=1, max_size=3))
        fresh = [f"{name}.{one}" for one in found if f"{name}.{one}" not in taken]
        taken.update(fresh)
        return tuple(prompt(one, draw(st.integers(1, 5))) for one in fresh)

    themes = [(name, prompts(name)) for name in own]
    return Addition(
        themes=tuple(theme(name, asked) for name, asked in themes if asked),
        prompts={name: asked for name in about_ours if (asked := prompts(name))},
        formats=tuple(kind(name) for name in draw(st.lists(NAMES, unique=True, max_size=3))),
        cues=tuple(Cue(name, "Nod.") for name in draw(st.lists(NAMES, unique=True, max_size=3))),
    )


def counts(programme: Programme | Addition) -> tuple[int, ...]:
    asked = sum(len(one.prompts) for one in programme.themes)
    if isinstance(programme, Addition):
        asked += sum(map(len, programme.prompts.values()))
    return (len(programme.themes), asked, len(programme.formats), len(programme.cues))


@given(st.dictionaries(NAMES, additions(), max_size=4))
def test_packs_never_take_the_place_of_ours_or_of_each_other(files: dict[str, Addition]):
    packs = [named_after(name, addition) for name, addition in files.items()]
    grown = extended(OURS, [together(packs)])
    assert [one.id for one in grown.themes[:3]] == ["a", "b", "c"]
    for mine, before in zip(grown.themes, OURS.themes, strict=False):
        assert mine.prompts[: len(before.prompts)] == before.prompts
    assert grown.formats[:2] == OURS.formats
    assert grown.cues[:2] == OURS.cues
    added = [sum(of) for of in zip(*map(counts, packs), strict=True)] or [0, 0, 0, 0]
    assert [a - b for a, b in zip(counts(grown), counts(OURS), strict=True)] == added


@given(st.dictionaries(NAMES, additions(), min_size=1, max_size=4), st.data())
def test_without_one_the_others_are_as_they_were(files: dict[str, Addition], data: st.DataObject):
    packs = {name: named_after(name, addition) for name, addition in files.items()}
    gone = data.draw(st.sampled_from(sorted(packs)))
    left = [pack for name, pack in packs.items() if name != gone]
    grown, before = extended(OURS, [together(left)]), extended(OURS, [together([*packs.values()])])
    kept = {one.id for one in (*grown.themes, *grown.formats, *grown.cues)}
    there = {one.id for one in (*before.themes, *before.formats, *before.cues)}
    assert {one for one in there if whose(one) != gone} == kept
    assert not [p for one in grown.themes for p in one.prompts if whose(p.id) == gone]


@given(additions(), NAMES)
def test_whose_it_is_can_be_told_from_each_id(addition: Addition, name: str):
    own = named_after(name, addition)
    for one in (*own.themes, *own.formats, *own.cues):
        assert whose(one.id) == name
    assert whose("joys") == whose("joys.kettle") == ""
    assert set(own.prompts) == set(addition.prompts)


def a_pack(version: int = 1, **more) -> Pack:
    cues = Addition(cues=(Cue("ruth:nod", "Nod."),))
    return Pack(
        **{
            "id": "ruth",
            "title": "T",
            "author": "R",
            "version": version,
            "about": "A.",
            "addition": cues,
        }
        | more
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": " "},
        {"author": ""},
        {"version": 0},
        {"addition": Addition()},
        {"addition": Addition(cues=(Cue("nod", "Nod."),))},
        {"addition": Addition(cues=(Cue("other:nod", "Nod."),))},
        {"addition": Addition(prompts={"joys": (prompt("joys.a"),)})},
        {"addition": Addition(formats=(kind("ruth:k", (AGREE, READY, TURNS, LIGHT), 4),))},
        {"addition": Addition(formats=(kind("ruth:k", (TURNS, LIGHT), 4, opens_in_week=9),))},
        {"id": "ru:th", "addition": Addition(cues=(Cue("ru:th:nod", "Nod."),))},
    ],
)
def test_what_is_no_pack_cannot_be_built(wrong):
    with pytest.raises(ValueError, match=r"."):
        a_pack(**wrong)


def test_how_deep_it_goes():
    assert a_pack().depth == 0
    asked = Addition(
        themes=(theme("ruth:t", (prompt("ruth:t.a", 2),)),),
        prompts={"joys": (prompt("ruth:joys.a", 3),)},
    )
    assert a_pack(addition=asked).depth == 3
    deep = kind("ruth:k", (AGREE, READY, TURNS, LIGHT), 5, opens_in_week=4)
    assert a_pack(addition=replace(asked, formats=(deep,))).depth == 5


@pytest.mark.parametrize(
    ("offered", "there", "stands"),
    [
        (a_pack(), None, PackStanding.NEW),
        (a_pack(), a_pack(), PackStanding.SAME),
        (a_pack(2), a_pack(), PackStanding.NEWER),
        (a_pack(), a_pack(2), PackStanding.OLDER),
        (a_pack(about="B."), a_pack(), PackStanding.OTHER_WORDS),
        (a_pack(2, author="Somebody else"), a_pack(), PackStanding.NEWER),
    ],
)
def test_how_a_pack_stands_to_the_one_that_is_there(offered, there, stands):
    assert standing(offered, there) is stands
    assert stands.welcome is (stands in {PackStanding.NEW, PackStanding.NEWER})


def test_two_packs_are_not_compared():
    other = a_pack(id="jo", addition=Addition(cues=(Cue("jo:nod", "Nod."),)))
    with pytest.raises(ValueError, match="two packs"):
        standing(a_pack(), other)


# -- gates


@pytest.mark.parametrize(("depth", "week"), [(1, 0), (2, 0), (3, 3), (4, 3), (5, 4)])
def test_a_sitting_opens_no_earlier_than_ours_of_its_depth(depth, week):
    made = kind("k", (AGREE, READY, TURNS, LIGHT), depth)
    assert gated(made) == replace(made, opens_in_week=week)
    assert gated(replace(made, opens_in_week=30)).opens_in_week == 30
    assert gated(gated(made)) == gated(made)


def test_one_who_sits_alone_agrees_with_nobody():
    write = StepSpec(StepKind.WRITE, seconds=420, title="Write")
    alone = kind("k", (write,), 5, sitting=Sitting.ALONE)
    assert gated(alone).opens_in_week == 4


@given(
    st.integers(1, 5),
    st.integers(15, 200),
    st.integers(1, 8),
    st.sampled_from([Sitting.BOTH, Sitting.OPENER]),
)
def test_no_sitting_is_longer_than_an_hour(chunks, seconds, times, who):
    step = StepSpec(StepKind.TURNS, chunks=chunks, parts=(replace(TALK, seconds=seconds),))
    made = kind("k", (LIGHT, *(step,) * times), sitting=who)
    both = 1 if who is Sitting.OPENER else 2
    assert longest_s(made) == 10 + both * chunks * seconds * times
    if longest_s(made) > 3600:
        with pytest.raises(ValueError, match="minutes; it can take 60"):
            gated(made)
    else:
        assert gated(made) == made


@pytest.mark.parametrize(
    "wrong",
    [
        {"speak_s": 29},
        {"speak_s": 181},
        {"say_back_s": 19},
        {"say_back_s": 91},
        {"chunks": 0},
        {"chunks": 6},
    ],
)
def test_durations_have_their_ranges(wrong):
    with pytest.raises(ValueError, match="it can be"):
        Durations(**wrong)
    assert Durations(30, 20, 1) != Durations(180, 90, 5)


def test_what_is_kept_has_a_name_words_and_a_time():
    KeptPack("ruth", "words", True, NOW)
    for wrong in (
        ("", "words", NOW),
        ("ruth", " ", NOW),
        ("ruth", "words", NOW.replace(tzinfo=timezone(timedelta(hours=1)))),
    ):
        with pytest.raises(ValueError, match=r"."):
            KeptPack(wrong[0], wrong[1], True, wrong[2])


def test_a_refusal_is_one_line_however_the_file_is_called():
    error = PackInvalid("a\n\u202e" + "b" * 100, 3, "It is not.")
    assert str(error) == f"a{'b' * 58}…, line 3: It is not."
