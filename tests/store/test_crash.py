import subprocess
import sys
from pathlib import Path

import pytest

from coupleapp.store import open_store
from tests.store.helpers import began, said_back


@pytest.mark.slow
@pytest.mark.parametrize("acknowledged", [1, 17, 40])
def test_what_was_acknowledged_outlives_a_kill(folder: Path, acknowledged: int):
    for _ in range(2):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.store.writer", folder],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
            text=True,
        ) as writer:
            said = [int(writer.stdout.readline()) for _ in range(acknowledged)]
            writer.kill()
            said += [int(line) for line in writer.stdout.read().split()]

        store = open_store(folder, [])
        log = store.sessions.log("s1")
        store.close()

        # The one that was being written may be there or not, but whole.
        assert said[-1] <= len(log) <= said[-1] + 1
        assert log == (began(), *(said_back(n) for n in range(1, len(log))))
