"""`tables=False`: the rows of tables go, tables that lay out a page stay."""

from newsclean import clean
from tests.extract.pages import PROSE, article, page

TABLE = "<table><tr><td>Budget</td><td>12 millions</td></tr><tr><td>Impôts</td><td>3 millions</td></tr></table>"
WHOLE = page(article(TABLE))


def test_tables_stay_or_go():
    assert "Budget | 12 millions\nImpôts | 3 millions" in clean(WHOLE)
    assert "millions" not in clean(WHOLE, tables=False)
    assert PROSE[3][-40:] in clean(WHOLE, tables=False)


def test_tables_that_lay_out_the_page_are_none():
    rows = "".join(f"<tr><td><p>{text}</p></td></tr>" for text in PROSE)
    assert PROSE[3][-40:] in clean(page(f"<table>{rows}</table>"), tables=False)


def test_rows_of_one_cell_are_none():
    rows = "".join(f"<tr><td>{text}</td></tr>" for text in PROSE)
    assert PROSE[3][-40:] in clean(page(f"<table>{rows}</table>"), tables=False)
