"""Every clue that is read or computed is declared."""

from __future__ import annotations

import re
import tomllib

import pytest

from newsclean import NewscleanError, clues
from newsclean.article import Block
from newsclean.clues import CLUES, MODEL_CLUES, NAME_GROUPS, NOT_IN_MODEL, check_clues, clue
from newsclean.extract.elements import PLACE_BITS
from newsclean.labels.html_features import FEATURES
from newsclean.labels.trees import builtin_trees
from tests.conftest import ROOT

PACKAGE = ROOT / "newsclean"
READ = re.compile(r"""(?:clue\([\w.]+(?:\[\w\]])?(?:\.block)?, |clues\.get\(|clues\[|found\[)"([^"]+)\"""")


def test_groups_of_class_names_are_declared() -> None:
    table = tomllib.loads((PACKAGE / "extract" / "class_names.toml").read_text("utf-8"))["groups"]
    assert sorted(table) == sorted(NAME_GROUPS)
    assert CLUES.keys() >= table.keys()


def test_places_are_declared() -> None:
    assert {f"in-{place}" for place in PLACE_BITS} <= CLUES.keys()


def test_the_model_reads_declared_clues_in_order() -> None:
    names = builtin_trees("html")["first"].names
    assert names == FEATURES
    assert names[: len(MODEL_CLUES)] == MODEL_CLUES
    assert not NOT_IN_MODEL.keys() & set(names)


def test_constants_are_declared() -> None:
    named = {value for name, value in vars(clues).items() if name.isupper() and isinstance(value, str)}
    assert len(named) >= 12
    check_clues(named)


@pytest.mark.parametrize("folder", ["extract", "labels", "filters"])
def test_names_in_the_code_are_declared(folder: str) -> None:
    files = [path for path in sorted((PACKAGE / folder).glob("*.py")) if "newsclean.clues" in path.read_text("utf-8")]
    assert files
    for path in files:
        check_clues(READ.findall(path.read_text("utf-8")))


def test_an_undeclared_name_is_an_error() -> None:
    with pytest.raises(NewscleanError, match="'in-navv', 'titel'"):
        check_clues(["titel", "in-nav", "in-navv"])


def test_every_clue_has_a_meaning() -> None:
    assert all(CLUES.values())
    assert len(CLUES) == len(MODEL_CLUES) + len(NOT_IN_MODEL)


def test_a_block_of_a_text_has_no_clues() -> None:
    assert clue(Block(0, 4, "Link", "Link"), clues.IN_NAV) == 0.0
