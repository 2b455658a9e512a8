"""What is offered in a pause: one thing at once, and a few others side by side."""

from collections.abc import Sequence
from typing import TypeAlias

from coupleapp.domain.calm.grounding import Grounding, Rest, SlowBreathing, Zone
from coupleapp.domain.defaults import OFFERS_AT_ONCE
from coupleapp.domain.programme.programme import Programme, groundings_for, rests_for

Offer: TypeAlias = Grounding | SlowBreathing | Rest

_HERE_AT_ONCE = OFFERS_AT_ONCE - 1
_SLOW = SlowBreathing()


def offers_for(programme: Programme, zone: Zone) -> tuple[Offer, ...]:
    """Everything that suits this zone, what is offered first at the front.

    Slow breathing comes second. After three things in the chair comes one away from it, so that
    both kinds are among the first.
    """
    here: list[Offer] = [one for one in groundings_for(programme, zone) if zone in one.suits]
    away: list[Offer] = [one for one in rests_for(programme, zone) if zone in one.suits]
    if zone in _SLOW.suits:
        here.insert(1, _SLOW)
    # The first is begun at once, and not among those that are offered beside each other.
    mixed, here = here[:1], here[1:]
    while here or away:
        mixed += here[:_HERE_AT_ONCE] + away[:1]
        here, away = here[_HERE_AT_ONCE:], away[1:]
    return tuple(mixed)


def begun_for(programme: Programme, zone: Zone) -> Grounding | None:
    """The grounding that is begun at once; None where none suits."""
    suiting = (one for one in offers_for(programme, zone) if isinstance(one, Grounding))
    return next(suiting, None)


def others_than(offers: Sequence[Offer], now: Offer | None, turn: int) -> tuple[Offer, ...]:
    """At most ``OFFERS_AT_ONCE`` of these, without the one they are at now.

    Args:
        offers: Everything that suits, in its order.
        now: What they are at; None for nothing.
        turn: How often others were asked for, from 0; after the last come the first again.
    """
    others = [one for one in offers if one != now]
    if not others:
        return ()
    pages = -(-len(others) // OFFERS_AT_ONCE)
    first = turn % pages * OFFERS_AT_ONCE
    return tuple(others[first : first + OFFERS_AT_ONCE])


def has_more(offers: Sequence[Offer], now: Offer | None) -> bool:
    """Whether there are others than those that are shown at once."""
    return len([one for one in offers if one != now]) > OFFERS_AT_ONCE
