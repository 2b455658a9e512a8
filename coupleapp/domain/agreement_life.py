"""The life of an agreement, as events and the state they fold to."""

from dataclasses import dataclass

from coupleapp.domain.agreements import Agreement


@dataclass(frozen=True, slots=True)
class Made:
    """They agreed to try it."""

    agreement: Agreement
