"""What has to be readable before a file is used: there is one of each, and no default is it."""

from coupleapp.store.couple import SqlCouple
from coupleapp.store.database import Database
from coupleapp.store.programme import SqlProgramme


def refuse_unreadable(database: Database) -> None:
    """Read the couple and all they have chosen.

    Raises:
        StoreDamaged: It cannot be read; a default in its place would be a loss.
    """
    couple, programme = SqlCouple(database), SqlProgramme(database)
    for read in (couple.couple, couple.settings, programme.ceilings, programme.choices):
        read()
