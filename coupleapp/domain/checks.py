"""What every small piece of the programme checks about itself."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any


def require_texts(owner: Any) -> None:
    """Check that no field of this dataclass that is a text is empty.

    Raises:
        ValueError: One of them is empty or blank.
    """
    for each in fields(owner):
        value = getattr(owner, each.name)
        if isinstance(value, str) and not value.strip():
            msg = f"{type(owner).__name__} needs its {each.name}"
            raise ValueError(msg)


def require_unique(what: str, ids: Iterable[str | int]) -> None:
    """Check that no id occurs twice.

    Raises:
        ValueError: One of them occurs twice.
    """
    seen: set[str | int] = set()
    for one in ids:
        if one in seen:
            msg = f"{what} {one!r} occurs twice"
            raise ValueError(msg)
        seen.add(one)


def require_within(name: str, value: float, bounds: tuple[float, float]) -> None:
    """Refuse a number that is out of its range.

    Raises:
        ValueError: It is.
    """
    low, high = bounds
    if not low <= value <= high:
        raise ValueError(f"{name} is {value}; it can be {low} to {high}")


def clamp(value: int, bounds: tuple[int, int]) -> int:
    """The nearest number within these bounds."""
    low, high = bounds
    return min(high, max(low, value))
