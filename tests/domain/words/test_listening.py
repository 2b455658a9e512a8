"""What is told to the listener fits what they do now."""

import pytest

from coupleapp.domain.words.listening import only_asking, while_listening, without_listening


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Listen for one feeling. Say it back as a guess.", "Say it back as a guess."),
        ("Listen for what it cost them.", ""),
        ("Ask where they were when it played.", "Ask where they were when it played."),
        ("Say back the wish. Listen whether it fits.", "Say back the wish."),
        ("Listening is enough? Ask once.", "Listening is enough? Ask once."),
        ("", ""),
    ],
)
def test_to_listen_was_before(line, left):
    assert without_listening(line) == left


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Listen for one feeling. Say it back as a guess.", ""),
        ("Say back the treat. Ask what makes it one.", "Ask what makes it one."),
        (
            "Ask one question about how it came to them.",
            "Ask one question about how it came to them.",
        ),
        ("Asking is not needed.", ""),
    ],
)
def test_while_they_ask_only_what_is_about_asking_stays(line: str, left: str):
    assert only_asking(line) == left


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Listen for one feeling. Say it back as a guess.", "Listen for one feeling."),
        ("Picture where it comes from. Say back that place.", "Picture where it comes from."),
        ("Ask what makes it feel like a luxury.", ""),
    ],
)
def test_while_the_other_speaks_nobody_is_told_to_ask(line: str, left: str):
    assert while_listening(line) == left
