"""Draws the icon in every size and form that desktops want, from ``resources/icons/nearer.svg``.

python packaging/make_icons.py FOLDER
"""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SVG = Path(__file__).resolve().parents[1] / "resources" / "icons" / "nearer.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
WINDOWS = (16, 24, 32, 48, 64, 128, 256)


def drawn(size: int) -> Image.Image:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(BytesIO(bytes(buffer.data().data())))


def main(folder: Path) -> None:
    QGuiApplication(["make_icons", "-platform", "offscreen"])
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        drawn(size).save(folder / f"{size}.png")
    largest = drawn(1024)
    largest.save(folder / "nearer.ico", sizes=[(size, size) for size in WINDOWS])
    largest.save(folder / "nearer.icns")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
