"""Settings as earlier versions wrote them, brought to what can be chosen today."""

from typing import Any

from coupleapp.domain.calm.breathing import nearest_pattern


def as_today(chosen: dict[str, Any]) -> dict[str, Any]:
    """The settings with every rhythm of their own within its bounds.

    What is not of the form it should have stays as it is: that is damage, and is said where it is
    read.
    """
    breath = chosen.get("breath")
    own = breath.get("own") if isinstance(breath, dict) else None
    if not isinstance(breath, dict) or not isinstance(own, list):
        return chosen
    return {**chosen, "breath": {**breath, "own": [_allowed(each) for each in own]}}


def _allowed(own: Any) -> Any:
    pattern = own.get("pattern") if isinstance(own, dict) else None
    if not isinstance(pattern, dict) or not all(_is_number(each) for each in pattern.values()):
        return own
    try:
        return {**own, "pattern": nearest_pattern(**pattern)}
    except TypeError:
        return own


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
