from dataclasses import replace

import pytest

from coupleapp.desktop.resources import resource_folder
from coupleapp.domain.formats.format import Sitting
from coupleapp.domain.formats.groups import Group, group_of
from coupleapp.packs import load_programme

FORMATS = {f.id: f for f in load_programme(resource_folder() / "programme").programme.formats}


@pytest.mark.parametrize(
    ("kind", "group"),
    [
        ("good_news", Group.LIGHT),
        ("quiet_together", Group.LIGHT),
        ("theme_talk", Group.TALK),
        ("outside_stress", Group.TALK),
        ("monthly_check_in", Group.TALK),
        ("deep_dialogue", Group.TENDER),
        ("needs", Group.TENDER),
        ("at_ease", Group.TENDER),
        ("outside_view", Group.ALONE),
    ],
)
def test_each_is_where_one_looks_for_it(kind, group):
    assert group_of(FORMATS[kind]) is group


def test_every_group_has_something():
    assert {group_of(kind) for kind in FORMATS.values()} == set(Group)


@pytest.mark.parametrize("depth", range(1, 6))
def test_whoever_sits_alone_is_in_a_group_of_their_own_however_deep(depth):
    alone = replace(FORMATS["outside_view"], depth=depth)
    assert alone.sitting is Sitting.ALONE
    assert group_of(alone) is Group.ALONE
