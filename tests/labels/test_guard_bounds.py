"""The guard at its bounds, on documents of which everything is told: each number and each branch that could be one off."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from newsclean.labels.document import MENU
from newsclean.labels.guard import (
    CAP,
    LIVE,
    NEAR,
    NOTE,
    PAGE,
    SCRAP,
    SURE_IN,
    SURE_OUT,
    SURE_SHORT,
    entry_time,
    evidence_against,
    guard,
    is_safe,
)

HERE = 5  # the line that is asked about


def line(**told: Any) -> Any:
    """A line that nothing speaks of."""
    form = SimpleNamespace(**{"end": ".", "words": 9, "case": "u", "length": 60, **told.pop("form", {})})
    usual = {
        "rules": (),
        "metadata": SimpleNamespace(label=None, spans=()),
        "key": "k",
        "prose": False,
        "kind": "s",
        "text": "Texte",
    }
    return SimpleNamespace(**{**usual, **told}, form=form)


def document(count: int = PAGE, **told: Any) -> Any:
    """A page dumped whole, with the dense part from line 2 to line 8, of lines that nothing speaks of."""
    given = told.pop("lines", {})
    lines = [given.get(n, line(key=str(n))) for n in range(count)]
    barrier = told.pop("barrier", 0)
    usual = {
        "lines": lines,
        "count": count,
        "keys": {each.key: 1 for each in lines},
        "sections": [("", 0)] * count,
        "dirty": "3",
        "prose": [0] * count + [4],
        "runs": [0] * count,
        "kinds": "s" * count,
        "start": 2,
        "end": 8,
        "barrier": lambda _: barrier,
    }
    return SimpleNamespace(**{**usual, **told})


PROSE = {"lines": {HERE: line(prose=True, kind="p", key="5")}}
OUTSIDE = {"start": 6, "end": 8}
DATE = SimpleNamespace(label="date", spans=())
SECTION = [("", 0)] * HERE + [("related", NEAR)] + [("", 0)] * PAGE


@pytest.mark.parametrize(
    ("told", "chance", "reason"),
    [
        # prose of a page dumped whole goes by its chance, more easily outside the dense part
        (PROSE, SURE_IN, ""),
        (PROSE, SURE_IN - 0.001, "unlike-the-article"),
        ({**PROSE, **OUTSIDE}, SURE_OUT, ""),
        ({**PROSE, **OUTSIDE}, SURE_OUT - 0.001, "unlike-the-article"),
        ({**PROSE, "start": HERE, "end": 8}, SURE_OUT - 0.001, ""),
        ({**PROSE, "start": 2, "end": HERE}, SURE_OUT - 0.001, ""),
        ({**PROSE, "dirty": "2"}, 0.0, ""),
        ({**PROSE, "dirty": "4"}, 0.0, "unlike-the-article"),
        # short lines
        ({}, SURE_SHORT, ""),
        ({}, SURE_SHORT - 0.001, "unlike-the-article"),
        ({"dirty": "2"}, 0.0, ""),
        ({"dirty": "2", "runs": [MENU] * PAGE}, 0.9, "in-a-menu"),
        ({"dirty": "2", "runs": [MENU - 1] * PAGE}, 0.9, ""),
        ({"kinds": "ssssfsssssssssss"}, 0.9, "beside-furniture"),
        ({"kinds": "sssssswsssssssss"}, 0.9, "beside-furniture"),
        ({"kinds": "sssfssswssssssss"}, 0.9, ""),
        # no page dumped whole: form and place say nothing
        ({"dirty": "0"}, 0.0, ""),
        ({"dirty": "1"}, 0.0, ""),
        ({"count": PAGE - 1}, 0.0, ""),
        ({"prose": [0] * (PAGE + 1)}, 0.0, ""),
        ({"lines": {HERE: line(text="20:15", key="5"), HERE + 1: line(prose=True, key="6")}}, 0.0, ""),
        ({"barrier": 1}, 0.9, "beyond-furniture"),
        ({"barrier": 1, "dirty": "1"}, 0.9, ""),
        # what speaks for itself
        ({"keys": {str(n): 2 for n in range(PAGE)}}, 0.9, "repeated"),
        ({"lines": {HERE: line(rules=("a",), key="5")}}, 0.9, "rule"),
        ({"lines": {HERE: line(metadata=DATE, key="5")}}, 0.9, "rule"),
        ({"sections": SECTION}, 0.9, "section-related"),
        ({"sections": [("related", NEAR + 1)] * PAGE}, 0.9, ""),
    ],
)
def test_what_speaks_against_a_line(told: dict[str, Any], chance: float, reason: str) -> None:
    assert evidence_against(document(**told), HERE, chance) == reason


def test_the_last_line_of_a_section_is_no_piece() -> None:
    """Nothing stands behind it that could go on."""
    found = document(count=HERE + 1, dirty="2", sections=SECTION)
    assert evidence_against(found, HERE, 0.9) == "section-related"


def test_furniture_beside_the_first_lines_counts() -> None:
    for n, kinds in ((1, "fs"), (0, "sf"), (0, "fs")):
        assert evidence_against(document(kinds=f"{kinds}{'s' * PAGE}"), n, 0.9) == "beside-furniture"


@pytest.mark.parametrize(
    ("told", "piece"),
    [
        ({HERE: line(form={"end": ","}, key="5")}, True),
        ({HERE: line(text=", dit-il", key="5")}, True),
        ({HERE: line(form={"case": "l"}, key="5")}, True),
        ({HERE + 1: line(form={"case": "l"}, key="6")}, True),
        ({HERE: line(form={"words": SCRAP}, key="5"), HERE + 2: line(text=")", key="7")}, True),
        ({HERE: line(form={"words": SCRAP + 1}, key="5"), HERE + 2: line(text=")", key="7")}, False),
        ({HERE: line(form={"words": SCRAP}, key="5")}, False),
        ({HERE + 2: line(text=")", key="7")}, False),
        ({}, False),
    ],
)
def test_pieces_of_shattered_sentences_are_no_links_of_a_section(told: dict[int, Any], piece: bool) -> None:
    inside = {"dirty": "2", "lines": told, "sections": SECTION}
    assert evidence_against(document(**inside), HERE, 0.9) == ("" if piece else "section-related")
    for elsewhere in ({"dirty": "3"}, {"dirty": "4"}, {"start": HERE + 1}, {"end": HERE - 1}):
        assert evidence_against(document(**{**inside, **elsewhere}), HERE, 0.9) == "section-related"
    for edge in ({"start": HERE}, {"end": HERE}):
        assert (evidence_against(document(**{**inside, **edge}), HERE, 0.9) == "") == piece


@pytest.mark.parametrize(
    ("told", "safe"),
    [
        ({}, True),
        ({"dirty": "3"}, False),
        ({"dirty": "4"}, False),
        ({"start": HERE}, True),
        ({"end": HERE}, True),
        ({"start": HERE + 1}, False),
        ({"end": HERE - 1}, False),
        ({"barrier": 1}, False),
        ({"keys": {str(n): 2 for n in range(PAGE)}}, False),
        ({"sections": [("related", 99)] * PAGE}, False),
        ({"sections": [("", 7)] * PAGE}, True),
        ({"lines": {HERE: line(kind="s", key="5")}}, False),
        ({"lines": {HERE: line(kind="p", rules=("a",), key="5")}}, False),
        ({"lines": {HERE: line(kind="p", metadata=SimpleNamespace(label=None, spans=("a",)), key="5")}}, False),
        ({"lines": {HERE: line(text="20:15", key="5"), HERE + 1: line(prose=True, key="6")}}, True),
        ({"lines": {HERE: line(text="20:15", key="5"), HERE + 1: line(prose=False, key="6")}}, False),
        ({"lines": {HERE: line(text="20 heures 15", key="5"), HERE + 1: line(prose=True, key="6")}}, False),
        ({"prose": [0] * (PAGE + 1), "lines": {HERE: line(key="5")}}, True),
        ({"prose": [0] * (PAGE + 1), "lines": {HERE: line(key="5", rules=("a",))}}, False),
        ({"prose": [0] * (PAGE + 1), "lines": {HERE: line(key="5", metadata=DATE)}}, False),
    ],
)
def test_what_stays_without_asking(told: dict[str, Any], safe: bool) -> None:
    plain = {"dirty": "0", "lines": {HERE: line(prose=True, kind="p", key="5")}}
    assert is_safe(document(**{**plain, **told}), HERE) is safe


def test_a_time_has_so_many_characters_and_is_not_the_last_line() -> None:
    last = PAGE - 1
    assert not is_safe(document(dirty="3", lines={last: line(text="20:15", key="14")}), last)
    found = document(dirty="3", lines={last - 1: line(text="20:15", key="13"), last: line(prose=True, key="14")})
    assert is_safe(found, last - 1)
    for text, is_time in (
        ("20 h 15min", True),
        ("20 Uhr 15 ", False),
        ("20.15 Uhr", True),
        ("9:15 a.m.", True),
        ("1" + "0" * LIVE, False),
    ):
        found = document(dirty="3", lines={HERE: line(text=text, key="5"), HERE + 1: line(prose=True, key="6")})
        assert is_safe(found, HERE) is is_time
        assert (entry_time().fullmatch(text) is not None) is is_time
    duration = "20 h 15 min"
    assert entry_time().fullmatch(duration)
    assert len(duration) == LIVE + 1
    found = document(dirty="3", lines={HERE: line(text=duration, key="5"), HERE + 1: line(prose=True, key="6")})
    assert not is_safe(found, HERE)


@pytest.mark.parametrize(("dirty", "cap"), [("0", 0.34), ("1", 0.34), ("2", 0.5), ("3", 0.8), ("4", 0.9)])
def test_the_cap_by_dirt(dirty: str, cap: float) -> None:
    """Of a hundred characters of prose, so many may go without a rule, and not one more."""
    assert CAP[dirty] == cap
    for more, saved in ((0, False), (1, True)):
        share = round(100 * cap) + more
        lines = {
            0: line(prose=True, kind="p", key="0", form={"length": share}),
            1: line(prose=True, kind="p", key="1", form={"length": 100 - share}),
            2: line(rules=("a",), key="2"),
        }
        found = document(count=3, dirty=dirty, lines=lines, keys={"0": 2, "1": 1, "2": 1})
        allowed, note = guard(found, [True, False, True], [0.5] * 3)
        assert (allowed, note) == ([not saved, False, True], NOTE if saved else "")


def test_what_is_said_by_a_rule_does_not_count_for_the_cap() -> None:
    lines = {n: line(prose=True, kind="p", key=str(n), rules=("a",)) for n in range(3)}
    assert guard(document(count=3, dirty="0", lines=lines), [True] * 3, [0.0] * 3) == ([True] * 3, "")


def test_short_lines_are_no_prose_for_the_cap() -> None:
    """Over the cap, prose goes by a rule only, and what is no prose by anything that speaks against it."""
    lines = {n: line(prose=n < 2, key=str(n), form={"length": 70 if n == 0 else 130}) for n in range(20)}
    lines[2] = line(prose=True, key="2", rules=("a",), form={"length": 1})
    keys = {str(n): 1 + (n in (0, 4)) for n in range(20)}
    found = document(count=20, dirty="0", lines=lines, keys=keys)
    allowed, note = guard(found, [n < 5 for n in range(20)], [0.5] * 20)
    assert [n for n, gone in enumerate(allowed) if gone] == [2, 4]
    assert note == NOTE


def test_the_numbers_are_those_that_were_weighed() -> None:
    assert (NEAR, PAGE, SURE_OUT, SURE_IN, SURE_SHORT, SCRAP, LIVE) == (12, 15, 0.3, 0.04, 0.5, 2, 10)
