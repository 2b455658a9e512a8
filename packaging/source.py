"""Nearer's own source, and the wheel of it, as the last commit has them."""

import shutil
import sys
from pathlib import Path

from tools import ROOT, made, run


def make_source(work: Path, target: Path) -> None:
    """``coupleapp-VERSION.tar.gz``, which the page about Nearer names, and the wheel.

    They are made from a tree of their own, so that nothing lies in them that is in no commit.
    """
    archive, tree = work / "source.tar", made(work / "source")
    run("git", "archive", "--output", archive, "HEAD", cwd=ROOT)
    shutil.unpack_archive(archive, tree, filter="data")
    run(sys.executable, "-m", "hatchling", "build", "--directory", target, cwd=tree)
