"""What a folder's place says against keeping a notebook in it."""

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from coupleapp.application.folder import Doubt, FolderDoubtful

LEAST_FREE = 1 << 20
"""Bytes: less than a notebook and its journal need to begin with."""

_BY_NAME = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
}
"""How the folders of these begin, in small letters."""

_BY_MARK = {
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
}
"""What these put into the folder they sync."""

_NEXTCLOUD_LIST = ".sync_*.db"
_ONEDRIVE = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Where Windows says its folders are."""

_OF_OTHER_COMPUTERS = {
    *("afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "glusterfs", "lustre"),
    *("ncpfs", "nfs", "nfs3", "nfs4", "smb2", "smb3", "smbfs", "webdav"),
}
_THROUGH_FUSE = ("cephfs", "dav", "drive", "gluster", "gvfs", "rclone", "s3fs", "smb", "sshfs")


def doubts_about(folder: Path, drive: str | None = None) -> Iterator[FolderDoubtful]:
    """What the couple should know of this folder's place.

    Args:
        folder: It is there.
        drive: The kind of its drive, as the system names it; None is asked for.

    Raises:
        OSError: Its drive is full.
    """
    disk = shutil.disk_usage(folder)
    # Some drives of others do not tell: all of theirs is nothing.
    if disk.total and disk.free < LEAST_FREE:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))
    by = synced_by(folder)
    if by:
        yield FolderDoubtful(Doubt.SYNCED, by)
    if is_of_other_computer(kind_of_drive(folder) if drive is None else drive):
        yield FolderDoubtful(Doubt.NETWORK)
    if sys.platform != "win32" and folder.stat().st_uid != os.geteuid():
        yield FolderDoubtful(Doubt.OTHER_OWNER)


def synced_by(folder: Path) -> str:
    """What copies this folder to other computers; empty where nothing is known to."""
    real = folder.resolve()
    for part in real.parts:
        name = part.casefold()
        for begin, by in _BY_NAME.items():
            if name == begin or name.startswith((f"{begin} ", f"{begin}-", f"{begin}_")):
                return by
    for above in (real, *real.parents):
        for mark, by in _BY_MARK.items():
            if (above / mark).exists():
                return by
        if _has_list(above):
            return "Nextcloud"
    roots = [Path(os.environ[name]) for name in _ONEDRIVE if os.environ.get(name)]
    return "OneDrive" if any(real.is_relative_to(root) for root in roots) else ""


def _has_list(folder: Path) -> bool:
    try:
        return next(folder.glob(_NEXTCLOUD_LIST), None) is not None
    except OSError:
        return False


def kind_of_drive(folder: Path) -> str:
    r"""The file system, as this system names it; ``\\`` for what Windows has from a server."""
    found = QStorageInfo(str(folder))
    device = bytes(found.device().data()).decode(errors="replace")
    if device.startswith(("\\\\", "//")) and not device.startswith("\\\\?\\"):
        return "\\\\"
    return bytes(found.fileSystemType().data()).decode(errors="replace")


def is_of_other_computer(drive: str) -> bool:
    """Whether a drive of this kind lies on another computer."""
    kind, _, through = drive.casefold().partition(".")
    if kind == "fuse":
        return any(name in through for name in _THROUGH_FUSE)
    return kind in _OF_OTHER_COMPUTERS or drive == "\\\\"
