"""The unified diff shows exactly what changed."""

from __future__ import annotations

import difflib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import analyze
from newsclean.article import Article
from newsclean.report import diff
from newsclean.unified_diff import line_changes
from tests.report.articles import varied

ARTICLES = dict(varied())
HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
PIECES = [
    "Le conseil n'a pas voté le budget de la ville lundi soir.",
    "Partager",
    "",
    " ",
    "Lire aussi : L'été",
    "\u2028",
    "a\x0bb",
]


def patched(source: list[str], text: str) -> list[str]:
    """Read the diff as `patch` does: the lines that it makes of the source; fails where it does not fit."""
    out: list[str] = []
    at, left, right = 0, 0, 0
    lines = text.split("\n")[2:-1] if text else []
    for line in lines:
        match = HUNK.fullmatch(line)
        if match and not left and not right:
            first, old, start, new = match.groups()
            left, right = int(old or "1"), int(new or "1")
            begin = int(first) - (left > 0)
            out += source[at:begin]
            at = begin
            assert len(out) == int(start) - (right > 0)
            continue
        sign, rest = line[0], line[1:]
        if sign in " -":
            assert source[at] == rest
            at, left = at + 1, left - 1
        if sign in " +":
            out.append(rest)
            right -= 1
    assert not left
    assert not right
    return out + source[at:]


@pytest.mark.parametrize("name", ARTICLES)
def test_diff_makes_the_text_of_the_source(name: str) -> None:
    article = ARTICLES[name]
    assert patched(article.source.splitlines(), diff(article)) == article.text.splitlines()


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from(["\n", "\n\n", "\r\n", "\r"]))
def test_diff_of_any_text(pieces: list[str], between: str) -> None:
    article = analyze(between.join(pieces), kind="text")
    assert patched(article.source.splitlines(), diff(article)) == article.text.splitlines()


@pytest.mark.parametrize("name", ["ferry.txt", "observatoire.txt", "html"])
def test_no_line_is_told_as_changed_that_stayed(name: str) -> None:
    article = ARTICLES[name]
    told = sum(change.old[1] - change.old[0] for change in line_changes(article.source, article.text, article.edits))
    matcher = difflib.SequenceMatcher(None, article.source.splitlines(), article.text.splitlines(), autojunk=False)
    least = sum(i2 - i1 for tag, i1, i2, _, _ in matcher.get_opcodes() if tag != "equal")
    assert told <= least + 1  # which of two blank lines went is a matter of taste


def test_nothing_changed() -> None:
    assert diff(analyze("Le conseil a voté le budget de la ville.")) == ""
    assert diff(Article("")) == ""


def test_file_name_in_the_header() -> None:
    lines = diff(ARTICLES["ferry.txt"], "in/ferry.txt").splitlines()
    assert lines[:2] == ["--- in/ferry.txt\tsource", "+++ in/ferry.txt\ttext"]
    assert ARTICLES["ferry.txt"].diff().splitlines()[:2] == ["--- source", "+++ text"]
    assert ARTICLES["ferry.txt"].diff() == diff(ARTICLES["ferry.txt"])


def test_far_changes_have_hunks_of_their_own() -> None:
    prose = [f"Le conseil a voté le budget de la ville numéro {number} lundi soir." for number in range(12)]
    article = analyze("\n\n".join(["L'été", *prose, "L'automne"]), keep={"furniture", "metadata"})
    assert diff(article).count("@@ -") == 2
