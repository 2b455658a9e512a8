import shutil
from pathlib import Path

import pytest

from tests.packs.damage import GOOD


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(GOOD, tmp_path)
    return tmp_path
