"""The page about Nearer itself, and whose work it stands on."""

from dataclasses import replace
from pathlib import Path

import pytest

from coupleapp import APP_ID, __version__
from coupleapp.desktop.installed import Installed, Origin
from coupleapp.desktop.resources import resource_folder
from coupleapp.shell.taking_off import taking_off_words
from coupleapp.ui.settings.notices import OthersWork, read_notices


def opened(house):
    house.turn_to("settings")
    house.settle()
    house.click("About Nearer")
    house.wait_for("What lies where")


def test_it_says_which_nearer_this_is_and_what_lies_where(house):
    opened(house)
    assert house.says(f"Version {__version__}")
    assert house.says("MIT licence")
    assert house.says(str(house.use.store.folder))
    assert house.says("Whoever copies the whole folder can read your words.")
    assert not house.says("in the second place")


def test_the_second_place_is_one_of_those_places(house, tmp_path):
    choices = replace(house.use.couples.settings, second_place=str(tmp_path / "stick"))
    house.use.couples.choose(choices)
    opened(house)
    assert house.says("in the second place")
    assert house.says(str(tmp_path / "stick"))


@pytest.mark.parametrize("origin", Origin)
def test_each_way_here_has_a_way_off_again(qapp, origin):
    words = taking_off_words(Installed(origin, Path("/place/of/it")))
    named = {Origin.APP_IMAGE, Origin.MAC, Origin.FOLDER}
    assert ("/place/of/it" in words) is (origin in named)
    assert (APP_ID in words) is (origin is Origin.FLATPAK)
    assert "{" not in words


def test_a_press_on_a_name_shows_the_text_of_its_licence_and_another_hides_it(house):
    opened(house)
    house.click("Whose work it stands on")
    house.wait_for("Thank you.")
    house.click("libffi")
    house.wait_for("THE SOFTWARE IS PROVIDED")
    house.click("libffi")
    house.settle()
    assert not house.says("THE SOFTWARE IS PROVIDED")


NOTICES = """Thanks.

Qt, with Python
    LGPL-3.0-only
    https://example.org/qt

sound 1.2.0
    MIT
    https://example.org/sound

silent
    MIT
    https://example.org/silent

{rule}
Qt, with Python
{rule}

One.

{rule}
other, sound
{rule}

Two.

{rule}
Qt, with Python
{rule}

Three.
""".format(rule="=" * 80)


def test_what_each_one_says_of_itself_stands_with_its_texts():
    assert read_notices(NOTICES) == [
        OthersWork(
            "Qt, with Python", "LGPL-3.0-only", "https://example.org/qt", "One.\n\n\nThree."
        ),
        OthersWork("sound 1.2.0", "MIT", "https://example.org/sound", "Two."),
        OthersWork("silent", "MIT", "https://example.org/silent", ""),
    ]


def test_what_comes_with_nearer_can_be_read():
    works = read_notices((resource_folder() / "notices.txt").read_text("utf-8"))
    assert len(works) > 40
    assert all(work.name and work.licence and work.source for work in works)
    # Microsoft's own terms, and parts whose text stands with another of their makers.
    without = ("Microsoft", "Direct3D", "pyobjc-core", "PySide6", "shiboken6")
    assert all(work.text or work.name.startswith(without) for work in works)
