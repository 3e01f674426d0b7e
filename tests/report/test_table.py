"""The table of reasons: aligned, complete, within the width of the terminal."""

from __future__ import annotations

import re

import pytest

from newsclean.article import Article, Block, Evidence, Label
from newsclean.report import explain
from newsclean.report.changes import EDIT, list_changes
from newsclean.report.display_text import display_width
from tests.report.articles import varied

ARTICLES = dict(varied())
FULL = [name for name, article in ARTICLES.items() if list_changes(article)]


@pytest.mark.parametrize("name", FULL)
def test_one_line_for_each_finding(name: str) -> None:
    found = list_changes(ARTICLES[name])
    lines = explain(ARTICLES[name]).splitlines()
    figures = bool(ARTICLES[name].removed) and ARTICLES[name].kind == "text"
    assert len(lines) == 1 + len(found) + len(ARTICLES[name].notes) + figures
    for line, one in zip(lines[1:], found, strict=False):
        assert line.startswith(f"{one.start}-{one.end} ")
        assert f" {one.label} " in line
        assert one.why in line


@pytest.mark.parametrize("name", FULL)
def test_findings_cover_all_that_went(name: str) -> None:
    article = ARTICLES[name]
    found = list_changes(article)
    for one in found:
        assert article.source[one.start : one.end] == one.before
    taken = {(one.start, one.end) for one in found if one.label != EDIT}
    assert {block.span for block in article.removed} <= taken
    assert sum(len(block.edits) for block in article.kept) + len(article.removed) == len(found)


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("name", FULL)
def test_fits_the_terminal(name: str, width: int) -> None:
    for line in explain(ARTICLES[name], width).splitlines():
        if not line.startswith("note: "):
            assert display_width(line) <= max(width, 75)


def test_columns_are_aligned() -> None:
    header, *lines, _figures = explain(ARTICLES["ferry.txt"], 100).splitlines()
    starts = [match.start() for match in re.finditer(r"\S+", header)]
    for line in lines:
        for start in starts[:3]:
            assert line[start - 1 : start].strip() == ""


def test_wide_characters_and_controls() -> None:
    source = "広告のお知らせ\x1b[2J"
    block = Block(0, len(source), source, source, label=Label.AD, evidence=(Evidence("a.b.c"),), kept=False)
    table = explain(Article(source, (block,)), 60)
    assert "\x1b" not in table
    assert "広告のお知らせ<U+001B>[2J" in table


def test_all_reasons_are_told_however_narrow() -> None:
    reasons = tuple(Evidence(f"fr.newsletter.reason-{number}") for number in range(4))
    block = Block(0, 8, "Partager", "Partager", label=Label.NEWSLETTER, evidence=reasons, kept=False)
    table = explain(Article("Partager", (block,)), 60)
    for reason in reasons:
        assert reason.name in table
    assert len(table.splitlines()) == 1 + len(reasons) + 1


def test_what_cannot_be_seen_is_spelled_out() -> None:
    assert "lumière␣?' -> lumière<NNBSP>?'" in explain(ARTICLES["observatoire.txt"])


def test_notes_and_nothing() -> None:
    assert explain(Article("")) == ""
    assert explain(Article("", notes=("careful",))) == "note: careful"


def test_colours_are_the_callers() -> None:
    painted = explain(ARTICLES["ferry.txt"], paint=lambda cell, label: f"[{label}|{cell}]")
    assert "[share|share     ]" in painted
    assert painted.startswith("[header|span")


@pytest.mark.parametrize(
    ("names", "figures"),
    [
        ([], ""),
        (["fr.share.button"], "1 line removed, none on the model's word alone"),
        (["model-only", "fr.share.button"], "2 lines removed, 1 on the model's word alone, none of them prose"),
        (["model-only", "model-only-prose", "copy"], "3 lines removed, 2 on the model's word alone, 1 of them prose"),
    ],
)
def test_the_last_line_tells_what_went_on_the_models_word(names: list[str], figures: str) -> None:
    blocks = tuple(
        Block(n, n + 1, "x", "x", label=Label.OTHER, evidence=(Evidence(name),), kept=False)
        for n, name in enumerate(names)
    )
    article = Article("x" * len(blocks), blocks)
    assert explain(article).split("\n")[-1] == figures
    assert "removed," not in explain(article.replace(kind="html"))
