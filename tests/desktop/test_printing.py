"""What comes out of a printer, read from the page it would have printed."""

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from coupleapp.application.printing import Paper, Printed
from coupleapp.desktop.printing import DialogPrinting, print_on

GROUPS = ("K7MP2", "93XWD", "AB2C3", "QRSTU", "99887", "XYZXY", "HJKMN")
PAPER = Paper("Our sheet", ("Made today.", "<b>&"), GROUPS, ("Keep it.",))


@pytest.fixture
def no_printer(monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))


def test_a_page_has_everything_on_it_in_order(qapp, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    assert print_on(printer, PAPER)
    (page,) = PdfReader(tmp_path / "sheet.pdf").pages
    words = " ".join(page.extract_text().split())
    places = [words.index(part) for part in ("Our sheet", "Made today.", "<b>&", *GROUPS, "Keep")]
    assert places == sorted(places)
    for number in range(1, 8):
        assert f"{number}" in words


def test_where_no_printer_is_set_up_that_is_said_and_nothing_opens(qapp, no_printer):
    told = []
    printing = DialogPrinting()
    printing.start(PAPER, told.append)
    assert told == [Printed.NO_PRINTER]
    assert printing._dialog is None


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_dialog_offers_no_file_and_goes_with_the_page(qapp, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["hall"]))
    told = []
    printing = DialogPrinting()
    printing.start(PAPER, told.append)
    dialog = printing._dialog
    assert dialog.isVisible()
    assert not dialog.testOption(dialog.PrintDialogOption.PrintToFile)
    dialog.reject()
    assert told == [Printed.LET_GO]
    printing.start(PAPER, told.append)
    printing.stop()
    assert told == [Printed.LET_GO]
    assert printing._dialog is None
