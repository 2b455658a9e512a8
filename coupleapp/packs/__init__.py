"""Programme packs: TOML files of themes, prompts and formats, ours or a therapist's."""

from coupleapp.domain.programme.packs import PackInvalid
from coupleapp.packs.load import LoadResult, load_programme
from coupleapp.packs.pack import TomlPacks, read_pack
from coupleapp.packs.pack_schema import json_schema

__all__ = ["LoadResult", "PackInvalid", "TomlPacks", "json_schema", "load_programme", "read_pack"]
