"""What the careful opening notices, and all that it leaves alone."""

import logging
import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coupleapp.domain.words.language import CHARACTERS_MAX, Remark, RemarkKind, Slot, look_over

K = RemarkKind
S = Slot

# A sentence, where it stands, and each thing noticed in it, word for word.
REMARKED: tuple[tuple[str, Slot, tuple[tuple[RemarkKind, str], ...]], ...] = (
    ("You never listen to me.", S.WHAT_HAPPENED, ((K.ABSOLUTE, "never"),)),
    ("You never listen to me.", S.YOUR_SIDE, ((K.ABSOLUTE, "never"),)),
    ("YOU ALWAYS COME HOME LATE", S.WHAT_HAPPENED, ((K.ABSOLUTE, "ALWAYS"),)),
    ("You’ve never once asked how my day was.", S.WHAT_MATTERS, ((K.ABSOLUTE, "never"),)),
    ("you just never care", S.I_FELT, ((K.ABSOLUTE, "never"),)),
    ("It’s always me who washes up.", S.WHAT_HAPPENED, ((K.ABSOLUTE, "always"),)),
    ("We never talk any more.", S.WHAT_MATTERS, ((K.ABSOLUTE, "never"),)),
    ("We always end up shouting.", S.WHAT_HAPPENED, ((K.ABSOLUTE, "always"),)),
    ("You always make me wait.", S.WHAT_HAPPENED, ((K.ABSOLUTE, "always"),)),
    ("You are selfish.", S.WHAT_HAPPENED, ((K.YOU_ARE, "You are selfish"),)),
    ("You’re so unfair to me.", S.I_FELT, ((K.YOU_ARE, "You’re so unfair"),)),
    ("youre being childish", S.WHAT_HAPPENED, ((K.YOU_ARE, "youre being childish"),)),
    ("You were cold to me on Sunday.", S.WHAT_HAPPENED, ((K.YOU_ARE, "You were cold to me"),)),
    ("You are always rude.", S.WHAT_HAPPENED, ((K.YOU_ARE, "You are always rude"),)),
    ("You are impossible to talk to.", S.I_FELT, ((K.YOU_ARE, "You are impossible to talk to"),)),
    ("You make me feel small.", S.I_FELT, ((K.YOU_MAKE_ME, "You make me feel small"),)),
    ("You made me so angry!", S.I_FELT, ((K.YOU_MAKE_ME, "You made me so angry"),)),
    ("You keep making me worry.", S.I_FELT, ((K.YOU_MAKE_ME, "You keep making me worry"),)),
    ("You made me cry.", S.WHAT_HAPPENED, ((K.YOU_MAKE_ME, "You made me cry"),)),
    ("You should help more.", S.ONE_REQUEST, ((K.SHOULD, "You should"),)),
    ("You really shouldn’t work so late.", S.ONE_REQUEST, ((K.SHOULD, "You really shouldn’t"),)),
    ("You should have called.", S.WHAT_HAPPENED, ((K.SHOULD, "You should have"),)),
    ("You ought to rest.", S.ONE_REQUEST, ((K.SHOULD, "You ought to"),)),
    ("You idiot, you left the stove on.", S.WHAT_HAPPENED, ((K.NAME_CALLING, "You idiot"),)),
    ("You are such a liar.", S.I_FELT, ((K.NAME_CALLING, "You are such a liar"),)),
    ("You’re a lazy slob.", S.WHAT_HAPPENED, ((K.NAME_CALLING, "You’re a lazy slob"),)),
    ("Don’t be such an idiot.", S.ONE_REQUEST, ((K.NAME_CALLING, "Don’t be such an idiot"),)),
    ("You make me a bit sad.", S.I_FELT, ((K.YOU_MAKE_ME, "You make me a bit sad"),)),
    ("I think you should rest.", S.ONE_REQUEST, ((K.SHOULD, "you should"),)),
    ("What an idiot you were.", S.WHAT_HAPPENED, ((K.NAME_CALLING, "What an idiot you"),)),
    (
        "You were acting like a child.",
        S.WHAT_HAPPENED,
        ((K.NAME_CALLING, "You were acting like a child"),),
    ),
    ("I feel that you do not care.", S.I_FELT, ((K.THOUGHT_AS_FEELING, "I feel that you"),)),
    ("I felt like you forgot me.", S.I_FELT, ((K.THOUGHT_AS_FEELING, "I felt like you"),)),
    ("I feel that nobody sees me.", S.I_FELT, ((K.THOUGHT_AS_FEELING, "I feel that nobody"),)),
    ("I felt as if you were not there.", S.I_FELT, ((K.THOUGHT_AS_FEELING, "I felt as if you"),)),
    ("I feel you don’t want me here.", S.I_FELT, ((K.THOUGHT_AS_FEELING, "I feel you don’t"),)),
    ("I don't feel like you listen.", S.I_FELT, ((K.THOUGHT_AS_FEELING, "I don't feel like you"),)),
    (
        "I feel like you never ask.",
        S.I_FELT,
        ((K.THOUGHT_AS_FEELING, "I feel like you"), (K.ABSOLUTE, "never")),
    ),
    ("Every time I come home, the TV is on.", S.WHAT_HAPPENED, ((K.SEVERAL_EVENTS, "Every time"),)),
    (
        "On Monday you left the table, and on Thursday you went to bed.",
        S.WHAT_HAPPENED,
        ((K.SEVERAL_EVENTS, "on Thursday"),),
    ),
    (
        "Yesterday you looked at your phone. Last week too.",
        S.WHAT_HAPPENED,
        ((K.SEVERAL_EVENTS, "Last week"),),
    ),
    ("You often come home late.", S.WHAT_HAPPENED, ((K.SEVERAL_EVENTS, "You often"),)),
    ("You keep interrupting me.", S.WHAT_HAPPENED, ((K.SEVERAL_EVENTS, "You keep interrupting"),)),
    ("One. Two. Three, and more.", S.WHAT_MATTERS, ((K.TOO_LONG, "Three, and more."),)),
    ("i was home. you came. you left.", S.WHAT_HAPPENED, ((K.TOO_LONG, "you left."),)),
    ("a" * 280 + "bcd ", S.I_FELT, ((K.TOO_LONG, "bcd"),)),
)  # fmt: skip

LEFT_ALONE: tuple[tuple[str, Slot], ...] = tuple(
    (sentence, slot)
    for slot, sentences in {
        S.YOUR_SIDE: (
            "You are right about the money.",
            "You were tired, and the day had been long.",
            "I know you always try your best.",
            "You have always been there for us.",
            "You never gave up on me.",
            "You never had much time for yourself.",
            "You never know what to expect from your boss.",
            "You always have so much to do.",
            "I feel that you carry a lot these days.",
            "You have to work late this month.",
            "You are good at making people laugh.",
            "You're crazy about that garden.",
            "You are wrong-footed by my silence, I think.",
        ),
        S.WHAT_HAPPENED: (
            "I never learned to swim.",
            "I always wanted a dog.",
            "You said “you never listen” and left the room.",
            "You said 'you always do that' and left.",
            'You shouted "You idiot!" at the door.',
            "I said you are selfish, and I am sorry.",
            "I called you a liar.",
            "You told me I should rest.",
            "You told me that you never wanted to go.",
            "You kept looking at your phone at dinner.",
            "On Monday you promised to call the plumber, and on Friday it still leaked.",
            "On Saturday and on Sunday you were away.",
            "Yesterday, when I came home, you were on the phone.",
            "Yesterday you closed the door. Yesterday was my birthday.",
            "You came at 9 p.m. and went to bed. I stayed up.",
            "Mr. Jones rang. You did not get up.",
            "I waited... and waited. Then you came.",
            "You made me a cup of tea and went out.",
            "You were cold, and I did not bring a blanket.",
            "You should have seen the sky that night.",
            "Our neighbour never greets us.",
            "The train was late again.",
            "You always used to hold my hand.",
            "You made me a sad face across the table.",
            "You made small talk, and I made some too.",
            "You asked whether you should call.",
            "We never had a dog.",
            "You said we never talk.",
            "I do not think it's always me.",
            "You told me you often wake at night.",
            "I do not mean every time.",
            "You are the one I called.",
        ),
        S.I_FELT: (
            "I felt alone.",
            "I felt that evening in my stomach.",
            "I felt that way too.",
            "I felt that. It was sad.",
            "I felt like crying.",
            "I felt like a stranger in the kitchen.",
            "I feel like you do.",
            "I felt that you loved me.",
            "I felt you were near me.",
            "I felt stupid and small.",
            "I was such an idiot, I felt ashamed.",
            "You make me laugh, and I missed that.",
            "You made me so happy in spring.",
            "You made me cry with laughter once.",
            "I should have told you. I felt ashamed.",
            "It makes me sad.",
        ),
        S.WHAT_MATTERS: (
            "I need a quiet hour.",
            "What should I do with my evenings?",
            "Dinner should be at seven.",
            "I don’t think you are selfish.",
            "It is not because you are lazy.",
            "I never want to lose you.",
            "You are always in my thoughts.",
            "You will always be my best friend.",
            "What matters is that you should feel safe.",
            "Do you think you should be there?",
            "You should know that I love you.",
            "I wonder if you are wrong, or if I am.",
            "You, idiot-proof oven and all, matter to me.",
            "You are not selfish.",
            "Every evening with you matters to me.",
            "Have you always felt like that?",
        ),
        S.ONE_REQUEST: (
            "Would you put the phone away at dinner?",
            "Could you tell me, should you be late?",
            "If you should be late, would you send a line?",
            "Could we talk on Monday and on Thursday?",
            "Would you sit with me when you are ready?",
            "Dis-moi quand tu es prêt.",
            "Hast du immer recht?",
            "",
            "   \n ",
        ),
    }.items()
    for sentence in sentences
)


def noticed(text: str, slot: Slot) -> tuple[tuple[RemarkKind, str], ...]:
    return tuple((found.kind, text[found.start : found.end]) for found in look_over(text, slot))


@pytest.mark.parametrize(("text", "slot", "expected"), REMARKED, ids=lambda value: str(value)[:40])
def test_is_noticed_word_for_word(text, slot, expected):
    assert noticed(text, slot) == expected


@pytest.mark.parametrize(("text", "slot"), LEFT_ALONE, ids=lambda value: str(value)[:40])
def test_is_left_alone(text, slot):
    assert noticed(text, slot) == ()


@pytest.mark.parametrize("slot", [slot for slot in S if slot is not S.WHAT_HAPPENED])
def test_only_what_happened_is_one_event(slot):
    text = "On Monday you left the table, and on Thursday you went to bed."
    assert noticed(text, slot) == ()


def test_every_kind_is_in_the_table():
    assert {kind for _, _, expected in REMARKED for kind, _ in expected} == set(RemarkKind)


@pytest.mark.parametrize(
    "text", ["You’re lazy", "YOU'RE LAZY", "you´re  lazy", "You\u00a0are\nlazy"]
)
def test_apostrophes_capitals_and_blanks_are_all_one(text):
    assert [found.kind for found in look_over(text, S.I_FELT)] == [K.YOU_ARE]


def test_exactly_as_much_as_fits_is_not_too_long():
    assert look_over("  " + "a" * CHARACTERS_MAX + "  ", S.I_FELT) == ()
    assert look_over("One. Two.", S.I_FELT) == ()


def test_places_are_those_of_the_text_as_it_was_typed():
    assert look_over("  😀 You are lazy", S.I_FELT) == (Remark(K.YOU_ARE, 4, 16),)


phrases = st.sampled_from(
    [sentence for sentence, _, _ in REMARKED] + [sentence for sentence, _ in LEFT_ALONE]
)
texts = st.text(max_size=400) | st.lists(
    phrases | st.sampled_from(["“", "”", "'", '"', "‘", "’", "«", "never", "you", " and ", "\n"]),
    max_size=8,
).map(" ".join)


@given(texts, st.sampled_from(Slot))
@example("\x00you are\x01lazy", S.WHAT_HAPPENED)
@example("‘’‘’", S.I_FELT)
@example("İ you are lazy ß", S.I_FELT)
def test_any_text_is_read_and_places_lie_inside_it(text, slot):
    remarks = look_over(text, slot)
    assert remarks == look_over(text, slot)
    assert list(remarks) == sorted(remarks, key=lambda found: (found.start, found.end))
    phrases_ = [found for found in remarks if found.kind is not K.TOO_LONG]
    for found in remarks:
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip()
    for before, after in pairwise(phrases_):
        assert before.end <= after.start


@given(texts, st.sampled_from(Slot))
def test_in_quotation_marks_nothing_is_noticed_but_the_length(text, slot):
    inside = "".join(char for char in text if char not in "“”„")[:290]
    kinds = {found.kind for found in look_over(f"“{inside}.”", slot)}
    assert kinds <= {K.TOO_LONG}


@pytest.mark.slow
@pytest.mark.parametrize(
    "part", ["you are ", "'a ", "n't not ", ". ", "you always ", "every ", "\n", "“"]
)
def test_a_very_long_text_is_read_at_once(part):
    """Within two seconds of work, however busy the computer is with other things."""
    text = part * 4_000
    began = time.thread_time()
    look_over(text, S.WHAT_HAPPENED)
    assert time.thread_time() - began < 2


def test_nothing_is_logged(caplog):
    with caplog.at_level(logging.DEBUG):
        look_over("You idiot, you never listen.", S.WHAT_HAPPENED)
    assert caplog.records == []
