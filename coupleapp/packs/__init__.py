"""Programme packs: TOML files of themes, prompts and formats, ours or a therapist's."""

from coupleapp.packs.errors import PackInvalid
from coupleapp.packs.load import LoadResult, load_programme

__all__ = ["LoadResult", "PackInvalid", "load_programme"]
