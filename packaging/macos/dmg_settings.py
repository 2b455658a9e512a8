"""How the disk image looks; read by dmgbuild, which hands in ``defines``."""

application = defines["app"]  # noqa: F821 - handed in

files = [application]
symlinks = {"Applications": "/Applications"}
icon = defines["icon"]  # noqa: F821 - handed in
format = "ULMO"  # noqa: A001 - dmgbuild's own name
filesystem = "APFS"
window_rect = ((200, 200), (560, 340))
icon_size = 112
icon_locations = {"Nearer.app": (150, 150), "Applications": (410, 150)}
default_view = "icon-view"
