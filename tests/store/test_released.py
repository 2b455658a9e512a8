"""What was released stays: a notebook of any time comes up to date by the steps of its time.

A step that is wrong is mended by another one on top. With each release its new ones are added here,
each with a file that the code of then has written (``proofs/earlier.py``).
"""

from hashlib import sha256
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from coupleapp.store.upgrade import MIGRATIONS
from tests.store.proofs.earlier import FILES

RELEASED = {
    "r0001": ("a2869a2698f0b79f", "7f150f83998bdac0"),
    "r0002": ("38c78c51258b4eab", "84451ffef840bd0b"),
    "r0003": ("31f3d46391809452", "c7f13ebfb72f58d6"),
    "r0004": ("2d6724b05424b608", "0cb8403b61ad290b"),
    "r0005": ("8fa3e07ecda84336", "a57c8dd346782682"),
    "r0006": ("37daf72fe256ec09", "24be7784996cf718"),
    "r0007": ("3be8eb018c6a60a9", "4b063daed89c0773"),
    "r0008": ("c1818ccd19d3d097", "642ca9f0b5b6f129"),
    "r0009": ("3c6f565214fbd7d3", "f84e3fe7354214dc"),
    "r0010": ("e7d980b591e2c84f", "d05a31e9479a18c5"),
}
"""In their order, since 0.1.0: how the step begins its SHA-256, and the file of then."""


def begins(path: Path) -> str:
    return sha256(path.read_text("utf-8").encode()).hexdigest()[:16]


@pytest.fixture(scope="module")
def chain() -> dict[str, Path]:
    """Every step in the order in which they are taken."""
    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    steps = list(ScriptDirectory.from_config(config).walk_revisions())
    return {step.revision: Path(step.path) for step in reversed(steps)}


def test_no_step_stands_below_or_between_those_that_were_released(chain):
    assert list(chain)[: len(RELEASED)] == list(RELEASED)


@pytest.mark.parametrize("revision", RELEASED)
def test_a_step_and_its_file_are_as_they_were_released(chain, revision):
    assert (begins(chain[revision]), begins(FILES / f"{revision}.sql")) == RELEASED[revision]
