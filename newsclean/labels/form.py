"""The form of a line: what its length, marks and case say, in any language."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.bullets import item_start
from newsclean.patterns import lazy_regex
from newsclean.vocabulary import MAX_HEADLINE

STOPS = frozenset(".!?…。！？।۔؟")
CLOSERS = "\"'”’»›)]“‘」』】 \u00a0\u202f"
QUOTES = frozenset("«»“”„‟\"'‘’‚‛‹›「」『』")
_SENTENCE = lazy_regex(r"[.!?…]['\"”’»)\u00a0\u202f ]{0,3} (?=[\p{Lu}\p{N}«“„\"'])")
_DIGIT = lazy_regex(r"\d")
_DENSE = lazy_regex(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")


class Form(NamedTuple):
    """What a line looks like; `words` are counted by spaces, in scripts without spaces two characters are a word.

    `end` is "." (a full stop, question or exclamation mark), ":" or "," or "…" (cut short), ")" or "" (none).
    """

    length: int
    words: int
    end: str
    sentences: int
    bullet: bool
    quoted: bool
    case: str
    digits: int

    @property
    def stops(self) -> bool:
        """Does the line end as a sentence does?"""
        return self.end == "."


def form_of(text: str) -> Form:
    """The form of a line.

    >>> form_of("« Il viendra. » Elle aussi.").sentences, form_of("Longue incertitude").words
    (2, 2)
    """
    if not text:
        return Form(0, 0, "", 0, bullet=False, quoted=False, case="", digits=0)
    length = len(text)
    item = item_start(text)
    words = text.count(" ", item) + 1
    if not text.isascii() and words < length / 12:
        words = max(words, len(_DENSE.findall(text[:2000])) // 2)
    return Form(
        length,
        words,
        _end(text),
        len(_SENTENCE.findall(text)) + 1 if length > 20 else 1,
        item > 0,
        text[0] in QUOTES and text[-1] in QUOTES,
        _case(text),
        len(_DIGIT.findall(text)) if length < MAX_HEADLINE else 0,
    )


def _end(text: str) -> str:
    last = text[-1]
    if last in STOPS and last != "…":
        return "…" if text.endswith("...") else "."
    if last in "…:,":
        return last
    bare = text.rstrip(CLOSERS)
    if bare and bare[-1] in STOPS:
        return "."
    return ")" if last in ")]" else ""


def _case(text: str) -> str:
    """The case of a line: U all capitals, T most words capitalised, l, d, S, q begin small, with a digit, a symbol, a quote; u the rest."""
    first = text[0]
    if first.isdigit():
        return "d"
    if not first.isalpha():
        return "q" if first in QUOTES else "S"
    if first.islower():
        return "l"
    if text.isupper() and len(text) > 1:
        return "U"
    parts = text.split(" ", 12)[:12]
    if len(parts) > 1 and sum(part[:1].isupper() for part in parts) * 3 > 2 * len(parts):
        return "T"
    return "u"


def is_prose(form: Form) -> bool:
    """Does a line of this form read like a sentence of an article?

    >>> is_prose(form_of("Le conseil a voté le budget de la ville lundi soir.")), is_prose(form_of("Partager"))
    (True, False)
    """
    return (form.words >= 5 and form.end == ".") or form.words >= 24


def is_headline(form: Form) -> bool:
    """Could a line of this form be a headline or a heading?

    >>> is_headline(form_of("Efforts coordonnés")), is_headline(form_of("Il l'a dit lundi."))
    (True, False)
    """
    return (
        form.length <= MAX_HEADLINE and (form.end != "." or form.words <= 12) and not form.bullet and not _spoken(form)
    )


def _spoken(form: Form) -> bool:
    return form.end == "." and not form.quoted
