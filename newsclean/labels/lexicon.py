"""Learned words: how much the words of a line speak for furniture, whatever rules know of it.

Theory. Furniture repeats words, not sentences: "Share", "newsletter", "subscribe", "read also", "photo:" come in ever new combinations on
every site, while the words of articles change with the news. A logistic regression over the words of a line therefore knows furniture
that no rule has seen. Its terms are words, the first five letters of long words (so that inflected forms share what is known), pairs of
neighbouring words, the first and the last word, and lines of up to six words as a whole. A term weighs positive when it speaks for
furniture and metadata, negative when it speaks for an article. The score of a line is

    bias + sum(weight of each term that is known) / sqrt(number of terms)

which is the logit of the regression: terms are scaled to unit length, so that long lines are not surer than short ones.

The weights are trained offline (`python -m newsclean.train`) on lines of many publishers, and the few thousand that say most are shipped: what is
common to several languages in `languages/core/lexicon.txt.gz`, the rest in the folder of its language. The files are text, one term a
line; `newsclean rules --words "Lire aussi"` shows what the words of a line weigh.
"""

from __future__ import annotations

import gzip
import math
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from newsclean.errors import NewscleanError
from newsclean.languages import CORE, language_cache, language_codes, language_data, language_files
from newsclean.normal_forms import fold, undecorated, unglued
from newsclean.patterns import lazy_re

FILE = "lexicon.txt.gz"
HEADER = "newsclean-lexicon 1"  # the first line of each file: the form and its version
SCALE = 100  # weights are stored as whole numbers: hundredths
READ = 600  # characters of a line that are read
HEAD = TAIL = 30  # words at both ends of a long line that are read
WHOLE = 6  # words of the longest line that is a term of its own
HEAD_WORDS, TAIL_WORDS = 4, 5  # words at the ends of a line that are weighed alone
LEAST_OUTSIDE = 8  # characters outside quotation marks that say something
EMPTY = "="  # the term of a line without words
STEM = 5  # letters of a word that stand for all its forms
_NUMERALS = "0123456789.,:/ "
_PLACES = {"=": "whole line", "^": "line begins", "$": "line ends", "~": "word stem"}
_QUOTED = lazy_re(
    r"«[^«»]{1,200}»|“[^“”]{1,200}[”“]|„[^„“”]{1,200}[“”]|\"[^\"]{1,200}\"|‘[^‘’]{1,200}’|(?<!\w)'[^']{2,200}'(?!\w)"
)
_TOKEN = lazy_re(r"https?://\S+|[^\W\d_]+|\d[\d.,:/]*|[©®@#|·•€$£%&+→»«›?!✉☎]")


class WordScore(NamedTuple):
    """What the words of a line weigh.

    Attributes:
        logit: The score; over 0 the line reads like furniture or metadata, under 0 like an article.
        known: The share of its terms that the lexicon knows, from 0 to 1.
        head: The score of its first words.
        tail: The score of its last words.
        unquoted: The score of what stands outside quotation marks: a sentence that quotes a button is no button.
    """

    logit: float
    known: float = 0.0
    head: float = 0.0
    tail: float = 0.0
    unquoted: float = 0.0


class WeighedTerm(NamedTuple):
    """What one term of a line adds to its score.

    Attributes:
        term: The term, as `terms_of` writes it.
        words: The words of the line that it stands for.
        weight: What it adds; positive speaks for furniture.
        is_own: Whether the weight is the language's own, and not common to all languages.
    """

    term: str
    words: str
    weight: float
    is_own: bool

    @property
    def place(self) -> str:
        """What the term is of the line, in words.

        >>> [WeighedTerm(term, "", 0.0, False).place for term in ("=lire", "^lire", "lire$", "lire aussi", "parta~", "lire")]
        ['whole line', 'line begins', 'line ends', 'pair of words', 'word stem', 'word']
        """
        if len(self.term) > 1 and self.term[0] in _PLACES:
            return _PLACES[self.term[0]]
        if " " in self.term:
            return "pair of words"
        if len(self.term) == 1:
            return "empty line" if self.term == EMPTY else "word"
        return _PLACES.get(self.term[-1], "word")


class Lexicon:
    """The weights of terms.

    Args:
        weights: The weight of each term.
        bias: The score of a line without known terms.
        own: The terms whose weights are the language's own; the others are common to all languages.

    >>> Lexicon({"^share": 2.0, "share": 1.0}, -0.5).score("share").logit
    1.0
    """

    def __init__(self, weights: Mapping[str, float], bias: float, own: Collection[str] = ()) -> None:
        self.weights = weights
        self.bias = bias
        self.own = own

    def score(self, folded: str) -> WordScore:
        """Return what the words of a line weigh.

        Args:
            folded: The undecorated line, folded (`normal_forms.fold`).
        """
        tokens = tokens_of(folded)
        logit, known = self._weigh(tokens)
        count = len(tokens)
        head = self._weigh(tokens[:HEAD_WORDS])[0] if count > HEAD_WORDS else logit
        tail = self._weigh(tokens[-TAIL_WORDS:])[0] if count > TAIL_WORDS else logit
        outside = unquoted(folded)
        return WordScore(logit, known, head, tail, logit if outside is None else self._weigh(tokens_of(outside))[0])

    def score_line(self, line: str) -> WordScore:
        """Return what the words of a line weigh, with its decorations and capitals.

        >>> Lexicon({"share": 2.0}, 0.0).score_line("▶ SHARE").logit == Lexicon({"share": 2.0}, 0.0).score("share").logit
        True
        """
        return self.score(_folded(line))

    def _weigh(self, tokens: Sequence[str]) -> tuple[float, float]:
        """Return the score of some words, and the share of their terms that is known."""
        terms = terms_of(tokens)
        weights = self.weights
        found = [weights[term] for term in terms if term in weights]
        return self.bias + sum(found) / math.sqrt(len(terms)), len(found) / len(terms)

    def explain(self, line: str) -> list[WeighedTerm]:
        """Return the known terms of a line and what each adds to its score, the heaviest first; with the bias they add up to the score.

        >>> [(term.words, round(term.weight, 2)) for term in Lexicon({"share": 2.0, "^share": 1.0}, 0.0).explain("» Share this")]
        [('share', 0.76), ('share', 0.38)]
        """
        tokens = tokens_of(_folded(line))
        terms = terms_of(tokens)
        size = math.sqrt(len(terms))
        weighed = [
            WeighedTerm(term, _words_of(term, tokens), self.weights[term] / size, term in self.own)
            for term in terms
            if term in self.weights
        ]
        return sorted(weighed, key=lambda item: (-abs(item.weight), item.term))

    def heaviest_words(self, line: str, most: int) -> list[tuple[str, float]]:
        """Return the words of a line that speak most for furniture, with what all terms of each add to its score; no bare numbers.

        Args:
            line: The line.
            most: How many words, or pairs of words, are returned at most.

        >>> Lexicon({"share": 2.0, "^share": 1.0, "this": -1.0}, 0.0).heaviest_words("Share this", 3)
        [('share', 1.1...)]
        """
        sums: dict[str, float] = {}
        for term in self.explain(line):
            sums[term.words] = sums.get(term.words, 0.0) + term.weight
        telling = (words for words in sums if sums[words] > 0 and words.strip(_NUMERALS))
        heaviest = sorted(telling, key=lambda words: -sums[words])
        return [(words, sums[words]) for words in heaviest[:most]]


def terms_of(tokens: Sequence[str]) -> list[str]:
    """Return the terms of a line with these words, each once: at least one.

    "^word" is the first word, "word$" the last one, "word word" a pair, "stem~" the stem of a long word, "=word word" the whole line.

    >>> sorted(terms_of(["lire", "aussi"]))
    ['=lire aussi', '^lire', '^lire aussi', 'aussi', 'aussi$', 'lire', 'lire aussi']
    """
    count = len(tokens)
    if not count:
        return [EMPTY]
    if count > HEAD + TAIL:
        tokens = [*tokens[:HEAD], *tokens[-TAIL:]]
    terms = dict.fromkeys(tokens)
    terms |= dict.fromkeys(map(" ".join, zip(tokens, tokens[1:], strict=False)))
    terms |= dict.fromkeys([f"{token[:STEM]}~" for token in tokens if len(token) > STEM and token.isalpha()])
    terms[f"^{tokens[0]}"] = terms[f"{tokens[-1]}$"] = None
    if count > 1:
        terms[f"^{tokens[0]} {tokens[1]}"] = None
    if count <= WHOLE:
        terms[f"={' '.join(tokens)}"] = None
    return list(terms)


def _folded(line: str) -> str:
    return fold(unglued(undecorated(line)))


def _words_of(term: str, tokens: Sequence[str]) -> str:
    """Return the words of a line that a term stands for.

    >>> [_words_of(term, ["partager", "ceci"]) for term in ("=partager ceci", "^partager", "ceci$", "parta~", "=")]
    ['partager ceci', 'partager', 'ceci', 'partager', '']
    """
    if term in tokens:
        return term
    if term[0] in "=^":
        return term[1:]
    if " " in term:
        return term
    if term[-1] == "~":
        return next((token for token in tokens if token.startswith(term[:-1])), term)
    return term.removesuffix("$")


def tokens_of(folded: str) -> list[str]:
    """Return the words, shapes of numbers and telling symbols of a line, in order.

    >>> tokens_of("© 2019 afp, l'agence")
    ['©', '0000', 'afp', 'l', 'agence']
    """
    return [_shape(token) for token in _TOKEN.findall(folded[:READ])]


def unquoted(folded: str) -> str | None:
    """Return what stands outside quotation marks; None if nothing is quoted, or nothing else is said.

    >>> unquoted("le bouton « s'abonner » clignote"), unquoted("« s'abonner »"), unquoted("s'abonner")
    ('le bouton   clignote', None, None)
    """
    outside, found = _QUOTED.subn(" ", folded[:READ])
    return outside if found and len(outside) >= LEAST_OUTSIDE and any(map(str.isalpha, outside)) else None


def _shape(token: str) -> str:
    """Return a word as it is, a number by its shape, an address as such."""
    if token[0].isdigit():
        return _shape_of_number(token)
    return "http" if token.startswith("http") and ":" in token else token


def _shape_of_number(token: str) -> str:
    """Return a number with zeros for its digits; years keep their four, other long numbers have three.

    >>> _shape_of_number("12.03.2024"), _shape_of_number("250000"), _shape_of_number("18:05,")
    ('0.0.0000', '000', '0:0')
    """
    out, run = [], 0
    for char in f"{token.rstrip('.,:/')}\0":
        if char.isdigit():
            run += 1
            continue
        if run:
            out.append("0" if run < 3 else "0000" if run == 4 else "000")
        run = 0
        out.append(char)
    return "".join(out[:-1])


@language_cache(16)
def lexicon_for(language: str | None) -> Lexicon:
    """Return the lexicon of a language: what is common to all, and its own words if it has some.

    Raises:
        NewscleanError: A file is missing or damaged.

    >>> lexicon_for("fr").score("partager").logit > 0 > lexicon_for("fr").score("le conseil a voté le budget").logit
    True
    """
    common = read_lexicon(CORE)
    if language not in language_codes() or FILE not in language_files(language):
        return Lexicon(common, common.get("", 0.0))
    own = read_lexicon(language)
    weights = {**common, **own}
    return Lexicon(weights, weights.get("", 0.0), own)


@language_cache(16)
def read_lexicon(code: str) -> dict[str, float]:
    """Return the weights in the file of a language, or of `CORE`; the bias is the weight of the empty term."""
    name = f"languages/{code}/{FILE}"
    try:
        return parse_lexicon(gzip.decompress(language_data(code, FILE)).decode("utf-8"))
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise NewscleanError(f"{name}: damaged lexicon ({error}); reinstall newsclean or train it again") from error


def parse_lexicon(text: str) -> dict[str, float]:
    """Return the weights of a lexicon: a header, then a line for each term with its weight in hundredths before it.

    Raises:
        ValueError: The header is another, or a line has no weight.
    """
    header, _, body = text.partition("\n")
    if header != HEADER:
        raise ValueError(f"the first line is {header[:40]!r}, not {HEADER!r}")
    pairs = [line.partition(" ") for line in body.split("\n") if line]
    return {term: int(weight) / SCALE for weight, _, term in pairs}


def dump_lexicon(weights: Mapping[str, float]) -> str:
    """Return a lexicon as text, sorted by term.

    >>> parse_lexicon(dump_lexicon({"lire aussi": 2.5, "": -0.25}))
    {'': -0.25, 'lire aussi': 2.5}
    """
    rows = [f"{round(weights[term] * SCALE)} {term}" for term in sorted(weights)]
    return "\n".join((HEADER, *rows, ""))


def lexicon_codes() -> Iterable[str]:
    """Return the codes of the languages that have a lexicon."""
    return [code for code in language_codes() if FILE in language_files(code)]
