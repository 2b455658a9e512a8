"""Just enough of Wayland's protocol for a keyboard, and for the right to come to the front.

https://wayland.freedesktop.org/docs/html, virtual-keyboard-unstable-v1, xdg-activation-v1
"""

import socket
import struct
import tempfile
import time
from collections.abc import Iterator

DISPLAY, REGISTRY = 1, 2
SYNC, GET_REGISTRY, BIND = 0, 1, 0
KEYMAP, KEY, MODIFIERS = 0, 1, 2
GET_TOKEN, COMMIT = 1, 3

US = b"""xkb_keymap {
  xkb_keycodes { include "evdev+aliases(qwerty)" };
  xkb_types { include "complete" };
  xkb_compat { include "complete" };
  xkb_symbols { include "pc+us+inet(evdev)" };
};
\0"""

CODES = {"Escape": 1, "Tab": 15, "Return": 28, "shift": 42, "space": 57} | {
    letter: first + place
    for first, row in ((2, "1234567890"), (16, "qwertyuiop"), (30, "asdfghjkl"), (44, "zxcvbnm"))
    for place, letter in enumerate(row)
}
"""Where the keys are, as Linux counts them."""


class Client:
    """A program without a window."""

    def __init__(self, path: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(20)
        self._socket.connect(path)
        self._next_id = REGISTRY
        self._unread = b""
        self._globals: dict[str, int] = {}
        self._send(DISPLAY, GET_REGISTRY, struct.pack("=I", self._new_id()))
        for sender, _, body in self._until_done():
            if sender == REGISTRY:
                name, length = struct.unpack_from("=II", body)
                self._globals[body[8 : 8 + length - 1].decode()] = name

    def bind(self, interface: str) -> int:
        """The object of this interface, by number; only its first version."""
        number, name = self._new_id(), interface.encode() + b"\0"
        text = struct.pack("=I", len(name)) + name + b"\0" * (-len(name) % 4)
        begin = struct.pack("=I", self._globals[interface])
        self._send(REGISTRY, BIND, begin + text + struct.pack("=II", 1, number))
        return number

    def token(self) -> str:
        """The right of some program to come to the front, as whoever was pressed passes it on."""
        manager, token = self.bind("xdg_activation_v1"), self._new_id()
        self._send(manager, GET_TOKEN, struct.pack("=I", token))
        self._send(token, COMMIT)
        (body,) = (body for sender, _, body in self._until_done() if sender == token)
        (length,) = struct.unpack_from("=I", body)
        return body[4 : 4 + length - 1].decode()

    def close(self) -> None:
        self._socket.close()

    def _new_id(self) -> int:
        number, self._next_id = self._next_id, self._next_id + 1
        return number

    def _send(self, number: int, what: int, body: bytes = b"", files: tuple[int, ...] = ()) -> None:
        head = struct.pack("=IHH", number, what, 8 + len(body))
        socket.send_fds(self._socket, [head + body], files)

    def _until_done(self) -> Iterator[tuple[int, int, bytes]]:
        """What the compositor says until it has answered everything."""
        done = self._new_id()
        self._send(DISPLAY, SYNC, struct.pack("=I", done))
        while True:
            while len(self._unread) < 8 or len(self._unread) < self._size():
                self._unread += self._socket.recv(65536)
            sender, what = struct.unpack_from("=IH", self._unread)
            body, self._unread = self._unread[8 : self._size()], self._unread[self._size() :]
            if sender == done:
                return
            yield sender, what, body

    def _size(self) -> int:
        (size,) = struct.unpack_from("=H", self._unread, 6)
        return int(size)


class Keyboard(Client):
    """One with the letters of the US, plugged in."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        manager, seat = self.bind("zwp_virtual_keyboard_manager_v1"), self.bind("wl_seat")
        self._keyboard = self._new_id()
        self._send(manager, 0, struct.pack("=II", seat, self._keyboard))
        with tempfile.TemporaryFile() as keymap:
            keymap.write(US)
            keymap.flush()
            body = struct.pack("=II", 1, len(US))
            self._send(self._keyboard, KEYMAP, body, (keymap.fileno(),))
            list(self._until_done())

    def key(self, name: str, *, down: bool) -> None:
        """``shift+Tab`` is held as Tab, with shift before and after it."""
        *shift, plain = name.split("+")
        if shift:
            self._send(self._keyboard, MODIFIERS, struct.pack("=IIII", int(down), 0, 0, 0))
        ms = time.monotonic_ns() // 1_000_000 & 0xFFFFFFFF
        self._send(self._keyboard, KEY, struct.pack("=III", ms, CODES[plain], int(down)))
        list(self._until_done())
