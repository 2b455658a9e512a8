"""Takes in one version of a pack after the other for as long as it lives, and says each."""

import sys
from pathlib import Path

from coupleapp.domain.programme.packs import KeptPack
from coupleapp.packs import read_pack
from coupleapp.store import open_store
from tests.packs.mutations import TEMPLATE
from tests.store.helpers import NOW


def text_of(version: int) -> str:
    """This version of it, long enough for many pages of the file."""
    text = TEMPLATE.decode().replace("version = 1", f"version = {version}")
    return text + f"# {version}\n" * 3000


if __name__ == "__main__":
    store = open_store(Path(sys.argv[1]), [])
    there = store.packs.packs()
    version = read_pack(there[0].text.encode(), "").version if there else 0
    while version < 9999:
        version += 1
        store.packs.keep(KeptPack("kitchen_table", text_of(version), True, NOW))
        print(version, flush=True)
