"""Hyphens at line ends: those that belong to a word stay."""

import pytest

from newsclean.mending.hyphens import hyphens_to_remove, is_suspended


@pytest.mark.parametrize(
    ("lines", "language", "removed"),
    [
        (["Il faut, dit-", "elle, partir"], "fr", False),
        (["Le vice-", "président est là"], "fr", False),
        (["Y a-t-", "il du pain"], "fr", False),
        (["Die Haupt-", "und Nebenwege"], "de", False),
        (["De 2010-", "2015"], "fr", False),
        (["Il vient de Saint-", "Maurice"], "fr", False),
        (["Un porte-", "parole dit non", "Le porte-parole dit oui"], "fr", False),
        (["Les informa-", "tions du jour", "Des informations"], "fr", True),
        (["Les informa\u00ad", "tions du jour"], "fr", True),
    ],
)
def test_one_hyphen(lines, language, removed):
    assert hyphens_to_remove(lines, [1], language) == {1: removed}


def test_a_text_that_breaks_many_words():
    lines = ["Die Kos-", "ten der Verwal-", "tung sind geschätzt worden, dau-", "ern aber an"]
    assert hyphens_to_remove(lines, [1, 2, 3], "de") == {1: True, 2: True, 3: True}


def test_no_hyphen():
    assert hyphens_to_remove(["Les", "informations"], [1], "fr") == {}


def test_suspended_hyphens():
    assert is_suspended("und Nebenwege", "de")
    assert not is_suspended("und Nebenwege", "fr")
    assert not is_suspended("", "de")
