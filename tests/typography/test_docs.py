"""The page on typography says what the code does."""

import doctest
import re
from pathlib import Path

import pytest

from newsclean.edits import apply
from newsclean.typography import EDITORIAL, RULES, typeset

PAGE = Path(__file__).resolve().parents[2] / "docs" / "typography.md"
TEXT = PAGE.read_text(encoding="utf-8")


def test_examples():
    failed, run = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert run > 20
    assert not failed


@pytest.mark.parametrize(
    ("locale", "before", "after"), re.findall(r"^\| (\S+) \| `(.+?)` \| `(.+?)` \|$", TEXT, re.MULTILINE)
)
def test_table(locale, before, after):
    assert apply(before, typeset([before], locale)[0]).replace("\u00a0", "~").replace("\u202f", "¦") == after


def test_all_rules_are_described():
    assert [rule for rule in (*RULES, *EDITORIAL) if f"`{rule}`" not in TEXT] == []
