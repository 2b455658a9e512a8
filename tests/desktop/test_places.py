import stat
import sys
from pathlib import Path

import pytest

from coupleapp.desktop import resources
from coupleapp.desktop.paths import data_folder
from coupleapp.desktop.resources import resource_folder


def test_the_checkout_has_its_resources_beside_the_package() -> None:
    assert (resource_folder() / "programme" / "01_joys.toml").is_file()


def test_the_copy_inside_an_installed_package_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "coupleapp"
    package.mkdir()
    monkeypatch.setattr(resources, "files", lambda _: package)
    assert resource_folder() == tmp_path / "resources"
    (package / "resources").mkdir()
    assert resource_folder() == package / "resources"


def test_the_data_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    folder = data_folder(tmp_path / "deep" / "down")
    assert folder == tmp_path / "deep" / "down"
    if sys.platform != "win32":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_is_there_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "kept").touch()
    assert (data_folder(tmp_path) / "kept").is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="the platform decides")
def test_without_a_word_it_is_the_platforms_local_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder(None) == tmp_path / "Nearer"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError):  # noqa: PT011 - which one is the platform's business
        data_folder(tmp_path / "file")
