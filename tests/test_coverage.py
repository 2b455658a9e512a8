"""Every branch of the rules and of the use cases is taken by quick tests of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OWN_TESTS = ("tests/domain", "tests/application")


@pytest.mark.slow
@pytest.mark.minutes
def test_no_branch_is_left_out(tmp_path):
    """What no test can take says so where it stands; see ``tool.coverage`` in pyproject.toml."""
    environment = {**os.environ, "COVERAGE_FILE": str(tmp_path / "coverage")}

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "coverage", *command],
            cwd=ROOT,
            env=environment,
            check=False,
            capture_output=True,
            text=True,
        )

    # The same way each time: what chance takes today it may leave out tomorrow.
    same = ("-p", "no:randomly", "--hypothesis-seed=1", "--hypothesis-profile=few")
    tests = run("run", "-m", "pytest", "-q", "-n0", "-m", "not slow", *same, *OWN_TESTS)
    assert tests.returncode == 0, tests.stdout + tests.stderr
    report = run("report", "--fail-under=100")
    assert report.returncode == 0, report.stdout + report.stderr
