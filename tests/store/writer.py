"""Writes events into the unfinished session for as long as it lives, and says each one it kept."""

import sys
from pathlib import Path

from coupleapp.store import open_store
from tests.store.helpers import began, past, said_back

if __name__ == "__main__":
    store = open_store(Path(sys.argv[1]), [])
    count = len(store.sessions.log("s1"))
    while True:
        store.sessions.append(past(), count, [said_back(count) if count else began()])
        count += 1
        print(count, flush=True)
