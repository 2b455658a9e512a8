from pathlib import Path

from coupleapp.store import Store, open_store


def test_the_newest_text_is_remembered(store: Store):
    assert store.drafts.draft("entry") == ""

    store.drafts.remember_draft("entry", "I lik")
    store.drafts.remember_draft("entry", "I liked")
    store.drafts.remember_draft("other", "…")

    assert store.drafts.draft("entry") == "I liked"


def test_an_empty_draft_is_forgotten(store: Store):
    store.drafts.remember_draft("entry", "I lik")
    store.drafts.remember_draft("entry", "")
    store.drafts.remember_draft("never there", "")

    assert store.drafts.draft("entry") == ""
    with store.database.transaction() as work:
        assert work.connection().exec_driver_sql("SELECT * FROM draft").all() == []


def test_a_draft_outlives_a_crash(folder: Path, store: Store):
    store.drafts.remember_draft("entry", "I lik")

    after_the_crash = open_store(folder, [])

    assert after_the_crash.drafts.draft("entry") == "I lik"
    after_the_crash.close()
