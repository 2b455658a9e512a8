"""Where a deed is done again and again, each time from the same beginning."""

import itertools
import shutil
from pathlib import Path

from tests.store.proofs.child import Say
from tests.store.proofs.deeds import Deed


class Stage:
    """``place``: the folder of the notebook; ``root``: what it lies in, and nothing else."""

    def __init__(self, deed: Deed, folder: Path) -> None:
        self.deed = deed
        self._template = folder / "template" / "nearer"
        self.root = folder / "root"
        self.place = self.root / "nearer"
        self._template.parent.mkdir(parents=True)
        deed.prepare(self._template)
        self.known = deed.known(self._copied(folder / "known" / "nearer"))

    def do(self, say: Say) -> None:
        self.deed.do(self.place, say)

    def insist(self, say: Say) -> None:
        self.deed.insist(self.place, say)

    def begin(self) -> None:
        """As it was in the beginning."""
        self.clear()
        self._copied(self.place)

    def clear(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir()

    def hold(self, said: int) -> None:
        """What is there has to be what was said, and the rest of it can be done now.

        Raises:
            AssertionError: It is not.
            StoreError: It cannot be opened.
        """
        state = self.deed.check(self.place, said, self.known)
        done = itertools.count(state + 1)
        self.deed.do(self.place, lambda: next(done), state)
        self.deed.check(self.place, next(done) - 1, self.known)

    def _copied(self, place: Path) -> Path:
        place.parent.mkdir(parents=True, exist_ok=True)
        if self._template.exists():
            shutil.copytree(self._template, place)
        return place
