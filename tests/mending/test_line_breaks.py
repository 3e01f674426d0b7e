"""Line breaks, and what speaks for and against a line breaker."""

import pytest

from newsclean.mending.line_breaks import Width, find_runs
from newsclean.mending.physical_lines import physical_lines

ENDS, SMALL = frozenset({"vom"}), frozenset({"am"})


def breaks(*lines, gap="\n"):
    runs = find_runs(physical_lines(lines, lambda n: gap if n else ""), ENDS, SMALL)
    return [each for run in runs for each in run]


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Ein Satz von vielen Worten", "- ein Punkt", "a bullet"),
        ("Ein Satz von vielen Worten", "3. ein Punkt", "a number"),
        ("Ein Satz von vielen Worten", "BERN. Der Rat tagt", "a dateline"),
        ("- ein Punkt von vielen Worten", "– noch ein Punkt", "a dash after a bullet"),
    ],
)
def test_items(left, right, why):
    assert breaks(left, right)[0].item, why


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        ("Der Rat der Stadt tagt am", "12. Juli wieder", "a day"),
        ("Der Rat der Stadt tagt", "– wie immer – im Saal", "a dash in a sentence"),
        ("Diz que é preciso ouvir", "o governo antes de tudo", "an article"),
        ("Der Rat der Stadt und die", "UNESCO sind dafür", "an abbreviation"),
    ],
)
def test_no_items(left, right, why):
    assert not breaks(left, right)[0].item, why


def test_the_widths_that_explain_a_break():
    (each,) = breaks("Der Rat der Stadt tagt", "wieder")
    assert [width for width in range(60) if each.is_cut(Width(width, 1))] == list(range(22, 29))
    assert each.has_room(Width(29, 1))
    assert not each.has_room(Width(29, 1, slack=1))


@pytest.mark.parametrize("gap", ["\n\n", ""])
def test_no_break_beside_a_blank_line(gap):
    assert breaks("Der Rat der Stadt tagt", "wieder", gap=gap) == []


def test_no_break_beside_a_table_row_or_a_long_line():
    assert breaks("Der Rat der Stadt tagt", "wieder    und    noch") == []
    assert breaks("Der Rat der Stadt tagt", "wieder " * 20) == []
