"""What is asked about the couple's folder before anything in it is opened."""

import pytest

from coupleapp.application.folder import Doubt, FolderDoubtful, FolderHeld, FolderUnlockable


@pytest.mark.parametrize("doubt", Doubt)
def test_only_who_has_it_open_is_asked_each_time(doubt):
    assert doubt.asked_once is (doubt is not Doubt.OTHER_COMPUTER)


def test_a_doubt_says_what_it_is_about_and_no_path():
    doubtful = FolderDoubtful(Doubt.SYNCED, "Dropbox")
    assert (doubtful.doubt, doubtful.name, str(doubtful)) == (Doubt.SYNCED, "Dropbox", "SYNCED")
    assert not issubclass(FolderHeld, FolderUnlockable)
