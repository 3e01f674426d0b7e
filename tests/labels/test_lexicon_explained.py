"""What the words of a line weigh, shown term by term."""

from __future__ import annotations

import pytest

from newsclean.labels.lexicon import Lexicon, lexicon_codes, lexicon_for

LINES = [
    "Lire aussi",
    "» LIRE AUSSI : « La crue en images »",
    "Le conseil a voté le budget de la ville lundi soir, par 42 voix contre 12.",
    "12.03.2024, 18:05",
    "f t in ✉ 12",
    "5 $",
    "",
    "— ★ —",
    "Wort " * 200,
]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("language", ["fr", "de", None, "xx"])
def test_the_weights_add_up_to_the_score(line: str, language: str | None) -> None:
    lexicon = lexicon_for(language)
    total = lexicon.bias + sum(term.weight for term in lexicon.explain(line))
    assert total == pytest.approx(lexicon.score_line(line).logit)


@pytest.mark.parametrize("line", LINES)
def test_terms_stand_for_words_of_the_line(line: str) -> None:
    for term in lexicon_for("fr").explain(line):
        assert term.words in line.lower() or any(char in term.words for char in "0 "), term


def test_only_a_language_has_words_of_its_own() -> None:
    assert any(term.is_own for term in lexicon_for("fr").explain("Lire aussi"))
    assert not any(term.is_own for term in lexicon_for(None).explain("Lire aussi"))
    assert {"fr", "de", "en", "es", "it"} <= set(lexicon_codes())


def test_heaviest_words_are_words_that_speak_for_furniture() -> None:
    lexicon = Lexicon({"share": 1.0, "^share": 1.0, "vote": -3.0, "now": 0.5, "000": 9.0, "©": 0.7}, 0.0)
    names = [words for words, _ in lexicon.heaviest_words("Share 250 vote now ©", 9)]
    assert names == ["share", "©", "now"]
    assert lexicon.heaviest_words("Share now", 1)[0][0] == "share"
    assert lexicon.heaviest_words("", 3) == []
