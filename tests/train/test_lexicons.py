"""What of the fitted words is shipped, and where."""

from __future__ import annotations

import pytest

from newsclean.labels.lexicon import Lexicon
from newsclean.languages import CORE
from newsclean.train import lexicons
from newsclean.train.lexicons import FittedWords, LabelledLine, fit_words, merged, split_by_language

LEXICON = Lexicon({"facebook": 3.0, "partager": 2.0, "teilen": 2.5, "zzz": 0.1}, -0.5)
LANGUAGES = {"facebook": {"fr", "de", "en"}, "partager": {"fr"}, "teilen": {"de", "nl"}, "zzz": {"xx"}}
FITTED = FittedWords(
    [], LEXICON, {term: frozenset(found) for term, found in LANGUAGES.items()}, dict.fromkeys(LANGUAGES, 5)
)


def test_common_terms_are_in_core_the_others_with_their_languages() -> None:
    parts = split_by_language(FITTED, LEXICON, ["de", "fr", "nl", "en"])
    assert parts == {
        CORE: {"": -0.5, "facebook": 3.0, "zzz": 0.1},
        "de": {"teilen": 2.5},
        "fr": {"partager": 2.0},
        "nl": {"teilen": 2.5},
    }


def test_the_terms_that_say_most_are_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicons, "SHIPPED_CORE", 2)
    assert split_by_language(FITTED, LEXICON, ["de", "fr"])[CORE] == {"": -0.5, "facebook": 3.0}


def test_a_language_has_the_common_terms_and_its_own() -> None:
    found = merged(split_by_language(FITTED, LEXICON, ["de", "fr"]), "fr")
    assert set(found.weights) == {"", "facebook", "zzz", "partager"}
    assert found.bias == -0.5
    assert merged({CORE: {"": 0.25}}, None).bias == 0.25


def test_words_of_furniture_weigh_more_than_those_of_articles() -> None:
    pytest.importorskip("sklearn")
    lines = [
        LabelledLine(f"journal-{n}.example", "fr", text, furniture, 1.0)
        for n in range(30)
        for text, furniture in (("Partager sur le réseau", True), ("Le pont rouvre samedi matin", False))
    ]
    fitted = fit_words(lines, 0)
    assert fitted.whole.weights["partager"] > 0 > fitted.whole.weights["pont"]
    assert fit_words(lines, 0).whole.weights == fitted.whole.weights


def test_a_term_of_one_publisher_weighs_nothing() -> None:
    pytest.importorskip("sklearn")
    lines = [LabelledLine("a.example", "fr", f"Courrier {n}", n % 2 == 0, 1.0) for n in range(10)]
    lines += [
        LabelledLine(f"{n}.example", "fr", "Partager" if n % 2 else "Le pont", n % 2 == 1, 1.0) for n in range(10)
    ]
    assert "courrier" not in fit_words(lines, 0).whole.weights
