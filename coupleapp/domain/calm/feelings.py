"""Words for feelings, to choose from when one's own do not come.

Naming a feeling once, in a word or three, can take some of its heat (Torre and Lieberman 2018).
"Not sure" and words of one's own are offered by the interface beside these.
"""

from dataclasses import dataclass

from coupleapp.domain.checks import require_texts, require_unique


@dataclass(frozen=True, slots=True)
class Feeling:
    """One word that can end the sentence "I felt".

    Attributes:
        word: One to three words in lower case; a feeling, not a verdict on somebody.

    Raises:
        ValueError: A text is empty.
    """

    id: str
    word: str

    def __post_init__(self) -> None:
        require_texts(self)


@dataclass(frozen=True, slots=True)
class FeelingFamily:
    """Feelings that are near to each other.

    Attributes:
        pleasant: Whether these are nice to have; ours hold as many words of either kind.
        feelings: At least one, in the order in which they are shown.

    Raises:
        ValueError: A text or the feelings are missing, or an id occurs twice.
    """

    id: str
    title: str
    pleasant: bool
    feelings: tuple[Feeling, ...]

    def __post_init__(self) -> None:
        require_texts(self)
        if not self.feelings:
            raise ValueError("a family needs at least one feeling")
        require_unique("feeling", (one.id for one in self.feelings))
