"""What is typed on own pages and not yet kept: as it lies in the file, and under which name.

A draft says itself which key it is sealed under, and its name says it, too, so that one which waits
for an earlier passphrase is never written over. An earlier Nearer had one name for all of them:
under that nothing is written any more, but it is read.
"""

from collections.abc import Mapping

from sqlmodel import Session, col, select

from coupleapp.application.own_pages import joined, own_draft
from coupleapp.application.ports import StoreDamaged
from coupleapp.domain.couple import Seat
from coupleapp.store.own_page_keys import sealed, unsealed
from coupleapp.store.rows import readable
from coupleapp.store.tables import DraftRow, OwnKeyRow

OPEN = "open"
"""Under which name a draft lies that nothing seals."""

_SEALED = "sealed"
_PLACE = "draft"


def as_draft(text: str, key: OwnKeyRow | None) -> str:
    if key is None:
        return f"{OPEN} {text}"
    return f"{_SEALED} {key.id} {sealed(text, key, _PLACE)}"


def draft_in(kept: str, keys: Mapping[str, bytes]) -> str:
    """Empty where these do not open it, or it cannot be read."""
    how, _, rest = kept.partition(" ")
    if how != _SEALED:
        return rest
    id_, _, text = rest.partition(" ")
    try:
        return unsealed(text, keys[id_], _PLACE)
    except (KeyError, StoreDamaged):
        return ""


def move_drafts(
    work: Session, seat: Seat, keys: Mapping[str, bytes], key: OwnKeyRow | None
) -> None:
    """What these open of what is typed: from now on under this key, one text for each line."""
    begins = col(DraftRow.key).startswith(own_draft(seat, ""), autoescape=True)
    lines: dict[str, list[DraftRow]] = {}
    for row in readable(work, select(DraftRow).where(begins), _with_text):
        lines.setdefault(row.key.split(":")[2], []).append(row)
    for line, rows in lines.items():
        texts = {row.key: text for row in rows if (text := draft_in(row.text, keys))}
        if not texts:
            continue
        for row in rows:
            if row.key in texts:
                work.delete(row)
        work.flush()
        stays = {row.key for row in rows} - set(texts)
        name = own_draft(seat, line, OPEN if key is None else key.id)
        # What cannot be read is not written over.
        name = next(iter(texts)) if name in stays else name
        work.add(DraftRow(key=name, text=as_draft(joined(texts.values()), key)))


def _with_text(row: DraftRow) -> DraftRow:
    if not isinstance(row.text, str):
        raise StoreDamaged("no text")
    return row
