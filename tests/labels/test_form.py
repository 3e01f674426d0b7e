"""The form of a line: its end, its case, its words."""

from __future__ import annotations

import pytest

from newsclean.labels.form import form_of, is_headline, is_prose
from tests.labels.articles import ARTICLES


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Il vient.", "."),
        ("Il vient…", "…"),
        ("Il vient...", "…"),
        ("« Il vient. »", "."),
        ("Il dit :", ":"),
        ("Il vient (enfin)", ")"),
        ("Il vient,", ","),
        ("Il vient", ""),
        ("议会周一投票通过了预算。", "."),
        ("هل يأتي؟", "."),
    ],
)
def test_the_end_of_a_line(text: str, end: str) -> None:
    assert form_of(text).end == end


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("PARIS", "U"),
        ("Jeanne Roulet", "T"),
        ("Le budget de la ville", "u"),
        ("le budget", "l"),
        ("12 mars", "d"),
        ("« Oui »", "q"),
        ("| menu", "S"),
        ("", ""),
    ],
)
def test_the_case_of_a_line(text: str, case: str) -> None:
    assert form_of(text).case == case


def test_words_of_a_script_without_spaces_are_counted() -> None:
    text = "市议会周一投票通过了明年的预算并决定修建一座新的桥梁和两所学校。"
    assert form_of(text).words > 10
    assert is_prose(form_of(text))


def test_sentences_are_counted_at_capitals_only() -> None:
    assert form_of("« Oui, sans doute. » « Non, jamais. »").sentences == 2
    assert form_of("Il a payé 3.50 francs, etc. pour le bac.").sentences == 1
    assert form_of("Oui. Non.").sentences == 1  # too short to be told


def test_a_bullet_is_no_word() -> None:
    form = form_of("- du sel")
    assert (form.bullet, form.words) == (True, 2)


def test_prose_and_headlines_are_told_apart() -> None:
    for lines in ARTICLES.values():
        assert all(is_prose(form_of(line)) and not is_headline(form_of(line)) for line in lines)
    for line in ("Longue incertitude à Genève", "« Nous avons recousu chaque voile »", "Et après ?"):
        assert not is_prose(form_of(line))
    assert is_headline(form_of("Longue incertitude à Genève"))
    assert not is_headline(form_of("- du sel et du poivre"))
