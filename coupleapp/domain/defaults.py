"""Every number of the programme that is not part of a format, with its range and its source.

"Design" marks a judgement of ours with no direct study behind it.
"""

from datetime import timedelta

START_GATE_TENSION = 7
"""Tension (0 to 10) from which today suits something lighter; range 5 to 9. Design."""

RATING_MAX = 10
"""Upper end of every private rating; the lower end is 0."""

ONE_BREATH_S = 5
"""Length of the one-breath pause in seconds; range 3 to 15 (McCurry, May and Donaldson 2024)."""

THINK_MINUTES = 10
"""Length of "let me think"; range 2 to 30 minutes. The source article's own number."""

FLOODED_MINUTES = 30
"""Length of "it is too much"; range 20 minutes to 24 hours (Gottman: at least 20 minutes)."""

PAUSE_BOUNDS = {"think": (2, 30), "flooded": (20, 1440)}
"""Shortest and longest pause in minutes, by kind."""

PAUSE_LENGTHS = (10, 20, 30, 60)
"""Minutes to choose from; "tomorrow" stands beside them (Rosen et al. 2003)."""

EXTEND = timedelta(minutes=15)
"""How much one "a little longer" adds to a pause. Design."""

EXTENSIONS_MAX = 2
"""How often a pause may be made longer before another day is offered. Design."""

RECAP_S = 60
"""Seconds for each partner's recap after a pause; range 30 to 120. The source article."""

GRACE_S = 15
"""Seconds to finish a sentence after the tone, wherever a format does not say. Design."""

REPAIR_ROUNDS = 2
"""How often something is said back again; range 1 to 3. Design."""

CHUNKS = 3
"""Chunks of each turn in a theme talk; range 1 to 5. Design."""

SPEAK_S = 90
"""Seconds of one chunk in a theme talk; range 30 to 180 (short turns, Sprecher et al. 2013)."""

DEPTH_CEILING = 2
"""Deepest prompt before the couple chooses otherwise; range 1 to 5 (Aron et al. 1997; the
caution of Algoe and Zhaoyang 2016)."""

BOOK_WITHIN = timedelta(hours=48)
"""How far away a booked return may lie; range 2 to 48 hours, 24 is customary (Rosen et al. 2003,
the negotiated time-out)."""

PAUSES_NOTED = 3
"""From more pauses than this in one session on, one neutral line is said to both. Design."""

UNRESUMED_NOTED = 3
"""From so many sessions in a row that ended inside a pause on, the same line is said. Design."""

FEELINGS_MAX = 3
"""Words of the feeling list in one guess; naming once, in one to three words, after the body is
calm (Lieberman et al. 2007; Nook, Satpute and Ochsner 2021)."""

TYPED_FACTOR = 3
"""How many times longer a typed turn is than a spoken one. Design; a timer can be switched off,
too (WCAG 2.2.1)."""

SPARE_MIN_S = 20
"""Least time left from the turns, in seconds, that is worth giving back. Design."""

SPARE_MAX_S = 180
"""Longest time given back to one partner, in seconds: one long chunk. Design."""

LOOSE_AFTER = 6
"""Finished talks after which the listener may answer without saying back first (Gottman, Coan,
Carrere and Swanson 1998: saying back is practice, not how happy couples talk)."""

BALANCE_SESSIONS = 8
"""How many of the last talks the balance of speaking time is taken over. Design."""

BALANCE_S = 60
"""A balance of less than so many seconds is even. Design."""

OUTSIDE_VIEW_DAYS = (1, 2)
"""Days after a hard talk on which the outside view is offered (Finkel et al. 2013: a day after)."""
