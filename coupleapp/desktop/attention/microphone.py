"""Whether a program listens to a microphone, as PulseAudio or PipeWire see it."""

import json
import os
from pathlib import Path
from typing import Any

from coupleapp.desktop.attention.programs import said_by

# How PipeWire marks what only measures how loud it is, and what listens to the speakers.
_NO_MICROPHONE = ("stream.monitor", "resample.peaks", "stream.capture.sink")


def somebody_listens() -> bool | None:
    """None when there is no sound server to ask."""
    if not _has_sound_server():
        return None
    streams = _listed("source-outputs")
    if streams is None:
        return None
    open_ones = [stream for stream in streams if _is_a_program_s(stream)]
    if not open_ones:
        return False
    sources = _listed("sources")
    if sources is None:
        return None
    speakers = {source.get("index") for source in sources if source.get("monitor_source")}
    return any(stream.get("source") not in speakers for stream in open_ones)


def _has_sound_server() -> bool:
    """Looked for first, because asking would start one."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return bool(os.environ.get("PULSE_SERVER")) or (
        runtime is not None and (Path(runtime) / "pulse" / "native").exists()
    )


def _is_a_program_s(stream: dict[str, Any]) -> bool:
    """Not paused, not a meter, and not a filter that the sound server runs by itself."""
    properties = stream.get("properties") or {}
    return not (
        stream.get("corked") is True
        or stream.get("client") in {None, "n/a"}
        or stream.get("resample_method") == "peaks"
        or "node.link-group" in properties
        or any(properties.get(mark) in {"true", "1"} for mark in _NO_MICROPHONE)
    )


def _listed(what: str) -> list[dict[str, Any]] | None:
    said = said_by("pactl", "--format=json", "list", what)
    try:
        listed = json.loads(said or "")
    except ValueError:
        return None
    if not isinstance(listed, list):
        return None
    return [each for each in listed if isinstance(each, dict)]
