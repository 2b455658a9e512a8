"""What later sessions need to know of one, read from where it stands."""

from datetime import datetime

from coupleapp.domain.guided_session import GuidedSession
from coupleapp.domain.guided_session.past import PastSession
from coupleapp.domain.guided_session.steps import Over


def summary_of(
    session_id: str, began_at: datetime, state: GuidedSession, now: datetime
) -> PastSession:
    """The summary of a session at ``state``; what can still be taken back does not count yet."""
    state = state.settled
    plan = state.plan
    over = state.step if isinstance(state.step, Over) else None
    return PastSession(
        id=session_id,
        format_id=plan.format_id,
        theme_id=plan.theme_id,
        prompt_ids=state.read,
        introducer=plan.introducer,
        first_speaker=plan.first_speaker,
        introduced=state.introduced,
        talked=state.talked,
        began_at=began_at,
        ended_at=(state.broke_off_at or now) if over else None,
        ending=over.ending if over else None,
        next_date=state.next_date,
        waits_until=state.waits_until,
        spoken_left_s=round(state.spoken.left, 1),
        spoken_right_s=round(state.spoken.right, 1),
        was_hard=state.was_hard,
        left_in_pause=state.left_in_pause,
        said=state.said,
        lighter=state.lighter,
        depth=plan.depth,
    )
