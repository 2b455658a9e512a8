"""Another program: somebody writes a letter in it, or watches a film.

``python -m tests.e2e.letter FILE [--full-screen]``; every letter typed is in FILE at once.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit


def main() -> int:
    file = Path(sys.argv[1])
    qt = QApplication(sys.argv[:1])
    field = QLineEdit()
    field.setWindowTitle("Letter")
    field.textChanged.connect(file.write_text)
    if "--full-screen" in sys.argv:
        field.showFullScreen()
    else:
        field.resize(400, 60)
        field.show()
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main())
