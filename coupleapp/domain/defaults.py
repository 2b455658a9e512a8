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

BREATH_OPENING_MINUTES = 1
"""Minutes of breathing that open a talk (the source article; De Couck et al. 2019 had two)."""

BREATH_OPENING_BOUNDS = (0, 5)
"""Fewest and most minutes that open a talk; 0 leaves it out (Bentley et al. 2023: five)."""

LIGHTS_GROW_PERCENT = 12
"""How much larger the lights are at the end of the in-breath, in percent of their size: at most 15,
because growing shapes make some people dizzy (WCAG 2.2, 2.3.3; the number is design). With less
motion nothing grows."""

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

QUESTION_S = 30
"""Seconds for the one question that whoever says back may ask, and its answer; range 15 to 60.

One open question belongs to listening (Bodenmann 2012); the number is a judgement of ours."""

REPAIR_ROUNDS = 2
"""How often something is said back again; range 1 to 3. Design."""

CHUNKS = 3
"""Chunks of each turn in a theme talk. Design."""

CHUNKS_BOUNDS = (1, 5)
"""Fewest and most chunks of a turn, chosen by the couple or wished for by a pack. Design."""

CARDS = 3
"""Questions of one theme talk, rising (three sets of rising closeness, Aron et al. 1997)."""

CARDS_BOUNDS = (1, 3)
"""Fewest and most questions of one talk, chosen by the couple. Design."""

SPEAK_S = 90
"""Seconds of one chunk in a theme talk (short turns, Sprecher et al. 2013)."""

SPEAK_S_BOUNDS = (30, 180)
"""Shortest and longest chunk in seconds, chosen by the couple or wished for by a pack. Design."""

DEPTH_START = 1
"""Where the depth ladder begins, 1 to 5 (rising in steps, Aron et al. 1997)."""

OWN_CEILING = 2
"""How deep it may go for one partner until they choose otherwise; range 1 to 5 (the caution of
Algoe and Zhaoyang 2016: what is told deeply does good where the other is there for it)."""

GENTLE_DEPTH = 2
"""Deepest question of the gentle track. Design."""

TENDER_DEPTH = 4
"""From this depth on a question is named as tender before it is read. Design."""

OPEN_DEPTH = 3
"""Deepest kind of sitting that opens by the weeks alone: both choose it and agree to it each time.
What is deeper waits for the ladder, too (Algoe and Zhaoyang 2016: being vulnerable helps where
somebody listens). Design."""

GENTLE_WEEKS = 3
"""Weeks of the gentle track; range 2 to 8. Design, for safety."""

STEPS_BACK = (0,) * 16 + (1,) * 40 + (2,) * 4 + (3,) * 2 + (4,) * 2
"""How a session that chance holds back is held, in steps, drawn evenly: mostly by one step, or by
going no deeper. By more than a step so seldom that it costs little, and so often that a fall of any
size has more than one cause. Design."""

LIGHT_EVERY = 4
"""At the latest every so many talks suits something lighter; range 2 to 8. Design."""

RAISE_AFTER = 3
"""Sessions in a row that went well for both, before it goes one step deeper. Design."""

RAISE_HEARD = 7
"""From this on (0 to 10) somebody felt heard; range 5 to 9 (closeness needs a listener who is
there for it, Laurenceau, Barrett and Pietromonaco 1998; the number is design)."""

RAISE_TENSION = 1
"""How much tension (0 to 10) may have grown in a session that went well. Design."""

LOWER_HEARD = 4
"""Down to this (0 to 10) somebody did not feel heard; range 2 to 6. Design."""

LOWER_TENSION = 3
"""By so much (0 to 10) tension has grown in a session that was too much. Design."""

BY_CHANCE = 12
"""One session in so many is lighter, and one in so many goes no deeper or a step back, by nothing
but a lot (Warner 1965: an answer mixed with chance gives nobody away; the share
is design)."""

PROMPT_RESTS = timedelta(days=365)
"""How long a question rests after it was talked about. Design: a year without repeats."""

EXITS = (4, 8, 12)
"""Themes talked about after which "done for now" is offered beside "go on": where programmes of
this kind end (Doss et al. 2016; Rothman, Roddy and Doss 2019 on who leaves early)."""

COMING_AT_ONCE = 4
"""Themes shown of those that come next; the others are one press away. Design."""

OWN_TITLE_MAX = 40
"""Longest title of a theme of their own in characters: it stands large on Home. Design."""

OWN_QUESTION_MAX = 200
"""Longest question of their own in characters, as it can be read at two metres. Design."""

OWN_THEMES_MOST = 200
"""Themes of their own that a couple can keep. Design."""

BOOK_WITHIN = timedelta(hours=48)
"""How far away a booked return may lie; range 2 to 48 hours, 24 is customary (Rosen et al. 2003,
the negotiated time-out)."""

PAUSES_NOTED = 3
"""From more pauses than this in one session on, one neutral line is said to both. Design."""

OFFERS_AT_ONCE = 4
"""Most exercises offered side by side in a pause: to somebody to whom it is too much. Design."""

UNRESUMED_NOTED = 3
"""From so many sessions in a row that ended inside a pause on, the same line is said. Design."""

FEELINGS_MAX = 3
"""Words in one guess: one to three (Lieberman et al. 2007; Nook, Satpute and Ochsner 2021)."""

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

SETBACK_DAYS = (1, 2, 3)
"""Days after a talk that ended early on which it is asked what that was to protect: never in the
heat, and not when it is long past (a day after, as the outside view, Finkel et al. 2013; the days
are design)."""

EVENING_WINDOW = timedelta(minutes=90)
"""How long after its time a reminder may still come: 21:30 to 23:00 by default. Design."""

SNOOZES = (15, 30)
"""Minutes of "later". Design, after what users of reminder programs ask for."""

INVITES_A_WEEK = 1
"""Invitations a week (Baumel et al. 2019: prompts that are not wanted tire)."""

INVITES_BOUNDS = (0, 2)
"""Fewest and most invitations a week. Design."""

TEXT_PERCENT_BOUNDS = (100, 200)
"""Smallest and largest text, in percent of the normal size (WCAG 2.2, 1.4.4: up to 200)."""

APART = timedelta(minutes=30)
"""Least time between an invitation and whatever was shown before it. Design."""

AWAY_DAYS = 14
"""Quiet days after which the next word is a welcome back; range 7 to 60. Design."""

LOOK_BACK_DAYS = 28
"""Days between two evenings with the notebook: a monthly reading together. Design."""

REST_DAYS = (1, 60)
"""Shortest and longest rest of all reminders, in days: it always has an end. Design."""

CHECK_IN_DAYS = 28
"""Days between two check-ins: four whole weeks, so that it stays on the same day of the week
(Cordova et al. 2014: a light checkup keeps what was won; monthly is design)."""

DEEP_REVIEW_EVERY = 3
"""Every so many check-ins it is the deeper review; range 1 to 12 (Cordova et al. 2014 looked back
after a year; every third month is design)."""

LINE_MAX = 120
"""Longest short line in characters: a place, "I will ...", a ritual's name or meaning. Design."""

BOOK_AHEAD = timedelta(days=366)
"""How far away an appointment may lie. Design."""

KEPT_AFTER = timedelta(hours=24)
"""How long an appointment is shown after it began, to be moved. Design."""

ACTIVITY_WEEKS = 4
"""Weeks in which one thing together is picked; range 1 to 12 (Coulter and Malouff 2013)."""

ACTIVITY_LENGTH = timedelta(minutes=90)
"""How long such a thing takes; range 20 to 180 minutes (Coulter and Malouff 2013)."""

ACTIVITY_AGAIN_WEEKS = 52
"""Weeks in which what was picked is not offered again: what is new to both is what does it (Aron
et al. 2000); the year is design."""

IDEAS_AT_ONCE = 6
"""Ideas shown at once, and by as many they move on from week to week. Design."""

ACTIVITY_EVENING_HOUR = 18
"""Hour of Sunday from which a pick without a time is asked about. Design."""

ACTIVITY_ASKED_WEEKS = 1
"""Weeks after its own in which a pick may still be asked about; then it rests. Design."""

TALK_LENGTH = timedelta(minutes=45)
"""How long a talk is in the couple's own calendar; formats take 10 to 45 minutes. Design."""

RITUAL_LENGTH = timedelta(minutes=30)
"""How long a ritual is there. Design."""

PACK_SAY_BACK_S = (20, 90)
"""Shortest and longest time to say back a pack can wish for, in seconds; 45 in ours. Design."""

PACK_TENDER_DEPTH = 3
"""Depth from which a sitting of a pack begins as ours do: both agree, and each is asked in private
how they are (stepwise depth, Aron et al. 1997; the caution of Algoe and Zhaoyang 2016)."""

PACK_OPENS_IN_WEEK = {1: 0, 2: 0, 3: 3, 4: 3, 5: 4}
"""Weeks before a sitting of a pack is offered, by its depth: as with ours, small steps come first
(Conradi et al. 2018; the weeks are design)."""

PACK_LONGEST_S = 3600
"""Longest a sitting of a pack can be by its timers, in seconds (Gottman's weekly hour)."""

PACKS_MOST = 12
"""Packs a couple can keep at a time. Design."""

PACK_THEMES_MOST = 52
"""Themes of one pack: a year of weeks. Design."""

PACK_PROMPTS_MOST = 60
"""Questions of one theme of a pack, or that it adds to one of ours. Design."""

PACK_FORMATS_MOST = 12
"""Kinds of sitting of one pack. Design."""

PACK_CUES_MOST = 60
"""Lines for the listener of one pack. Design."""

TRIAL_DAYS = 14
"""How long an agreement is tried before they look at it again (couples who had learned to talk
were followed up after some weeks, Markman, Stanley and Blumberg 2010; two weeks are design)."""

TRIAL_BOUNDS = (7, 30)
"""Shortest and longest trial of an agreement, in days. Design."""

TRIAL_LENGTHS = (7, 14, 30)
"""Days to choose from: the shortest, ``TRIAL_DAYS``, the longest. Design."""

CORE_MAX = 3
"""Most lines of what matters most to one partner; range 1 to 5 (Gottman: as few as honest)."""

FLEXIBLE_MAX = 8
"""Most lines of what can bend for one partner; range 1 to 15 (Gottman: as many as there are)."""

COMMON_MAX = 12
"""Most lines of common ground that the couple adds. Design."""

OPTIONS_MIN = 3
"""Fewest options before one is tried: the first idea is seldom the only one (brainstorming before
choosing, Markman, Stanley and Blumberg 2010; the three are design)."""

OPTIONS_MAX = 12
"""Most options: what still fits on one screen. Design."""

FITS_FROM = 5
"""From this rating (0 to 10) on a plan fits one's core; what is below is a reason to change it.
Design."""

DIGNITY_KEPT = 7
"""From this rating (0 to 10) of both on their dignity counts as kept. Design."""
