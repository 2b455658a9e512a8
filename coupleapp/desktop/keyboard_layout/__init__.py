"""What is printed on the keys of this computer, as far as its system tells."""

import sys
from collections.abc import Mapping

from coupleapp.domain.keys import KeyPlace


def printed_letters() -> Mapping[KeyPlace, str]:
    """What each place types on the layout in use, with nothing held beside it.

    Empty where nobody can tell, as on Wayland. To be asked on the thread of the windows.
    """
    if sys.platform == "win32":
        from coupleapp.desktop.keyboard_layout.windows import windows_letters

        return windows_letters()
    if sys.platform == "darwin":
        from coupleapp.desktop.keyboard_layout.macos import mac_letters

        return mac_letters()
    from coupleapp.desktop.x11 import on_x11

    if not on_x11():
        return {}
    from coupleapp.desktop.keyboard_layout.xkb import xkb_letters

    return xkb_letters()
