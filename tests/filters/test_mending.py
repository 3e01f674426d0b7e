"""What is mended and what is left alone, case by case; the cases are data."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclean.filters.mending import mend_lines
from newsclean.reading import read_text

HERE = Path(__file__).parent / "mending"


def cases(name):
    read = tomllib.loads((HERE / name).read_text("utf-8"))["case"]
    return [pytest.param(case, id=case["why"]) for case in read]


def mended(case, end="\n"):
    text = case["text"].strip("\n").replace("\n", end)
    return mend_lines(read_text(text, language=case.get("language", "fr")))


@pytest.mark.parametrize("end", ["\n", "\r\n", " \n  "])
@pytest.mark.parametrize("case", cases("keep.toml"))
def test_what_is_not_damaged_stays(case, end):
    wanted = [line for line in case["text"].split("\n") if line]
    assert [block.text for block in mended(case, end).blocks] == wanted


@pytest.mark.parametrize("end", ["\n", "\r\n", "  \n   "])
@pytest.mark.parametrize("case", cases("mend.toml"))
def test_what_is_damaged_is_mended(case, end):
    article = mended(case, end)
    found = [block.text.replace("\u00a0", " ") for block in article.blocks]
    if end == "\n":
        assert found == case["lines"]
    else:
        assert "".join("".join(found).split()) == "".join("".join(case["lines"]).split())
        assert len(found) == len(case["lines"])
    assert article.rebuild() == article.source


@pytest.mark.parametrize("case", [*cases("mend.toml"), *cases("keep.toml")])
def test_a_clean_text_is_not_mended_again(case):
    once = "\n\n".join(block.text for block in mended(case).blocks)
    again = mend_lines(read_text(once, language=case.get("language", "fr")))
    assert again.text == once


def test_a_clean_article_comes_back_as_the_same_object():
    article = read_text("Un titre\n\nLe conseil a voté le budget de la ville lundi soir.")
    assert mend_lines(article) is article
