"""Agreements as the couple lives with them: looked at again, kept, changed, ended, parked, left."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime
from typing import Protocol

from coupleapp.application.local_date import local_date
from coupleapp.application.ports import Clock, StoreDamaged
from coupleapp.domain.agreements.agreement import Agreement, Words, review_day, reworded, words_of
from coupleapp.domain.agreements.life import (
    AgreementEvent,
    AgreementLife,
    ImpossibleLifeError,
    Status,
    evolve,
    fold,
)
from coupleapp.domain.agreements.rules import (
    AgreementCommand,
    AgreementFault,
    AgreementRefusal,
    Change,
    decide,
)
from coupleapp.domain.couple import Seat
from coupleapp.domain.needs.needs import refuse_asking


@dataclass(frozen=True, slots=True)
class AgreementLog:
    """What has happened to one agreement; ``length`` still counts answers that were erased."""

    agreement_id: str
    length: int
    events: tuple[AgreementEvent, ...]


Folded = dict[str, tuple[AgreementLog, AgreementLife | None]]
"""Logs by id with what each folds to; None where a log is not one of ours."""


class AgreementStore(Protocol):
    """Agreements: a log of events each."""

    def logs(self) -> tuple[AgreementLog, ...]:
        """All that can be read, in the order in which they were made; others are left aside."""

    def append(self, agreement_id: str, after: int, event: AgreementEvent) -> None:
        """Add what happened after so many events, and erase private answers that are not needed.

        Raises:
            StoreError: Nothing was written, because it could not be or the log has another length.
        """

    def leave_aside(self, agreement_id: str, error: Exception) -> None:
        """Count it among what cannot be read: each of its events can, and they cannot be."""

    def delete(self, agreement_id: str) -> None:
        """Delete it for good with its history; nothing of its words stays in the file."""


class Agreements:
    """The couple's agreements."""

    def __init__(self, store: AgreementStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._folded: Folded = {}

    def all(self) -> tuple[AgreementLife, ...]:
        """Every agreement as it stands, in the order in which they were made.

        One whose log cannot be is left aside, so that it stands in the way of no other one; nothing
        of it is deleted.
        """
        self._folded = _fold_logs(self._store, self._folded)
        return tuple(life for _, life in self._folded.values() if life is not None)

    def running(self) -> tuple[AgreementLife, ...]:
        """Those that are being tried."""
        return tuple(life for life in self.all() if life.status is Status.RUNNING)

    def due(self) -> tuple[AgreementLife, ...]:
        """Those it is a good time to look at again, the one that waits longest first."""
        today = self.today()
        waiting = [life for life in self.running() if life.is_due(today)]
        return tuple(sorted(waiting, key=lambda life: life.review_on or today))

    def today(self) -> date:
        """The local date."""
        return local_date(self._clock)

    def do(self, agreement_id: str, command: AgreementCommand) -> AgreementLife | AgreementRefusal:
        """Do it, if it can be done now.

        Returns:
            The agreement as it stands then; a refusal where the rules say no, or where it is not
            there any more.
        """
        return self._do(agreement_id, command, self._clock.now())

    def reword(
        self,
        agreement: Agreement,
        words: Words,
        days: int,
        by: frozenset[Seat],
        names: Sequence[str] = (),
    ) -> AgreementLife | AgreementRefusal:
        """Give it these words and a trial of so many days, as both have said yes to.

        Raises:
            BelongsToEachAlone: A line asks one of them to give way where nobody is asked to; the
                old words stand.
            LineRefused: A line is empty or too long; the old words stand.
            TrialRefused: The trial is too short or too long; the old words stand.
        """
        now = self._clock.now()
        new = self._reworded(agreement, words, days, names, now)
        return self._do(agreement.id, Change(by, new), now)

    def check(
        self, agreement: Agreement, words: Words, days: int, names: Sequence[str] = ()
    ) -> Agreement:
        """The agreement as these words would make it; nothing is kept. See ``reword``.

        Raises:
            BelongsToEachAlone: A line asks one of them to give way where nobody is asked to.
            LineRefused: A line is empty or too long.
            TrialRefused: The trial is too short or too long.
        """
        return self._reworded(agreement, words, days, names, self._clock.now())

    def delete(self, life: AgreementLife) -> None:
        """Delete one that is over, for good.

        Raises:
            ValueError: It is not over; one leaves it first.
        """
        if life.status is not Status.OVER:
            raise ValueError("only one that is over is deleted")
        self._store.delete(life.agreement.id)

    def _reworded(
        self, agreement: Agreement, words: Words, days: int, names: Sequence[str], now: datetime
    ) -> Agreement:
        """The one place where words that were typed become an agreement again."""
        new = reworded(agreement, words, now, review_day(now, self._clock.zone(), days))
        for line in astuple(words_of(new)):
            refuse_asking(line, names)
        return new

    def _do(
        self, agreement_id: str, command: AgreementCommand, now: datetime
    ) -> AgreementLife | AgreementRefusal:
        self.all()
        if agreement_id not in self._folded:
            return AgreementRefusal(AgreementFault.NOT_THERE)
        log, life = self._folded[agreement_id]
        if life is None:
            raise StoreDamaged("not the log of an agreement")
        decision = decide(life, command, now, self._clock.zone())
        if isinstance(decision, AgreementRefusal):
            return decision
        after = evolve(life, decision)
        self._store.append(agreement_id, log.length, decision)
        return after


def lives(store: AgreementStore) -> tuple[AgreementLife, ...]:
    """As ``Agreements.all``, read once."""
    return tuple(life for _, life in _fold_logs(store, {}).values() if life is not None)


def review_dates(lives: Sequence[AgreementLife]) -> tuple[date, ...]:
    """The local dates on which an agreement is looked at again, of all that run."""
    return tuple(life.review_on for life in lives if life.review_on is not None)


def _fold_logs(store: AgreementStore, known: Folded) -> Folded:
    """Each log by its id with what it folds to; one that is as it was is not folded again."""
    return {
        log.agreement_id: known[log.agreement_id]
        if log.agreement_id in known and known[log.agreement_id][0] == log
        else (log, _life(log, store))
        for log in store.logs()
    }


def _life(log: AgreementLog, store: AgreementStore) -> AgreementLife | None:
    try:
        return fold(log.events)
    except ImpossibleLifeError as error:
        store.leave_aside(log.agreement_id, error)
        return None
