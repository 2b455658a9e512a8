"""Prints one page by the system's own dialog."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo

from coupleapp.application.printing import Paper, Printed


def page_of(paper: Paper) -> str:
    """The page as Qt's rich text."""
    said = "".join(f"<p>{escape(line)}</p>" for line in paper.before)
    rows = "".join(
        f'<tr><td style="font-size: 13pt">{number}</td>'
        f'<td style="font-size: 24pt; font-weight: 600">{escape(group)}</td></tr>'
        for number, group in enumerate(paper.groups, 1)
    )
    after = "".join(f"<p>{escape(line)}</p>" for line in paper.after)
    return (
        f'<div dir="ltr" style="font-family: Inter; font-size: 12pt">'
        f'<h1 style="font-family: Vollkorn">{escape(paper.title)}</h1>{said}'
        f'<table cellpadding="9">{rows}</table>{after}</div>'
    )


def print_on(printer: QPrinter, paper: Paper) -> bool:
    """Whether the printer took it."""
    document = QTextDocument()
    document.setHtml(page_of(paper))
    document.print_(printer)
    return printer.printerState() is not QPrinter.PrinterState.Error


class DialogPrinting:
    """``application.printing.Printing``."""

    def __init__(self) -> None:
        self._dialog: QPrintDialog | None = None

    def start(self, paper: Paper, then: Callable[[Printed], None]) -> None:
        self.stop()
        if not QPrinterInfo.availablePrinterNames():
            then(Printed.NO_PRINTER)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = self._dialog = QPrintDialog(printer)
        # A file of it would lie in the computer it is meant to replace.
        to_file = QAbstractPrintDialog.PrintDialogOption.PrintToFile
        dialog.setOptions(dialog.options() & ~to_file)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def accept() -> None:
            self._dialog = None
            then(Printed.HANDED_OVER if print_on(printer, paper) else Printed.REFUSED)

        def reject() -> None:
            self._dialog = None
            then(Printed.LET_GO)

        dialog.accepted.connect(accept)
        dialog.rejected.connect(reject)
        dialog.winId()
        window = dialog.windowHandle()
        if window is not None:
            window.setTransientParent(QGuiApplication.focusWindow())
        dialog.setModal(True)
        dialog.show()

    def stop(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.accepted.disconnect()
            dialog.rejected.disconnect()
            dialog.close()
