"""What our own programme promises to the people who read it aloud."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

import pytest

from coupleapp.domain.formats import StepKind, StepSpec
from coupleapp.domain.programme import Programme, Prompt, Theme
from coupleapp.packs import load_programme

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "programme"

MAP = (
    "joys", "memories", "home", "values", "pride", "stress",
    "growing_up", "friendship", "hopes", "fears", "needs", "thanks",
)  # fmt: skip

# Words that turn a kitchen table into a leaflet, a course or an order.
JARGON = (
    "journey", "toxic", "narcissis", "trigger", "boundar", "communicat", "process", "streak",
    "goal", "score", "journal", "therap", "heal", "diagnos", "relationship", "vulnerab",
    "intima", "attachment", "conflict", "empath", "mindful", "challenge", "exercise",
)  # fmt: skip
ORDERS = (
    "should", "must", "always", "never", "have to", "has to", "need to", "make sure",
    "try to", "share your", "partner up", "great job", "well done", "and/or", "ought to",
)  # fmt: skip
# What two people may not have, and must not be told that they do.
PRESUMED = (
    "he", "she", "him", "his", "her", "hers", "wife", "husband", "girlfriend", "boyfriend",
    "spouse", "marriage", "married", "wedding", "kids", "your children", "mother", "father",
    "mum", "mom", "dad", "parents", "brother", "sister", "sex", "money", "salary", "job",
    "health", "god", "pray", "church", "our home", "our house", "our bed",
)  # fmt: skip
FORBIDDEN = re.compile(
    rf"\b(?:(?:{'|'.join(JARGON)})\w*|(?:{'|'.join(map(re.escape, ORDERS + PRESUMED))})\b)",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def programme() -> Programme:
    result = load_programme(FOLDER)
    assert result.refused == ()
    return result.programme


@pytest.fixture(scope="module")
def prompts(programme: Programme) -> list[Prompt]:
    return [prompt for theme in programme.themes for prompt in theme.prompts]


def every_text(programme: Programme) -> Iterator[tuple[str, str]]:
    for theme in programme.themes:
        for name in ("title", "intent", "listener", "freely"):
            yield f"{theme.id} {name}", getattr(theme, name)
        for prompt in theme.prompts:
            for name in ("text", "softer", "listener"):
                yield f"{prompt.id} {name}", getattr(prompt, name)
    yield from ((one.id, one.text) for one in programme.small_wins)
    yield from ((one.id, one.text) for one in programme.stems)
    yield from ((one.id, one.text) for one in programme.cues)
    for grounding in programme.groundings:
        yield grounding.id, grounding.title
        for step in grounding.steps:
            yield grounding.id, step.text
    for form in programme.formats:
        yield form.id, form.title
        yield form.id, form.purpose


def offenders(programme: Programme, pattern: str | re.Pattern[str]) -> dict[str, str]:
    return {where: text for where, text in every_text(programme) if re.search(pattern, text)}


def test_twelve_themes_stand_in_the_order_of_the_map(programme: Programme) -> None:
    assert tuple(theme.id for theme in programme.themes) == MAP
    assert [theme.week for theme in programme.themes] == list(range(1, 13))


def test_each_theme_has_its_own_file_in_that_order() -> None:
    names = [path.stem for path in sorted(FOLDER.glob("[0-9]*.toml"))]
    assert names == [f"{week:02}_{name}" for week, name in enumerate(MAP, start=1)]


def test_every_theme_offers_ten_prompts_from_light_to_deeper(programme: Programme) -> None:
    for theme in programme.themes:
        depths = [prompt.depth for prompt in theme.prompts]
        spread = Counter(depths)
        assert len(depths) == 10, theme.id
        assert set(spread) == {1, 2, 3}, theme.id
        assert spread[1] >= 3, theme.id
        assert spread[2] >= 3, theme.id
        assert spread[3] >= 2, theme.id
        assert depths == sorted(depths), theme.id


def test_prompt_ids_are_unique_and_carry_the_theme(programme: Programme) -> None:
    ids = [prompt.id for theme in programme.themes for prompt in theme.prompts]
    assert len(ids) == len(set(ids)) == 120
    for theme in programme.themes:
        assert all(prompt.id.startswith(f"{theme.id}.") for prompt in theme.prompts)


def test_prompts_can_be_read_at_two_metres(prompts: list[Prompt]) -> None:
    too_long = [
        text
        for prompt in prompts
        for text, limit in ((prompt.text, 110), (prompt.softer, 110), (prompt.listener, 80))
        if len(text) > limit or len(text.split()) >= 25
    ]
    assert too_long == []


def test_lines_of_a_theme_fit_their_places(programme: Programme) -> None:
    for theme in programme.themes:
        assert len(theme.freely) <= 90, theme.id
        assert len(theme.listener) <= 80, theme.id
        assert len(re.findall(r"[.?]", theme.intent)) <= 2, theme.id


def test_titles_can_stand_in_the_middle_of_a_sentence(programme: Programme) -> None:
    for theme in programme.themes:
        assert theme.title[0].isupper(), theme.id
        assert theme.title[1:] == theme.title[1:].lower(), theme.id
        assert theme.title[-1].isalpha(), theme.id


def test_a_prompt_is_one_question_or_one_invitation(prompts: list[Prompt]) -> None:
    for text in (text for prompt in prompts for text in (prompt.text, prompt.softer)):
        assert text.count("?") <= 1, text
        assert text[-1] in "?.", text
        assert "?" not in text[:-1], text


def test_no_two_prompts_are_nearly_the_same(prompts: list[Prompt]) -> None:
    texts = [prompt.text.lower() for prompt in prompts]
    near = [
        (one, other)
        for one, other in combinations(texts, 2)
        if SequenceMatcher(None, one, other).ratio() >= 0.8
    ]
    assert near == []


def test_the_softer_text_is_another_and_shorter_to_answer(prompts: list[Prompt]) -> None:
    softer = [prompt.softer.lower() for prompt in prompts]
    assert len(set(softer)) == len(softer)
    assert not set(softer) & {prompt.text.lower() for prompt in prompts}


def test_every_prompt_has_a_listener_task_of_its_own(prompts: list[Prompt]) -> None:
    repeated = {
        task: count
        for task, count in Counter(prompt.listener for prompt in prompts).items()
        if count > 1
    }
    assert repeated == {}


def test_prompts_do_not_all_begin_alike(prompts: list[Prompt]) -> None:
    openings = Counter(prompt.text.split()[0] for prompt in prompts)
    word, count = openings.most_common(1)[0]
    assert count <= len(prompts) // 4, word
    assert len(openings) >= 20


def test_no_theme_leans_on_one_opening(programme: Programme) -> None:
    def most(theme: Theme) -> int:
        return Counter(prompt.text.split()[0] for prompt in theme.prompts).most_common(1)[0][1]

    assert {theme.id: most(theme) for theme in programme.themes if most(theme) > 4} == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Share your goals.",
        "You must begin.",
        "What did her letter say?",
        "It is a Journey.",
        "Tea and/or cake",
        "What triggers you?",
    ],
)
def test_the_search_for_unwelcome_words_finds_them(sentence: str) -> None:
    assert FORBIDDEN.search(sentence)


@pytest.mark.parametrize("sentence", ["When were you there?", "A hero in a shed.", "Other cups"])
def test_the_search_for_unwelcome_words_leaves_others_alone(sentence: str) -> None:
    assert not FORBIDDEN.search(sentence)


def test_no_orders_no_jargon_and_nobody_presumed(programme: Programme) -> None:
    assert offenders(programme, FORBIDDEN) == {}


def test_typography(programme: Programme) -> None:
    assert offenders(programme, r"""['"`]""") == {}, "straight quotation marks"
    assert offenders(programme, r"[–—]| - ") == {}, "dashes"
    assert offenders(programme, r"\.\.\.") == {}, "three dots for an ellipsis"
    assert offenders(programme, r"\s{2}|^\s|\s$") == {}, "stray spaces"
    assert offenders(programme, "!") == {}, "exclamation marks"


def test_small_wins_are_said_to_the_other(programme: Programme) -> None:
    assert len(programme.small_wins) == 16
    for win in programme.small_wins:
        assert win.text.startswith("You "), win.id
        assert win.text.endswith("."), win.id
        assert len(win.text) <= 60, win.id


def test_three_groundings_of_one_to_two_minutes(programme: Programme) -> None:
    assert [one.id for one in programme.groundings] == ["three", "feet", "object"]
    for grounding in programme.groundings:
        assert 60 <= grounding.seconds <= 120, grounding.id
        assert grounding.steps[0].text.startswith("Eyes open."), grounding.id
        assert all(len(step.text) <= 80 for step in grounding.steps), grounding.id


def test_feet_are_pressed_three_times_for_ten_seconds(programme: Programme) -> None:
    feet = next(one for one in programme.groundings if one.id == "feet")
    pressing = [step for step in feet.steps if re.search(r"\bpress\b", step.text, re.IGNORECASE)]
    assert [step.seconds for step in pressing] == [10, 10, 10]
    assert len([step for step in feet.steps if "let go" in step.text.lower()]) == 3


def test_stems_leave_room_and_speak_of_the_other(programme: Programme) -> None:
    assert len(programme.stems) == 14
    for stem in programme.stems:
        assert "…" in stem.text, stem.id
        assert re.search(r"\byou\b", stem.text, re.IGNORECASE), stem.id


def test_cues_are_short_and_eye_contact_is_free(programme: Programme) -> None:
    assert len(programme.cues) == 14
    for cue in programme.cues:
        assert len(cue.text) <= 60, cue.id
    looking = [cue for cue in programme.cues if re.search(r"\b(look|gaze|eyes?)\b", cue.text, re.I)]
    assert looking != []
    assert all("if comfortable" in cue.text for cue in looking)


def test_theme_talk_is_played_in_this_order(programme: Programme) -> None:
    (talk,) = programme.formats
    assert (talk.id, talk.minutes) == ("theme_talk", 25)
    assert talk.steps == (
        StepSpec(StepKind.AGREE),
        StepSpec(StepKind.READINESS),
        StepSpec(StepKind.BREATHE, seconds=60, light=True),
        StepSpec(StepKind.INTRODUCE),
        StepSpec(StepKind.TURNS, speak_s=90, mirror_s=45, chunks=3, repair_rounds=2, grace_s=15),
        StepSpec(StepKind.MATTERED),
        StepSpec(StepKind.SMALL_WIN),
        StepSpec(StepKind.RATE),
        StepSpec(StepKind.APPRECIATE, light=True),
        StepSpec(StepKind.LAST_BREATH, seconds=10, light=True),
        StepSpec(StepKind.NEXT_DATE, light=True),
        StepSpec(StepKind.NOTEBOOK, light=True),
    )
