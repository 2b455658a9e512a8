"""Draws the lights and the icon of Nearer. Running it again gives the very same pixels.

A lamp's falloff spread over a large window has fewer than 256 steps, and the eye sees each of
them. So every channel is rounded with its own noise, in premultiplied colour, because that is
where the screen adds it up: on any background the steps dissolve.
"""

import hashlib
import math
import os
import struct
import sys
import zlib
from pathlib import Path

SIZE = 512
REACH = 250.0  # pixels from the middle to where the light is exactly nothing
GRAIN = 3.0  # steps of noise to either side: enough of it is left after scaling up three times
CORE_WHITE = 0.3  # how much of the lamp's own warm white is in its middle

WHITE = (0xFF, 0xF4, 0xE0)
LIGHTS = {
    # name: colour, opacity in the middle
    "left": ((0xF0, 0xB3, 0x6A), 0.62),
    "right": ((0x5F, 0xB0, 0xA5), 0.62),
    "calm": ((0xD9, 0xCF, 0xA8), 0.5),
}


def falloff(r: float) -> float:
    """How strong a lamp is at ``r`` from its middle, 1.0 being where its light ends."""
    if r >= 1:
        return 0.0
    lamp = 0.4 * math.exp(-((r / 0.32) ** 2)) + 0.6 * math.exp(-((r / 0.62) ** 2))
    return lamp * (1 - r * r) ** 2


def rgba(name: str, colour: tuple[int, int, int], peak: float) -> bytes:
    """The light's pixels, row by row, straight alpha."""
    noise = hashlib.shake_128(name.encode()).digest(SIZE * SIZE * 8)
    pixels = bytearray(SIZE * SIZE * 4)
    middle = (SIZE - 1) / 2
    for y in range(SIZE):
        for x in range(SIZE):
            r = math.hypot(x - middle, y - middle) / REACH
            strength = peak * falloff(r)
            if not strength:
                continue
            white = CORE_WHITE * math.exp(-((r / 0.24) ** 2))
            at = (y * SIZE + x) * 4
            # Two random bytes give triangular noise, which hides the steps and leaves no pattern.
            grain = [
                GRAIN * (noise[2 * (at + c)] + noise[2 * (at + c) + 1] - 255) / 255
                for c in range(4)
            ]
            alpha = max(0, round(255 * strength + grain[3]))
            if not alpha:
                continue
            pixels[at + 3] = alpha
            for c in range(3):
                tint = colour[c] + (WHITE[c] - colour[c]) * white
                laid = min(alpha, max(0, round(strength * tint + grain[c])))
                pixels[at + c] = round(laid * 255 / alpha)
    return bytes(pixels)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(pixels: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)
    rows = b"".join(b"\0" + pixels[i : i + SIZE * 4] for i in range(0, len(pixels), SIZE * 4))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )


def write_lights(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, (colour, peak) in LIGHTS.items():
        (folder / f"glow_{name}.png").write_bytes(png(rgba(name, colour, peak)))


def write_icon(folder: Path) -> None:
    """Draw ``nearer.svg`` as pixels, for the places that take no SVG."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QByteArray, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(256, 256, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray((folder / "nearer.svg").read_bytes())).render(painter)
    painter.end()
    image.save(str(folder / "nearer.png"))
    del app


if __name__ == "__main__":
    resources = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("resources")
    write_lights(resources / "lights")
    write_icon(resources / "icons")
