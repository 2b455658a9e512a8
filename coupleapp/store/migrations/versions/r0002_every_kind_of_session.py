"""Every kind of session: talks that wait, the balance of time, private lines.

What a turn is made of is written out in the plan now, and the end of a chunk is called the end
of a talk.
"""

import json
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "r0002"
down_revision = "r0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("guided_session") as table:
        table.add_column(sa.Column("waits_until", sa.BigInteger(), nullable=True))
        for name in ("spoken_left_s", "spoken_right_s"):
            table.add_column(sa.Column(name, sa.Float(), nullable=False, server_default="0"))
        for name in ("was_hard", "left_in_pause"):
            table.add_column(sa.Column(name, sa.Boolean(), nullable=False, server_default="0"))
    with op.batch_alter_table("notebook_entry") as table:
        table.add_column(sa.Column("private", sa.Boolean(), nullable=False, server_default="0"))
    op.execute("UPDATE session_event SET kind = 'TalkFinished' WHERE kind = 'ChunkFinished'")
    _rewrite_plans(_in_parts)
    _let_rest_what_was_not_ready()


def _let_rest_what_was_not_ready() -> None:
    """Where somebody was not ready to come back, the way on is another one now: a good end."""
    link = op.get_bind()
    cut_off = sa.text(
        "SELECT DISTINCT session_id FROM session_event JOIN guided_session ON id = session_id "
        "WHERE ended_at IS NULL AND kind = 'ReturnAnswered' AND json_extract(data, '$.ready') = 0"
    )
    last = sa.text(
        "SELECT seq, json_extract(data, '$.at') FROM session_event "
        "WHERE session_id = :id ORDER BY seq DESC LIMIT 1"
    )
    for (session_id,) in link.execute(cut_off).all():
        seq, at = link.execute(last, {"id": session_id}).one()
        ended = {"at": json.loads(at), "ending": "another_time"}
        link.execute(
            sa.text("INSERT INTO session_event VALUES (:id, :seq, 'Ended', :data)"),
            {"id": session_id, "seq": seq + 1, "data": json.dumps(ended)},
        )
        link.execute(
            sa.text(
                "UPDATE guided_session SET ending = 'another_time', ended_at = began_at "
                "WHERE id = :id"
            ),
            {"id": session_id},
        )


def downgrade() -> None:
    _rewrite_plans(_in_numbers)
    op.execute("UPDATE session_event SET kind = 'ChunkFinished' WHERE kind = 'TalkFinished'")
    with op.batch_alter_table("notebook_entry") as table:
        table.drop_column("private")
    with op.batch_alter_table("guided_session") as table:
        for name in ("waits_until", "spoken_left_s", "spoken_right_s", "was_hard", "left_in_pause"):
            table.drop_column(name)


def _rewrite_plans(rewrite: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    link = op.get_bind()
    began = sa.text("SELECT session_id, seq, data FROM session_event WHERE kind = 'Began'")
    for session_id, seq, data in link.execute(began).all():
        event = json.loads(data)
        event["plan"]["steps"] = [rewrite(step) for step in event["plan"]["steps"]]
        link.execute(
            sa.text("UPDATE session_event SET data = :data WHERE session_id = :id AND seq = :seq"),
            {"data": json.dumps(event), "id": session_id, "seq": seq},
        )


def _in_parts(step: dict[str, Any]) -> dict[str, Any]:
    now = {"kind": step["kind"], "seconds": step["seconds"], "light": step["light"]}
    if step["kind"] == "turns":
        grace = step["grace_s"]
        now["chunks"] = step["chunks"]
        now["parts"] = [
            {"kind": "talk", "seconds": step["speak_s"], "grace_s": grace},
            {"kind": "say_back", "seconds": step["mirror_s"], "grace_s": grace},
            {"kind": "heard", "rounds": step["repair_rounds"]},
        ]
    return now


def _in_numbers(step: dict[str, Any]) -> dict[str, Any]:
    now = {"kind": step["kind"], "seconds": step["seconds"], "light": step["light"]}
    now |= {"speak_s": 0, "mirror_s": 0, "chunks": 0, "repair_rounds": 0, "grace_s": 0}
    if step["kind"] == "turns":
        parts = {part["kind"]: part for part in reversed(step["parts"])}
        now["chunks"] = step["chunks"]
        now["speak_s"], now["grace_s"] = parts["talk"]["seconds"], parts["talk"]["grace_s"]
        now["mirror_s"] = parts.get("say_back", {"seconds": 45})["seconds"]
        now["repair_rounds"] = parts.get("heard", {"rounds": 2})["rounds"]
    return now
