"""Kills, power cuts and failing disks: how often each deed met them, and that nothing was lost.

In the test run by chance a sample of them, the same each time; all of them by ``-m full``.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.store.proofs.child import cannot_be_watched
from tests.store.proofs.deeds import DEEDS
from tests.store.proofs.earlier import REVISIONS

SAMPLE = [name for name in DEEDS if name not in {f"migrate {one}" for one in REVISIONS[1:-1]}]
SAMPLE_KILLS, SAMPLE_FAULTS, SAMPLE_CUTS = 5, 2, 3
"""For each of these deeds, in the test run."""

posix = pytest.mark.skipif(os.name != "posix", reason="forks")


@pytest.fixture(scope="module")
def strace() -> None:
    why = cannot_be_watched()
    if why is not None:
        pytest.skip(why)


def proven(how: str, folder: Path, *told: object) -> dict[str, Counter[str]]:
    """What was counted for each deed. A process of its own, because it forks."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.store.proofs.{how}", folder, *map(str, told)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-6000:]
    return {name: Counter(counts) for name, counts in json.loads(done.stdout).items()}


def _named(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{len(names)} deeds"


def killed(folder: Path, most: int, record_property, *names: str) -> int:
    table = proven("killed", folder, most, *names)
    for name, counts in table.items():
        record_property(f"killed while it did: {name}", counts.total())
    total = sum(table.values(), Counter())
    ways = ", ".join(f"{count} {way}" for way, count in total.items())
    record_property("killed in all, and nothing lost", f"{total.total()} ({ways})")
    return total.total()


def cut(folder: Path, each: int, most: int, record_property, *names: str) -> Counter[str]:
    total = sum(proven("cut", folder, each, most, *names).values(), Counter())
    lies = total["lost where fsync lies"]
    record_property(
        f"power cuts of {_named(names)}",
        f"{total['cuts']}, lost: {total['lost']}; with an fsync that lies: {lies} lost",
    )
    return total


def failed(folder: Path, most: int, record_property, *names: str) -> int:
    total = sum(proven("failing", folder, most, *names).values(), Counter())
    errors = ", ".join(f"{count} {error}" for error, count in total.items())
    record_property(f"failing disks of {_named(names)}", f"{total.total()} ({errors})")
    return total.total()


@pytest.mark.slow
@pytest.mark.minutes
@posix
def test_whenever_it_is_killed_nothing_is_lost(tmp_path: Path, record_property):
    assert killed(tmp_path, SAMPLE_KILLS, record_property, *SAMPLE) >= 4 * len(SAMPLE)


@pytest.mark.slow
@pytest.mark.minutes
@posix
def test_whenever_the_power_is_cut_nothing_is_lost(tmp_path: Path, strace, record_property):
    counted = cut(tmp_path, 1, SAMPLE_CUTS, record_property, *SAMPLE)
    assert counted["cuts"] > SAMPLE_CUTS * len(SAMPLE)
    assert counted["lost where fsync lies"] > counted["cuts"] / 8, "the test sees what is lost"


@pytest.mark.slow
@pytest.mark.minutes
@posix
def test_whatever_fails_on_the_disk_nothing_is_lost(tmp_path: Path, strace, record_property):
    faults = failed(tmp_path, SAMPLE_FAULTS, record_property, *SAMPLE)
    assert faults > SAMPLE_FAULTS * len(SAMPLE)


@pytest.mark.full
@posix
@pytest.mark.parametrize("name", DEEDS)
def test_every_kill(tmp_path: Path, record_property, name: str):
    assert killed(tmp_path, 0, record_property, name)


@pytest.mark.full
@posix
@pytest.mark.parametrize("name", DEEDS)
def test_every_power_cut(tmp_path: Path, strace, record_property, name: str):
    counted = cut(tmp_path, 3, 0, record_property, name)
    assert counted["lost where fsync lies"]


@pytest.mark.full
@posix
@pytest.mark.parametrize("name", DEEDS)
def test_every_failure_of_the_disk(tmp_path: Path, strace, record_property, name: str):
    assert failed(tmp_path, 0, record_property, name)
