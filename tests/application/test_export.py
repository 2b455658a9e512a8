"""Everything out, in a form that any program reads."""

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from coupleapp.application.activities import Activities
from coupleapp.application.agreements import Agreements
from coupleapp.application.couples import Couples
from coupleapp.application.evening import Evenings
from coupleapp.application.export import PAGE, everything
from coupleapp.application.library import Library
from coupleapp.application.notebook import Notebook
from coupleapp.application.own_themes import OwnThemes, QuestionWords
from coupleapp.application.plans import Plans
from coupleapp.application.programme import ThemeWeeks
from coupleapp.domain.agreements import rules as r
from coupleapp.domain.agreements.agreement import words_of
from coupleapp.domain.couple import Seat
from coupleapp.domain.depth import Ceilings
from coupleapp.domain.guided_session import commands as c
from coupleapp.domain.guided_session import steps as s
from coupleapp.domain.programme.packs import KeptPack
from coupleapp.domain.programme.theme_choices import TakeNext
from coupleapp.domain.settings import Appearance, Settings
from coupleapp.domain.together.ideas import Traits
from coupleapp.store.agreements import add_agreement
from tests.application.hands import new_id, play_through, press_on, sessions_of
from tests.application.test_planning import PROGRAMME
from tests.application.test_programme import WORDS
from tests.domain.agreements.agreeing import BOTH, GOOD, TEA, TENSE
from tests.domain.guided_session.sessions import a_plan, a_way_on, plan_of, several
from tests.domain.guided_session.talks_about_needs import NEEDS
from tests.store.helpers import MAYA, TOMAS


def export(store) -> dict:
    found = everything(store)
    text = json.dumps(found, ensure_ascii=False)
    assert json.loads(text) == found
    return json.loads(text)


def test_plans_are_in(store, clock):
    plans = Plans(store.appointments, store.rituals, clock, new_id)
    talk = plans.make(clock.now() + timedelta(days=1), "the kitchen", "listen")
    tea = plans.confirm(plans.propose("Tea", "rest", frozenset({6, 0}), time(20)), Seat.RIGHT)
    found = export(store)
    assert found["appointments"] == [
        {"id": talk.id, "at": "2026-11-24T20:00:00+00:00", "place": "the kitchen", "will": "listen"}
    ]
    assert found["rituals"] == [
        {
            "id": tea.id,
            "name": "Tea",
            "meaning": "rest",
            "days": [0, 6],
            "at": "20:00",
            "agreed": ["right"],
            "since": "2026-11-23T20:00:00+00:00",
        }
    ]


def test_packs_are_in_with_their_words(store, clock):
    store.packs.keep(KeptPack("ruth", "schema = 1 …", False, clock.now()))
    assert export(store)["packs"] == [
        {
            "id": "ruth",
            "on": False,
            "added_at": "2026-11-23T20:00:00+00:00",
            "text": "schema = 1 …",
        }
    ]


def test_what_they_do_together_is_in(store, clock):
    activities = Activities(store.activities, clock, new_id, ())
    own = activities.add("Swim at night", Seat.LEFT, Traits())
    activities.pick(own)
    found = export(store)
    assert found["own_ideas"] == [{"id": own.id, "text": "Swim at night", "author": "left"}]
    assert found["picks"] == [
        {
            "week": "2026-11-23",
            "idea": own.id,
            "text": "Swim at night",
            "at": None,
            "brought": None,
        }
    ]


def test_lists_are_in_once_both_have_opened_them_and_not_before(store, clock):
    leader = sessions_of(store, clock).begin(plan_of(several(*NEEDS)))
    while not leader.state.needs.revealed:
        assert export(store)["lists"] == []
        press_on(leader)
    assert export(store)["lists"] == []
    play_through(leader, clock)
    (lists,) = export(store)["lists"]
    assert (lists["session"], lists["topic"], lists["own_topic"]) == (leader.id, "time", "")
    assert lists["needs"][0] == {
        "author": "right",
        "ring": "core",
        "text": "an evening of ours, 0",
        "why": "It is where I rest.",
        "bends": "mine",
        "about": None,
        "both": True,
    }
    assert [need["author"] for need in lists["needs"]] == ["right", "right", "left", "left"]
    assert len(lists["options"]) == 3


def test_their_own_themes_and_choices_are_in(store, clock):
    library = Library(PROGRAMME)
    own = OwnThemes(store.own_themes, library, clock, new_id, WORDS)
    boat = own.add_theme("The boat", "To decide.", Seat.LEFT)
    asked = own.add_question(boat.id, QuestionWords("Who rows?", depth=3), None)
    themes = ThemeWeeks(store.programme, store.sessions, library, clock)
    themes.choose(TakeNext(boat.id))
    themes.mark(asked.id, favourite=True)
    found = export(store)
    at = "2026-11-23T20:00:00+00:00"
    assert found["own_themes"] == [
        {
            "id": boat.id,
            "title": "The boat",
            "intent": "To decide.",
            "author": "left",
            "added_at": at,
        }
    ]
    assert found["own_questions"] == [
        {
            "id": asked.id,
            "theme": boat.id,
            "depth": 3,
            "text": "Who rows?",
            "softer": "",
            "listener": "",
            "author": None,
            "added_at": at,
        }
    ]
    assert found["favourites"] == [asked.id]
    assert found["theme_choices"] == [{"kind": "next", "at": at, "theme": boat.id}]


def test_what_was_said_behind_the_curtain_and_how_deep_each_would_go_stays_out(store, clock):
    store.programme.keep_ceilings(Ceilings(5, 3))
    play_through(sessions_of(store, clock).begin(replace(a_plan(), depth=4)), clock)
    (past,) = store.sessions.history()
    assert (past.said.left.heard, past.depth) == (8, 4)
    (talk,) = export(store)["sessions"]
    private = ("said", "heard", "tension", "lighter", "depth", "ceiling")
    assert not [name for name in talk if any(word in name for word in private)]
    words = json.dumps(export(store) | {"own_questions": []})
    assert not [word for word in private if f'"{word}' in words]


def test_a_question_in_its_softer_form_says_so(store, clock):
    softened = sessions_of(store, clock).begin(a_plan())
    while not isinstance(softened.state.step, s.Introducing):
        softened.handle(a_way_on(softened.state))
    softened.handle(c.SoftenPrompt())
    play_through(softened, clock)
    play_through(sessions_of(store, clock).begin(a_plan()), clock)
    first, second = export(store)["sessions"]
    assert (first["prompts"], first["softened"]) == (second["prompts"], second["prompts"])
    assert second["softened"] == []


def test_before_the_first_run_there_is_nothing(store):
    found = export(store)
    assert found["couple"] is None
    assert found["sessions"] == found["notebook"] == []


def test_everything_is_in(store, clock):
    couples = Couples(store.couple, clock)
    couples.begin("Maya", "Томаш 🦊", time(21, 5))
    couples.choose(Settings(evening=None, appearance=Appearance.DARK, text_scale=1.5, speak_s=60))
    sessions = sessions_of(store, clock)
    play_through(sessions.begin(a_plan()), clock)
    clock.pass_time(60)
    stopped = sessions.begin(a_plan())
    stopped.handle(c.Stop())
    stopped.handle(c.LeaveStopped())
    notebook = Notebook(store.notebook, clock, new_id, lambda: True)
    clock.pass_time(60)
    line = notebook.write("a “line”\nand another", None)
    clock.pass_time(60)
    notebook.change(line, "changed", None)
    found = export(store)
    assert found["couple"] == {"left": "Maya", "right": "Томаш 🦊", "since": "2026-11-23"}
    assert found["settings"] == {
        "evening": None,
        "text_scale": 1.5,
        "appearance": "dark",
        "motion": "system",
        "sound": True,
        "timers": True,
        "speak_s": 60,
        "chunks": 3,
        "cards": 3,
        "loose": False,
        "breath": found["settings"]["breath"],
        "typed": [],
        "invite_at": "18:30",
        "invites": 1,
        "rest_until": None,
        "closing": "tray",
    }
    assert found["settings"]["breath"]["pattern"] == "slow"
    talk, other = found["sessions"]
    assert (talk["ending"], talk["talked"], talk["prompts"]) == ("finished", True, ["home.first"])
    assert date.fromisoformat(talk["next_date"][:10]) > date(2026, 11, 23)
    assert (other["ending"], other["talked"], other["next_date"]) == ("stopped", False, None)
    assert [e["kind"] for e in found["notebook"]] == [
        *["moment"] * 2,
        *["small_win"] * 2,
        *["appreciation"] * 2,
        *["reflection"] * 2,
        "free",
    ]
    assert {e["session"] for e in found["notebook"][:-1]} == {talk["id"]}
    last = found["notebook"][-1]
    assert (last["text"], last["author"], last["session"]) == ("changed", None, None)
    written, changed = (datetime.fromisoformat(last[k]) for k in ("written_at", "changed_at"))
    assert (changed - written).total_seconds() == 60
    (earlier,) = last["earlier"]
    assert earlier == {"text": "a “line”\nand another", "until": last["changed_at"]}


def test_what_stands_below_a_line_says_so_and_what_was_deleted_is_left_out(store, clock):
    notebook = Notebook(store.notebook, clock, new_id, lambda: True)
    line = notebook.write("I felt far away.", MAYA)
    notebook.hide(notebook.answer(line, "I did not know that.", TOMAS), MAYA)
    notebook.delete(notebook.write("gone", None), None)
    found = export(store)["notebook"]
    assert {one["text"]: one["answers"] for one in found} == {
        "I felt far away.": None,
        "I did not know that.": line.id,
    }
    assert "hidden_by" not in found[0]


def test_agreements_are_in_with_how_they_fared_and_without_private_answers(store, clock):
    with store.database.transaction() as work:
        add_agreement(work, TEA)
    agreements = Agreements(store.agreements, clock)
    clock.pass_time(14 * 86_400)
    agreements.do("a1", r.Answer(Seat.LEFT, GOOD))
    (sealed,) = export(store)["agreements"]
    words = {
        "when": "after supper on Tuesdays",
        "where": "the kitchen table",
        "left_will": "leave my telephone in the hall",
        "right_will": "put the kettle on",
        "left_honours": "half an hour that is ours",
        "right_honours": "it ends at nine",
        "what": "",
    }
    assert sealed == {
        "id": "a1",
        "topic": "time",
        "own_topic": "",
        "session": None,
        "made_at": "2026-11-23T20:00:00+00:00",
        **words,
        "status": "running",
        "review_on": "2026-12-07",
        "history": [],
    }
    agreements.do("a1", r.Answer(Seat.RIGHT, TENSE))
    agreements.reword(TEA, replace(words_of(TEA), when="on Sundays", what="a walk"), 7, BOTH)
    (changed,) = export(store)["agreements"]
    assert (changed["what"], changed["when"]) == ("a walk", "on Sundays")
    assert changed["review_on"] == "2026-12-14"
    assert changed["history"] == [
        {
            "at": "2026-12-07T20:00:00+00:00",
            "how": "changed",
            "fitted": False,
            "distance": "mixed",
            **words,
        }
    ]
    agreements.do("a1", r.Leave())
    (left,) = export(store)["agreements"]
    assert (left["status"], left["review_on"]) == ("over", None)
    assert left["history"][1]["distance"] is None


def test_a_sealed_sentence_stays_out_until_it_was_shown(store, clock):
    evenings = Evenings(store.evenings, clock, new_id)
    evenings.give(evenings.today(), Seat.LEFT, "a secret kindness")
    assert "secret" not in json.dumps(export(store))
    evenings.reveal(evenings.give(evenings.today(), Seat.RIGHT, None))
    assert [e["text"] for e in export(store)["notebook"]] == ["a secret kindness"]


def test_more_lines_than_a_page_come_once_each_oldest_first(store, clock, monkeypatch):
    monkeypatch.setattr("coupleapp.application.export.PAGE", 7)
    notebook = Notebook(store.notebook, clock, new_id, lambda: True)
    for n in range(22):
        notebook.write(f"line {n}", MAYA)
        clock.pass_time(n % 3)
    texts = [e["text"] for e in export(store)["notebook"]]
    assert sorted(texts) == sorted(f"line {n}" for n in range(22))
    assert [e["written_at"] for e in export(store)["notebook"]] == sorted(
        e["written_at"] for e in export(store)["notebook"]
    )
    assert PAGE >= 100
