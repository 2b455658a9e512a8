"""Read one pack."""

from collections.abc import Collection, Iterator
from pathlib import Path

from coupleapp.domain.programme.packs import Pack, PackInvalid, named_after
from coupleapp.packs.claims import Claim, check_prompt_names, taken
from coupleapp.packs.errors import quoted
from coupleapp.packs.lines import Place, line_of
from coupleapp.packs.pack_schema import PackFile
from coupleapp.packs.text import parse, text_of


def read_pack(source: Path | bytes, name: str = "", themes: Collection[str] | None = None) -> Pack:
    """Read a pack from a file, or from what is in one.

    Args:
        source: Where it lies, or its bytes.
        name: What it is called; of a path its own name, where this is left out.
        themes: The ids of our themes, to which alone it may add questions; None when that does
            not matter.

    Raises:
        PackInvalid: It is not a whole pack; nothing of it is in use.
    """
    called = name or (source.name if isinstance(source, Path) else "")
    return _pack(text_of(source, called), called, themes)


class TomlPacks:
    def text_of(self, path: Path) -> str:
        return text_of(path, path.name)

    def read(self, text: str, name: str, themes: Collection[str] | None) -> Pack:
        return _pack(text, name, themes)


def _pack(text: str, name: str, themes: Collection[str] | None) -> Pack:
    file = parse(PackFile, text, name)
    check_prompt_names(list(_prompts(file)), text, name)
    taken(_claims(file), (), text, name)
    for i, prompt in enumerate(file.prompts):
        if themes is not None and prompt.theme not in themes:
            reason = f"{quoted(prompt.theme)} is none of Nearer’s own themes."
            raise PackInvalid(name, line_of(text, ("prompts", i, "theme")), reason)
    about = file.pack
    return Pack(
        id=about.id,
        title=about.title,
        author=about.author,
        version=about.version,
        about=about.about,
        addition=named_after(about.id, file.to_domain()),
        language=about.language,
    )


def _prompts(file: PackFile) -> Iterator[tuple[Place, str, str]]:
    for i, theme in enumerate(file.themes):
        for j, prompt in enumerate(theme.prompts):
            yield ("themes", i, "prompts", j, "id"), theme.id, prompt.id
    for i, more in enumerate(file.prompts):
        yield ("prompts", i, "id"), more.theme, more.id


def _claims(file: PackFile) -> Iterator[Claim]:
    for i, theme in enumerate(file.themes):
        yield ("themes", i, "id"), "theme", theme.id
    for place, _, prompt_id in _prompts(file):
        yield place, "prompt", prompt_id
    for i, kind in enumerate(file.formats):
        yield ("formats", i, "id"), "format", kind.id
    for i, cue in enumerate(file.cues):
        yield ("cues", i, "id"), "cue", cue.id
