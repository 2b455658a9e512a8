"""Brings a page up to date when somebody turns to it."""

from coupleapp.domain.couple import Couple
from coupleapp.domain.guided_session.past import pauses_carry_on
from coupleapp.shell.models import Rooms


def open_page(rooms: Rooms, page: str) -> None:
    """Let the models of this page show things as they stand; nothing before there is a couple.

    Whatever was open on the page before is closed first: see ``close_curtains``.
    """
    close_curtains(rooms)
    couple = rooms.couples.couple
    if couple is None:
        return
    match page:
        case "home":
            rooms.refresh_home()
        case "choose":
            _open_choose(rooms, couple)
        case "programme":
            _open_programme(rooms, couple)
        case "activities":
            rooms.activities_model.open(couple)
        case "plans":
            rooms.plans_model.open()
            rooms.own_rituals_model.open(couple)
        case "agreements":
            rooms.agreements_model.open(couple)
        case "lists":
            rooms.kept_lists_model.open(couple)
        case "notebook":
            rooms.notebook_model.open(couple)
        case "settings":
            rooms.settings_model.open()
        case "reminders":
            rooms.reminders_model.open()
        case "packs":
            rooms.packs_model.open()


def close_curtains(rooms: Rooms) -> None:
    """Let no model hold what one partner has opened for their own eyes, or for a look.

    Nothing is read for that, so it cannot fail.
    """
    rooms.depth_model.leave()
    rooms.notebook_model.leave()
    rooms.review_model.close()
    rooms.kept_lists_model.leave()


def _open_programme(rooms: Rooms, couple: Couple) -> None:
    rooms.programme_model.open(couple)
    rooms.own_themes_model.open(couple)
    rooms.own_questions_model.open(couple)
    rooms.depth_model.open(couple)


def _open_choose(rooms: Rooms, couple: Couple) -> None:
    today = rooms.clock.now().astimezone(rooms.clock.zone()).date()
    carry_on = pauses_carry_on(rooms.store.sessions.history())
    rooms.choose_model.open(couple, today, rooms.depths.so_far(), pauses_carry_on=carry_on)
