"""How to start this very Nearer again."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

FLATPAK_INFO = Path("/.flatpak-info")


@dataclass(frozen=True, slots=True)
class LaunchEnvironment:
    platform: str
    executable: Path
    frozen: bool = False
    flatpak: bool = False
    environ: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def here(cls) -> "LaunchEnvironment":
        return cls(
            platform=sys.platform,
            executable=Path(sys.executable),
            frozen=bool(getattr(sys, "frozen", False)),
            flatpak=sys.platform == "linux" and FLATPAK_INFO.exists(),
            environ=os.environ,
        )

    @property
    def windows(self) -> bool:
        return self.platform == "win32"

    @property
    def bundle(self) -> bool:
        folder = self.executable.parent
        return (
            self.platform == "darwin"
            and self.frozen
            and folder.parts[-2:] == ("Contents", "MacOS")
            and folder.parent.parent.suffix == ".app"
        )

    @property
    def app_image(self) -> Path | None:
        """The AppImage's own file: what runs lies in a mount that is gone after logout.

        A terminal that is an AppImage hands its variables on to what is started in it, so they
        count only if we run from that mount.
        """
        image, mount = self.environ.get("APPIMAGE"), self.environ.get("APPDIR")
        if image and mount and self.executable.is_relative_to(mount):
            return Path(image)
        return None


def own_command(here: LaunchEnvironment, data_dir: Path | None = None) -> tuple[str, ...]:
    """The program and its arguments, for a start without a window."""
    where = () if data_dir is None else ("--data-dir", str(data_dir.absolute()))
    return (*_program(here), "--background", *where)


def _program(here: LaunchEnvironment) -> tuple[str, ...]:
    if here.flatpak:
        return ("coupleapp",)  # looked up in the sandbox's own PATH
    if here.frozen:
        return (str(here.app_image or here.executable),)
    # On Windows "coupleapp" and "python" would keep a black window open all evening.
    script = here.executable.with_name("nearer.exe" if here.windows else "coupleapp")
    if script.is_file():
        return (str(script),)
    windowless = here.executable.with_name("pythonw.exe")
    python = windowless if windowless.is_file() else here.executable
    return (str(python), "-m", "coupleapp")
