"""A yes of both to the very same thing: what one changes, the other has not said yes to."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from coupleapp.domain.couple import Seat

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Consent(Generic[T]):
    """Who has said yes, and to what; ``to`` is None before anybody has."""

    to: T | None = None
    by: frozenset[Seat] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether both have said yes."""
        return self.by == frozenset(Seat)


def said_yes(consent: Consent[T], seat: Seat, to: T) -> Consent[T]:
    """The consent after this partner's yes; an earlier one to something else does not count."""
    return Consent(to, (consent.by if consent.to == to else frozenset()) | {seat})
