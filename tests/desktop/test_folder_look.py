"""What a folder's place says against it, and the small notes in it."""

import json
import os
import shutil
import time
from collections import namedtuple
from pathlib import Path

import pytest

from coupleapp.application.folder import Doubt, FolderDoubtful
from coupleapp.desktop import folder_look
from coupleapp.desktop.folder_look import (
    doubts_about,
    is_of_other_computer,
    kind_of_drive,
    synced_by,
)
from coupleapp.desktop.folder_notes import FORGIVEN_S, OpenNote, answered, keep_answers


def asked(folder: Path, drive: str = "ext4") -> list[tuple[Doubt, str]]:
    found: list[FolderDoubtful] = list(doubts_about(folder, drive))
    return [(one.doubt, one.name) for one in found]


@pytest.mark.parametrize(
    ("path", "by"),
    [
        ("OneDrive/Nearer", "OneDrive"),
        ("OneDrive - Kitchen Ltd/Nearer", "OneDrive"),
        ("Dropbox/Nearer", "Dropbox"),
        ("Dropbox (Personal)/a/Nearer", "Dropbox"),
        ("iCloudDrive/Nearer", "iCloud"),
        ("Library/Mobile Documents/com~apple~CloudDocs/Nearer", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-me/My Drive/Nearer", "Google Drive"),
        ("Google Drive/Nearer", "Google Drive"),
        ("Nextcloud/Nearer", "Nextcloud"),
        ("ours/Nearer", ""),
        ("onedriver/Nearer", ""),
    ],
)
def test_a_synced_folder_is_known_by_its_name(tmp_path: Path, path: str, by: str) -> None:
    folder = tmp_path / path
    folder.mkdir(parents=True)
    assert synced_by(folder) == by
    assert asked(folder) == ([(Doubt.SYNCED, by)] if by else [])


@pytest.mark.parametrize(
    ("mark", "by"),
    [
        (".stfolder", "Syncthing"),
        (".dropbox.cache", "Dropbox"),
        (".sync_0a1b2c3d.db", "Nextcloud"),
        (".tmp.drivedownload", "Google Drive"),
    ],
)
def test_or_by_what_lies_above_it(tmp_path: Path, mark: str, by: str) -> None:
    folder = tmp_path / "a" / "Nearer"
    folder.mkdir(parents=True)
    (tmp_path / "a" / mark).touch()
    assert synced_by(folder) == by


def test_a_link_into_a_synced_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "ours").symlink_to(tmp_path / "Dropbox")
    assert synced_by(tmp_path / "ours") == "Dropbox"


def test_where_windows_says_its_synced_folder_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveConsumer", str(tmp_path / "cloud"))
    (tmp_path / "cloud" / "Nearer").mkdir(parents=True)
    assert synced_by(tmp_path / "cloud" / "Nearer") == "OneDrive"
    assert synced_by(tmp_path) == ""


@pytest.mark.parametrize("drive", ["nfs4", "cifs", "smb3", "fuse.sshfs", "SMBFS", "webdav", "\\\\"])
def test_a_drive_of_another_computer_is_told(tmp_path: Path, drive: str) -> None:
    assert is_of_other_computer(drive)
    assert asked(tmp_path, drive) == [(Doubt.NETWORK, "")]


@pytest.mark.parametrize("drive", ["ext4", "btrfs", "apfs", "NTFS", "fuse.mergerfs", "fuseblk", ""])
def test_a_drive_in_this_computer_is_none(drive: str) -> None:
    assert not is_of_other_computer(drive)


def test_the_system_names_the_drive_of_a_folder(tmp_path: Path) -> None:
    assert kind_of_drive(tmp_path) != ""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_a_folder_of_another_user_is_told(tmp_path: Path) -> None:
    os.chown(tmp_path, 12345, -1)
    assert asked(tmp_path) == [(Doubt.OTHER_OWNER, "")]


def test_a_full_drive_is_told_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - as shutil gives it
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(1 << 30, 1 << 30, 4096))
    with pytest.raises(OSError, match="No space left"):
        asked(tmp_path)
    monkeypatch.setattr(folder_look.shutil, "disk_usage", lambda _: usage(0, 0, 0))
    assert asked(tmp_path) == []


def test_another_computer_is_named_as_long_as_it_says_so(tmp_path: Path) -> None:
    here, there = OpenNote(tmp_path, "desk", "1"), OpenNote(tmp_path, "kitchen", "2")
    assert here.elsewhere() == ""
    there.write()
    assert here.elsewhere() == "kitchen"
    assert there.elsewhere() == ""
    assert here.elsewhere(time.time() + FORGIVEN_S + 5) == ""
    assert here.elsewhere(time.time() - FORGIVEN_S - 5) == "", "a clock that was wrong"
    here.remove()
    assert here.elsewhere() == "kitchen", "only its own is taken away"
    there.remove()
    assert list(tmp_path.iterdir()) == []


def test_two_computers_of_one_name_are_two(tmp_path: Path) -> None:
    OpenNote(tmp_path, "laptop", "2").write()
    assert OpenNote(tmp_path, "laptop", "1").elsewhere() == "laptop"


def test_the_note_names_the_computer_and_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "somebody")
    OpenNote(tmp_path, "desk").write()
    (path,) = tmp_path.iterdir()
    found = json.loads(path.read_text())
    assert found.keys() == {"host", "machine", "seen"}
    assert "somebody" not in path.read_text()
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("broken", [b"", b"\xff", b"[]", b'{"seen": "x", "host": 1}'])
def test_a_note_that_cannot_be_read_says_nothing(tmp_path: Path, broken: bytes) -> None:
    for name in ("nearer.open", "nearer.asked"):
        (tmp_path / name).write_bytes(broken)
    assert OpenNote(tmp_path, "desk", "1").elsewhere() == ""
    assert answered(tmp_path) == set()


def test_what_was_answered_is_known_to_the_folder(tmp_path: Path) -> None:
    keep_answers(tmp_path, {"SYNCED", "NETWORK"})
    assert answered(tmp_path) == {"SYNCED", "NETWORK"}
