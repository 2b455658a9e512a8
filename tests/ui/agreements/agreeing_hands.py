"""Hands for the page of agreements: one that was made two weeks ago, and both who look at it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt

from coupleapp.domain.agreements.agreement import review_day
from coupleapp.domain.agreements.life import fold
from coupleapp.store.agreements import add_agreement
from coupleapp.ui.base.view_model import Rows
from tests.domain.agreements.agreeing import TEA
from tests.ui.house import House, name_of

DAY = 86_400
Key = Qt.Key
SLIDERS = (
    "How well does it fit what matters most to you?",
    "Could you be yourself in it?",
)
DISTANCE = {"less": "Less", "same": "About the same", "more": "More"}


def make(house: House, **changed) -> None:
    """Today, to be looked at in two weeks."""
    now = house.clock.now()
    made = replace(TEA, made_at=now, review_on=review_day(now, house.clock.zone()), **changed)
    with house.store.database.transaction() as work:
        add_agreement(work, made)


def two_weeks_pass(house: House) -> None:
    house.clock.pass_time(14 * DAY)


def lives(house: House) -> dict:
    return {log.agreement_id: fold(log.events) for log in house.store.agreements.logs()}


def life(house: House, key: str = "a1"):
    return lives(house)[key]


def button(house: House, words: str) -> str:
    """The whole name of the only control that begins so."""
    (found,) = {n for n in map(name_of, house.controls()) if n.startswith(words)}
    return found


def press(house: House, words: str) -> None:
    house.click(button(house, words))


def answer(house: House, name: str, *, fits=8, dignity=8, distance="less", tension=False) -> None:
    """By mouse, alone with the screen."""
    house.click(f"{name} answers")
    house.click("Only I am looking")
    for slider, value in zip(SLIDERS, (fits, dignity), strict=True):
        house.find(slider).setProperty("value", value)
    house.click(DISTANCE[distance])
    house.click("Yes" if tension else "No")
    house.click("Seal it")


def both_say_yes(house: House) -> None:
    house.click("Maya says yes")
    house.click("Tomas says yes")


def shown_by(model: QObject) -> dict[str, object]:
    """Every property of a model, its rows with all their roles included."""
    meta = model.metaObject()
    names = [meta.property(n).name() for n in range(meta.propertyCount())]
    values = {name: model.property(name) for name in names}
    return {n: v.rows if isinstance(v, Rows) else v for n, v in values.items()}


def all_that_is_shown(house: House, key: str) -> str:
    """Every property of every model, whatever the id of this agreement."""
    shown = {name: shown_by(model) for name, model in vars(house.models).items()}
    return repr(shown).replace(repr(key), "this one")
