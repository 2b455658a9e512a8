"""A talk about needs: what two people write becomes commands, and what may be read is read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from coupleapp.application.ports import Clock
from coupleapp.application.session_leader import SessionLeader
from coupleapp.domain.agreements.agreement import Agreement, Topic, review_day
from coupleapp.domain.couple import Seat
from coupleapp.domain.guided_session import GuidedSession, Refusal, Why
from coupleapp.domain.guided_session import needs_commands as c
from coupleapp.domain.guided_session import needs_steps as n
from coupleapp.domain.guided_session.needs_state import NeedsSoFar
from coupleapp.domain.needs.guarded import Area
from coupleapp.domain.needs.needs import (
    TOPIC_ID,
    Bends,
    LineKind,
    Need,
    NeedLine,
    Ring,
    Trial,
    is_about_touch,
    refuse_asking,
    refuse_demanding,
    trial_of,
)
from coupleapp.domain.words.lines import clean_line


class NeedsStore(Protocol):
    """The words of talks about needs. They are written with a session's events."""

    def needs(self, session_id: str, seats: Sequence[Seat]) -> tuple[Need, ...]:
        """The lines of these partners' lists; nobody else's is read."""

    def lines(self, session_id: str) -> tuple[NeedLine, ...]:
        """The lines of both."""

    def kept(self) -> tuple[str, ...]:
        """The ids of the sessions that are over and left words."""

    def forget(self, session_id: str) -> None:
        """Delete the words of this talk for good; nothing of them stays in the file."""


@dataclass(frozen=True, slots=True)
class OnTheTable:
    """What may be read of a talk about needs: one's own list while alone, later both lists."""

    topic: Topic | None = None
    own_topic: str = ""
    needs: tuple[Need, ...] = ()
    common: tuple[str, ...] = ()
    grounds: tuple[NeedLine, ...] = ()
    options: tuple[NeedLine, ...] = ()
    trial: Trial | None = None
    chosen: NeedLine | None = None

    @property
    def about_touch(self) -> bool:
        """Whether "A no needs no reason and can change any time." stands with any of it."""
        tender = self.topic is not None and is_about_touch(self.topic)
        lines = (*self.grounds, *self.options)
        named = any(line.about_touch for line in lines)
        return tender or named or any(need.about_touch for need in self.needs)

    def of(self, seat: Seat, ring: Ring) -> tuple[Need, ...]:
        """This partner's lines in this ring."""
        return tuple(need for need in self.needs if (need.seat, need.ring) == (seat, ring))


class NeedsTalk:
    """Every method gives a command to the session's leader, and says why if it was refused.

    Whatever is written may raise ``LineRefused`` (a line is empty or too long),
    ``BelongsToEachAlone`` (nobody can be asked to give way there) or a ``StoreError`` (it could
    not be kept). Nothing has changed then.
    """

    def __init__(self, store: NeedsStore, clock: Clock, new_id: Callable[[], str]) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id

    def choose(self, leader: SessionLeader, topic: Topic, own: str = "") -> Refusal | None:
        """Say what it is about; ``own`` are their own words for a topic of theirs."""
        line = None
        if topic is Topic.OWN:
            line = NeedLine(TOPIC_ID, LineKind.TOPIC, clean_line(own, needed=True))
        return leader.handle(c.ChooseTopic(topic, line))

    def add_core(
        self, leader: SessionLeader, text: str, why: str = "", names: Sequence[str] = ()
    ) -> Refusal | None:
        """Put a line on the list of what matters most to whoever writes."""
        refuse_demanding(text, names)
        return self._add(leader, Ring.CORE, text, why=clean_line(why))

    def add_flexible(
        self, leader: SessionLeader, text: str, asks: Area | None = None
    ) -> Refusal | None:
        """Put a line on the list of what can bend."""
        return self._add(leader, Ring.FLEXIBLE, text, area=asks)

    def take_back(
        self, leader: SessionLeader, need_id: str, keep: Callable[[Need], None]
    ) -> Refusal | None:
        """Take a line off the list of whoever writes, to be written anew.

        Args:
            leader: The session.
            need_id: The line.
            keep: Puts its words on disk where they are written anew, before it returns. Only then
                do they leave the list, so that no crash comes between.
        """
        step = leader.state.step
        if not isinstance(step, n.Listing):
            return Refusal(Why.OTHER_STEP)
        there = [one for one in self._store.needs(leader.id, [step.seat]) if one.id == need_id]
        if not there:
            return Refusal(Why.NOT_THERE)
        keep(there[0])
        return leader.handle(c.TakeNeedBack(need_id))

    def add_line(
        self, leader: SessionLeader, text: str, names: Sequence[str] = ()
    ) -> Refusal | None:
        """Add common ground, or an option, wherever they are."""
        weighing = isinstance(leader.state.step, n.WeighingOptions)
        kind = LineKind.OPTION if weighing else LineKind.COMMON
        words = clean_line(text, needed=True)
        refuse_asking(words, names)
        return leader.handle(c.AddLine(NeedLine(self._new_id(), kind, words)))

    def propose(
        self, leader: SessionLeader, trial: Trial, names: Sequence[str] = ()
    ) -> Refusal | None:
        """Lay this plan on the table, for both to read."""
        for line in trial.lines:
            refuse_asking(line.spoken, names)
        return leader.handle(c.ProposeTrial(trial))

    def confirm(self, leader: SessionLeader, seat: Seat) -> Refusal | None:
        """One partner's yes to the plan on the table; with the second it is an agreement."""
        table = self.read(leader)
        if table.trial is None or table.topic is None:
            return Refusal(Why.OTHER_STEP)
        now, trial = self._clock.now(), table.trial
        agreement = Agreement(
            id=self._new_id(),
            topic=table.topic,
            own_topic=table.own_topic,
            session_id=leader.id,
            made_at=now,
            when=trial.when,
            where=trial.where,
            left=trial.left,
            right=trial.right,
            review_on=review_day(now, self._clock.zone(), trial.days),
            what=trial.what,
        )
        return leader.handle(c.ConfirmTrial(seat, agreement))

    def read(self, leader: SessionLeader, alone: Seat | None = None) -> OnTheTable:
        """What may be read now."""
        return table_of(self._store, leader.id, leader.state, alone)

    def _add(
        self,
        leader: SessionLeader,
        ring: Ring,
        text: str,
        why: str = "",
        area: Area | None = None,
    ) -> Refusal | None:
        step, topic = leader.state.step, leader.state.needs.topic
        if not isinstance(step, n.Listing) or topic is None:
            return Refusal(Why.OTHER_STEP)
        need = Need(
            id=self._new_id(),
            seat=step.seat,
            ring=ring,
            topic=topic,
            text=clean_line(text, needed=True),
            why=why,
            bends=Bends.MINE if area is None else Bends.THEIRS,
            area=area,
        )
        return leader.handle(c.ListNeed(need))


def table_of(
    store: NeedsStore, session_id: str, state: GuidedSession, alone: Seat | None = None
) -> OnTheTable:
    """What may be read of the talk that stands at ``state``."""
    so_far = state.needs
    if so_far.topic is None:
        return OnTheTable()
    readable = [seat for seat in Seat if so_far.may_be_read(seat, alone)]
    needs = {need.id: need for need in store.needs(session_id, readable)}
    lines = {line.id: line for line in store.lines(session_id)}
    topic = lines.get(TOPIC_ID)
    return OnTheTable(
        topic=so_far.topic,
        own_topic=topic.text if topic is not None else "",
        needs=tuple(needs[one.id] for one in so_far.listed if one.id in needs),
        common=so_far.common,
        grounds=tuple(lines[one] for one in so_far.grounds if one in lines),
        options=tuple(lines[one] for one in so_far.options if one in lines),
        trial=_trial(tuple(lines.values()), so_far),
        chosen=lines.get(so_far.chosen or ""),
    )


def _trial(lines: Sequence[NeedLine], so_far: NeedsSoFar) -> Trial | None:
    if so_far.days is None or so_far.agreement_id is not None:
        return None
    try:
        return trial_of(lines, so_far.days)
    except KeyError:
        return None
