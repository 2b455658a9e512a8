"""Who the two are, and what they have chosen."""

from dataclasses import replace
from datetime import time

from coupleapp.application.local_date import local_date
from coupleapp.application.ports import Clock, CoupleStore
from coupleapp.domain.calm.comfort import COMFORT_MAX, Comfort
from coupleapp.domain.couple import Couple, NameFault, NameRefused, Seat, clean_name
from coupleapp.domain.settings import Settings
from coupleapp.domain.words.lines import clean_line


class Couples:
    """The couple and their settings, as they are now."""

    def __init__(self, store: CoupleStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self.couple = store.couple()
        self.settings = store.settings()

    def begin(self, left: str, right: str, evening: time | None) -> Couple:
        """End the first run; ``evening`` is local, None for no nightly appreciation.

        Raises:
            NameRefused: A name cannot be taken; nothing was kept.
        """
        today = local_date(self._clock)
        couple = Couple(clean_name(left), clean_name(right), today)
        settings = Settings(evening=evening)
        self._store.save(couple, settings)
        self.couple, self.settings = couple, settings
        return couple

    def check(self, left: str, right: str) -> None:
        """Whether the first run can end with these names.

        Raises:
            NameRefused: A name cannot be taken.
        """
        Couple(clean_name(left), clean_name(right), local_date(self._clock))

    def rename(self, left: str, right: str) -> None:
        """Change the names. Every line belongs to a seat, so they cannot be exchanged.

        Raises:
            NameRefused: A name cannot be taken, or both are exchanged; nothing was kept.
        """
        if self.couple is None:
            raise ValueError("there is no couple yet")
        couple = Couple(clean_name(left), clean_name(right), self.couple.since)
        if (couple.left, couple.right) == (self.couple.right, self.couple.left):
            raise NameRefused(NameFault.SWAPPED)
        self._store.save(couple, self.settings)
        self.couple = couple

    def choose(self, settings: Settings) -> None:
        """Change what is chosen."""
        if self.couple is None:
            raise ValueError("there is no couple yet")
        if settings != self.settings:
            self._store.save(self.couple, settings)
            self.settings = settings

    def name_comfort(self, seat: Seat, hold: str, place: str) -> None:
        """Keep what this partner likes to hold, and where they feel at ease; either may be empty.

        A full stop at the end goes, because both stand within a sentence.

        Raises:
            LineRefused: One of them is too long; nothing was kept.
        """
        lines = (clean_line(words.rstrip(" .,;!"), most=COMFORT_MAX) for words in (hold, place))
        comforts = self.settings.comforts.having(seat, Comfort(*lines))
        self.choose(replace(self.settings, comforts=comforts))
