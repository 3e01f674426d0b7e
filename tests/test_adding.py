"""What must be named in several places is named in all of them: labels, filters, verbs, options, locales.

`docs/contributing.md` has the steps for adding each; a test here, or one that it names, fails where a step is forgotten.
"""

from __future__ import annotations

import dataclasses
import json
import re
import tomllib
from typing import get_type_hints

import pytest

from newsclean import Article, Cleaner, Label, filters
from newsclean.cli.main import main
from newsclean.cli.verbs import load, verb_names
from newsclean.filters import Drop
from newsclean.reading import read_text
from newsclean.typography.locales import Locale, known_locales, locale_row
from newsclean.vocabulary import CONTENT, FURNITURE, GROUPS, METADATA
from tests.conftest import ROOT

DOCS = ROOT / "docs"
DROPS = [step for step in Cleaner().steps if isinstance(step, Drop)]
STEPS = [name for name in filters.__all__ if name.islower()]
SOURCE = "Le conseil n'a pas voté le budget de la ville lundi soir.\nPartager"


def words(text: str) -> list[str]:
    """The names between backticks, one by one."""
    return " ".join(re.findall(r"`([^`]+)`", text)).split()


def rows(page: str, first: str) -> list[list[str]]:
    """The rows of the table of a page whose first column has this head."""
    text = (DOCS / page).read_text("utf-8")
    table = re.search(rf"^\| {first} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", text, re.MULTILINE)
    assert table, f"{page} has no table of {first}"
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in table[1].splitlines()]


# labels


def test_every_label_is_in_the_table_of_its_group() -> None:
    shown = {words(group)[0]: words(labels) for group, labels, _ in rows("labels.md", "group")}
    assert {group: sorted(labels) for group, labels in shown.items()} == {
        group: sorted(labels) for group, labels in GROUPS.items()
    }


def test_groups_share_no_label() -> None:
    assert sorted(label for group in GROUPS.values() for label in group) == sorted(Label)


@pytest.mark.parametrize("label", sorted(FURNITURE | METADATA))
def test_one_filter_drops_each_label_that_goes(label: Label) -> None:
    assert [step.name for step in DROPS if label in step.labels] in [[step.name] for step in DROPS]


def test_article_text_is_dropped_by_no_filter() -> None:
    assert frozenset().union(*(step.labels for step in DROPS)) & CONTENT == set()


@pytest.mark.parametrize("step", DROPS, ids=lambda step: step.name)
def test_the_reference_says_which_labels_a_filter_drops(step: Drop) -> None:
    (says,) = [what for name, what, _ in rows("api.md", "filter") if name == f"`filters.{step.name}`"]
    assert set(words(says)) == step.labels or "metadata goes" in says or "other [furniture]" in says


def test_every_label_is_in_the_schema() -> None:
    schema = json.loads(next((ROOT / "newsclean").rglob("schema.json")).read_text("utf-8"))
    assert sorted(filter(None, schema["$defs"]["label"]["enum"])) == sorted(Label)


@pytest.mark.parametrize("label", sorted(FURNITURE | METADATA))
def test_every_label_that_goes_has_a_colour_in_the_report(label: Label) -> None:
    style = (ROOT / "newsclean" / "report" / "page.css").read_text("utf-8")
    assert re.search(rf'\[data-label="{label}"\][^{{\n]*\{{ --h: \d+', style)


@pytest.mark.parametrize("page", ["rules.md", "gold.md"])
def test_every_label_is_on_the_pages_that_list_them(page: str) -> None:
    text = " ".join((DOCS / page).read_text("utf-8").split())
    for labels in GROUPS.values():
        assert " ".join(label for label in Label if label in labels) in text


# filters


@pytest.mark.parametrize("name", STEPS)
def test_every_filter_takes_a_str_and_an_article(name: str) -> None:
    made = getattr(filters, name)
    step = made() if isinstance(made, type) else made
    text, article = step(SOURCE), step(read_text(SOURCE))
    assert isinstance(text, str)
    assert isinstance(article, Article)
    assert article.text == text
    assert article.rebuild() == SOURCE
    assert step.name == name


def test_every_filter_of_clean_has_a_name_of_its_own_and_is_public() -> None:
    assert list(Cleaner().names) == [name for name in dict.fromkeys(Cleaner().names) if name in filters.__all__]
    assert set(Cleaner().names) == set(STEPS)


def test_the_reference_has_the_filters_in_the_order_of_clean() -> None:
    shown = [re.match(r"`filters\.(\w+)", name) for name, *_ in rows("api.md", "filter")]
    assert [name[1] for name in shown if name] == list(Cleaner().names)


# verbs and options of the command line


def test_the_help_lists_every_verb_with_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = re.findall(r"^  ([\w-]+) +(\S.*)$", capsys.readouterr().out.partition("\nverbs")[2], re.MULTILINE)
    assert listed == [(verb, load(verb).HELP) for verb in verb_names()]


@pytest.mark.parametrize("verb", verb_names())
def test_every_verb_declares_its_line_and_its_parser(verb: str) -> None:
    module = load(verb)
    assert re.fullmatch(r"[a-z][^\n.]{10,90}", module.HELP)
    assert module.parser().prog == f"newsclean {verb}"
    assert module.parser().description


# locales


@pytest.mark.parametrize("name", known_locales())
def test_every_row_of_a_locale_is_whole(name: str) -> None:
    row, kinds = locale_row(name), get_type_hints(Locale)
    for field in dataclasses.fields(Locale):
        value = getattr(row, field.name)
        assert isinstance(value, kinds[field.name] if isinstance(kinds[field.name], type) else tuple), field.name
    assert {len(pair) for pair in (row.primary, row.secondary, row.third, *row.keep)} == {2}
    assert row.inner in ("", "nbsp", "nnbsp")
    assert row.inner_mode in ("set", "keep", "strip")
    assert {row.high_mode, row.colon_mode} <= {"insert", "replace", "remove", "off"}
    assert row.percent in ("", "insert", "replace")


@pytest.mark.parametrize("name", known_locales())
def test_every_locale_is_described(name: str) -> None:
    page = (DOCS / "typography.md").read_text("utf-8").partition("\n## The locales\n")[2].partition("\n## ")[0]
    prose = re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL)
    assert re.search(rf"\b({name}|{name.partition('-')[0]})\b", prose)


@pytest.mark.parametrize("name", known_locales())
def test_every_locale_has_a_case(name: str) -> None:
    files = [(ROOT / "tests" / "typography" / file).read_text("utf-8") for file in ("set.toml", "keep.toml")]
    cases = [
        locale_row(case["locale"]).name
        for file in files
        for case in tomllib.loads(file)["case"]
        if case["locale"] != "none"
    ]
    assert name in cases
