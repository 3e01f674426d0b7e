"""The pages that list names list all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import newsclean
from newsclean import filters
from tests.conftest import ROOT
from tests.docs.blocks import PAGES
from tests.docs.reference import PAGE, actions, page, parsers

API = (ROOT / "docs" / "api.md").read_text("utf-8")


def test_the_options_are_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "run python tests/docs/reference.py"


@pytest.mark.parametrize("verb", parsers())
def test_every_option_is_told(verb: str) -> None:
    section = page().partition(f"## {verb}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \| (.*) \|$", section, re.MULTILINE)
    for action in actions(parsers()[verb]):
        for name in action.option_strings:
            assert [told for names, told in rows if re.search(rf"`{name}[ `]", names) and told.strip()], name


def test_every_verb_is_told_in_words() -> None:
    told = (ROOT / "docs" / "cli.md").read_text("utf-8")
    verbs = [name.removeprefix("newsclean ") for name in parsers() if " " in name]
    assert [verb for verb in verbs if not re.search(rf"newsclean {verb}\b", told)] == []


@pytest.mark.parametrize("name", newsclean.__all__)
def test_every_public_name_is_in_the_reference(name: str) -> None:
    assert f"::: newsclean.{name}\n" in API or name == "filters"


@pytest.mark.parametrize("name", filters.__all__)
def test_every_filter_is_in_the_reference(name: str) -> None:
    assert f"::: newsclean.filters.{name}\n" in API or re.search(rf"^\| `filters\.{name}\b", API, re.MULTILINE)


# a test may stand alone (`::test_it`): it is one of the file that was named last
NAMED = re.compile(r"`((?:tests|newsclean|docs)/[\w./-]*(?:/|\.\w+))?(?:::(\w+))?`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_named_files_and_tests_exist(page: Path) -> None:
    path = ""
    for named, test in NAMED.findall(page.read_text("utf-8")):
        path = named or path
        assert (ROOT / path).exists(), path
        assert not test or f"def {test}(" in (ROOT / path).read_text("utf-8"), test


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_excuses_name_exist(page: Path) -> None:
    """`<!-- not run: tests/... does -->` above a block."""
    comments = " ".join(re.findall(r"<!--(.*?)-->", page.read_text("utf-8"), re.DOTALL))
    named = re.findall(r"(?:tests|newsclean|docs)/[\w./-]+\.\w+", comments)
    assert [path for path in named if not (ROOT / path).exists()] == []
