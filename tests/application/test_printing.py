from coupleapp.application.printing import Paper, Printed


def test_what_is_on_a_sheet_is_not_written_anywhere_by_chance():
    paper = Paper("Recovery sheet", ("Made today.",), ("A7KQM", "PZ2JV"), ("Keep it.",))

    assert "A7KQM" not in repr(paper)
    assert paper.groups == ("A7KQM", "PZ2JV")


def test_a_printer_that_is_not_there_is_told_from_one_that_would_not():
    assert len(set(Printed)) == 4
    assert Printed.NO_PRINTER is not Printed.REFUSED
