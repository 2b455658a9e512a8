"""Our programme together with what packs and the couple themselves have added to it."""

from coupleapp.domain.programme.additions import Addition, extended
from coupleapp.domain.programme.programme import Programme


class Library:
    """The one place that knows the whole programme as it is now.

    Ask ``programme`` anew each time: a pack may have been switched off meanwhile.
    """

    def __init__(self, ours: Programme) -> None:
        self.ours = ours
        self._additions: dict[str, Addition] = {}
        self.programme = ours

    def put(self, source: str, addition: Addition) -> None:
        """Let ``source`` add this, in the place of what it added before.

        Raises:
            ValueError: An id is taken already; nothing has changed.
        """
        additions = {**self._additions, source: addition}
        self.programme = extended(self.ours, tuple(additions.values()))
        self._additions = additions
