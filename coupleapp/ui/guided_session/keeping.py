"""What is written in a guided session is kept, or one sentence says why it could not be."""

from collections.abc import Callable

from coupleapp.application.ports import StoreError
from coupleapp.domain.guided_session import Refusal, Why
from coupleapp.domain.notebook import TextRefused
from coupleapp.domain.words.lines import LineRefused
from coupleapp.ui.base import wording
from coupleapp.ui.guided_session.session_model import SessionModel
from coupleapp.ui.plans import words as plans_words


def keep(session: SessionModel, work: Callable[[], Refusal | None]) -> bool:
    """Whether it was kept; if not, nothing has changed."""
    try:
        refusal = work()
    except TextRefused as refused:
        session.set_trouble(wording.text_trouble(refused))
    except LineRefused as refused:
        session.set_trouble(plans_words.line_trouble(refused))
    except StoreError as error:
        session.set_trouble(wording.store_trouble(error))
    else:
        past = refusal is not None and refusal.why is Why.IN_THE_PAST
        session.set_trouble(plans_words.time_passed() if past else "")
        session.refresh()
        return refusal is None
    return False
