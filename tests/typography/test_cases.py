"""The cases of keep.toml and set.toml, false positives first."""

import tomllib
from pathlib import Path

import pytest

from newsclean.edits import apply
from newsclean.typography import typeset

HERE = Path(__file__).parent


def spaces(text):
    return text.replace("~", "\u00a0").replace("¦", "\u202f")


def load(name):
    rows = tomllib.loads((HERE / name).read_text(encoding="utf-8"))["case"]
    return [pytest.param(r, id=f"{r['locale']}: {r['why']}") for r in rows]


def check(row):
    locale = None if row["locale"] == "none" else row["locale"]
    text, want = spaces(row["text"]), spaces(row.get("want", row["text"]))
    edits = typeset([text], locale)[0]
    assert apply(text, edits) == want
    assert typeset([want], locale)[0] == ()


@pytest.mark.parametrize("row", load("keep.toml"))
def test_what_is_right_stays(row):
    check(row)


@pytest.mark.parametrize("row", load("set.toml"))
def test_what_is_wrong_is_set(row):
    check(row)
