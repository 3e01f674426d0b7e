"""Learned words: terms, scores, the shipped files, and files that are missing or damaged."""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import NewscleanError, clean
from newsclean.labels import lexicon as module
from newsclean.labels.lexicon import (
    FILE,
    HEAD,
    HEADER,
    TAIL,
    Lexicon,
    dump_lexicon,
    lexicon_codes,
    lexicon_for,
    parse_lexicon,
    read_lexicon,
    terms_of,
    tokens_of,
    unquoted,
)
from newsclean.languages import CORE, added_languages
from newsclean.normal_forms import fold, undecorated
from tests.labels.articles import ARTICLES, FURNITURE

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


def test_numbers_are_shapes_and_addresses_are_one_word() -> None:
    assert tokens_of("le 12.03.2024 à 18:05") == ["le", "0.0.0000", "à", "0:0"]
    assert tokens_of("https://a.example/b voir") == ["http", "voir"]
    assert tokens_of("f t in ✉ 12") == ["f", "t", "in", "✉", "0"]
    assert tokens_of("--- ...") == []


def test_terms_of_a_long_line_are_those_of_its_ends() -> None:
    words = [f"w{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(HEAD + TAIL + 20)]
    terms = terms_of(words)
    assert words[0] in terms
    assert words[-1] in terms
    assert words[HEAD + 5] not in terms
    assert len(terms) == len(set(terms))


def test_the_score_is_the_logit_of_the_regression() -> None:
    lexicon = Lexicon({"lire aussi": 3.0, "lire": 1.0, "budget": -2.0}, 0.5)
    terms = len(terms_of(["lire", "aussi"]))
    assert lexicon.score("lire aussi").logit == pytest.approx(0.5 + 4.0 / math.sqrt(terms))
    assert lexicon.score("lire aussi").known == pytest.approx(2 / terms)
    assert lexicon.score("").logit == 0.5


def test_the_ends_of_a_line_are_weighed_alone() -> None:
    lexicon = Lexicon({"partager": 5.0}, 0.0)
    score = lexicon.score("le conseil a voté hier le budget partager")
    assert score.head == 0.0
    assert score.tail > score.logit > 0.0


def test_a_quoted_button_is_no_button() -> None:
    lexicon = Lexicon({"abonnez": 5.0}, 0.0)
    score = lexicon.score("le message « abonnez vous » agace les lecteurs")
    assert score.unquoted == 0.0 < score.logit


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("« Oui » et « non » selon la mairie", "  et   selon la mairie"),
        ("«Oui», sagte sie heute", " , sagte sie heute"),
        ("il n'a rien dit d'autre", None),
        ("« oui »", None),
        ("« oui » !", None),
    ],
)
def test_what_stands_outside_quotation_marks(text: str, outside: str | None) -> None:
    assert unquoted(text) == outside


@pytest.mark.parametrize("language", ARTICLES)
def test_the_shipped_words_tell_furniture_from_prose(language: str) -> None:
    lexicon = lexicon_for(language)
    furniture = [lexicon.score(fold(undecorated(line))).logit for line in FURNITURE[language]]
    prose = [lexicon.score(fold(line)).logit for line in ARTICLES[language]]
    assert sum(furniture) / len(furniture) > 0.5 > -0.1 > sum(prose) / len(prose)


def test_the_shipped_files_are_small_sorted_text() -> None:
    for code in (CORE, *lexicon_codes()):
        data = module.language_data(code, FILE)
        rows = gzip.decompress(data).decode("utf-8").splitlines()
        assert rows[0] == HEADER
        terms = [row.partition(" ")[2] for row in rows[1:]]
        assert terms == sorted(set(terms))
        assert len(data) < 200_000


def test_a_language_without_a_lexicon_has_the_common_one() -> None:
    assert lexicon_for(None).weights == lexicon_for("xx").weights == read_lexicon(CORE)
    assert lexicon_for("fr").weights.items() > {("", lexicon_for("fr").bias)}


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


@given(st.dictionaries(st.from_regex(r"[a-zé^=~$]{1,8}( [a-z]{1,5})?", fullmatch=True), st.integers(-999, 999)))
def test_dump_and_parse_are_inverse(weights: dict[str, int]) -> None:
    scaled = {term: weight / 100 for term, weight in weights.items()}
    assert parse_lexicon(dump_lexicon(scaled)) == scaled


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder of languages that replaces the shipped ones."""
    (tmp_path / CORE).mkdir()
    yield tmp_path
    module.lexicon_for.cache_clear()
    module.read_lexicon.cache_clear()


GOOD = f"{HEADER}\n-20 \n250 lire aussi\n".encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no gzip",
        gzip.compress(GOOD)[:-9],
        gzip.compress(b"\xff\xfe"),
        gzip.compress(b"another header\n1 a\n"),
        gzip.compress(GOOD + b"heavy word\n"),
        gzip.compress(GOOD.replace(b"newsclean-lexicon 1", b"newsclean-lexicon 2")),
    ],
    ids=["empty", "no gzip", "cut short", "no text", "header", "weight", "version"],
)
def test_a_damaged_lexicon_is_one_clear_error(data: bytes, folder: Path) -> None:
    (folder / "fr").mkdir()
    (folder / "fr" / FILE).write_bytes(data)
    with added_languages(folder), pytest.raises(NewscleanError, match=rf"languages/fr/{FILE}: damaged lexicon"):
        read_lexicon("fr")


def test_a_missing_lexicon_is_one_clear_error(folder: Path) -> None:
    with added_languages(folder), pytest.raises(NewscleanError, match=rf"languages/core/{FILE}: there is no such file"):
        read_lexicon(CORE)


def test_a_lexicon_of_an_added_language_is_used(folder: Path) -> None:
    (folder / CORE / FILE).write_bytes(gzip.compress(GOOD))
    with added_languages(folder):
        assert lexicon_for("de").score("lire aussi").logit > 0
        assert lexicon_for("de").bias == -0.2


def test_cleaning_with_a_damaged_lexicon_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(code: str, file: str) -> bytes:
        return b"no gzip"

    module.lexicon_for.cache_clear()
    module.read_lexicon.cache_clear()
    monkeypatch.setattr(module, "language_data", damaged)
    try:
        with pytest.raises(NewscleanError, match="reinstall newsclean"):
            clean("\n".join(f"{line} Une ligne nouvelle, {n} fois." for n, line in enumerate(ARTICLES["fr"])))
    finally:
        module.lexicon_for.cache_clear()
        module.read_lexicon.cache_clear()
