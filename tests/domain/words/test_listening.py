"""What is told to the listener fits what they do now."""

import pytest

from coupleapp.domain.words.listening import without_listening


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
