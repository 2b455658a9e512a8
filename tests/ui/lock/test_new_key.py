"""A new key, asked for on the page of the lock: it closes, and opens again by itself."""

import pytest

from coupleapp.application.ports import StoreFull
from coupleapp.domain.lock import Passphrase, WayIn
from coupleapp.store import renewing
from coupleapp.ui.base.navigation import PageName
from tests.store.helpers import entry
from tests.ui.lock.hands import OURS, closed, with_passphrase

OLD = "The passphrase you have now"


@pytest.fixture
def lock(house):
    house.store.notebook.add(entry("e1", "a marzipan hour"))
    return house


def on_the_page(house):
    house.turn_to("lock")
    house.click("Give it a new key")
    house.wait_for("Your notebook is written anew under another key.")


def renewed(house, before):
    def done():
        composition = house.running.composition
        return composition is not None and composition.use.store.vault.id != before

    house.qtbot.waitUntil(done, timeout=20_000)
    house.move_in()
    house.settle()


def test_it_opens_again_under_a_new_key(lock):
    before = lock.store.vault.id
    on_the_page(lock)
    assert lock.says("closes your notebook for a moment and opens it again")
    assert not lock.says("Your passphrase stays the same"), "there is none"
    lock.click("Give it a new key")
    renewed(lock, before)
    assert lock.says("Done. Your notebook has a new key.")
    assert lock.app.props.page is PageName.LOCK
    assert [line.text for line in lock.store.notebook.page(None, 9)] == ["a marzipan hour"]
    assert [copy.holding is not None for copy in lock.store.copies.found()] == [True]


def test_the_passphrase_is_asked_for_and_stays(lock):
    code = with_passphrase(lock, sheet=True)
    before = lock.store.vault.id
    on_the_page(lock)
    assert lock.says("Your passphrase stays the same; if somebody may know it, change it first.")
    assert lock.says("Your recovery sheet opens only copies from before; make a new one after.")
    lock.focus_on(OLD)
    lock.paste(OLD, "something else")
    lock.click("Give it a new key")
    lock.wait_for("That is not the passphrase you have now. Nothing has changed.")
    assert lock.store.vault.id == before
    lock.paste(OLD, OURS)
    lock.click("Give it a new key")
    renewed(lock, before)
    lock.wait_for("Make a recovery sheet now")
    assert lock.use.lock.ways() == {WayIn.PASSPHRASE}
    with closed(lock) as opened:
        assert opened(Passphrase(OURS)) is True
        assert opened(code) is not True


def test_where_it_cannot_be_done_it_opens_as_it_was(lock, monkeypatch):
    before = lock.store.vault.id

    def full(*_):
        raise StoreFull("no space left")

    monkeypatch.setattr(renewing.Database, "write_into", full)
    on_the_page(lock)
    composition = lock.running.composition
    lock.click("Give it a new key")
    lock.qtbot.waitUntil(
        lambda: lock.running.composition not in {None, composition}, timeout=20_000
    )
    lock.move_in()
    lock.wait_for("The disk is full.")
    assert lock.store.vault.id == before
    assert [line.text for line in lock.store.notebook.page(None, 9)] == ["a marzipan hour"]
