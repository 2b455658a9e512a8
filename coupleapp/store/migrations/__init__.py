"""Alembic migrations; self-contained, they import nothing of ours."""
