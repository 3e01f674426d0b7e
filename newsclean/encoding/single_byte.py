"""Single-byte mix-ups: one 8-bit charset read as another, decided for the document by its language and its words."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Mapping

from newsclean.edits import Edit
from newsclean.encoding.charsets import table
from newsclean.encoding.context import is_elision
from newsclean.encoding.document import Document
from newsclean.encoding.languages import Language
from newsclean.encoding.plausible import Place, places, score
from newsclean.patterns import lazy_re

RULE = "single-byte"
_PAIRS = (
    *(
        (real, "cp1252")
        for real in (
            "mac-roman",
            "cp850",
            "cp1250",
            "iso8859-2",
            "cp1254",
            "cp437",
            "cp1257",
            "cp1251",
            "koi8-r",
            "cp852",
        )
    ),
    *(
        ("cp1252", read)
        for read in (
            "mac-roman",
            "cp1250",
            "cp1251",
            "cp1253",
            "cp437",
            "cp850",
            "iso8859-2",
            "koi8-r",
            "cp1254",
            "cp1257",
        )
    ),
    ("iso8859-2", "latin-1"),
    ("mac-roman", "latin-1"),
    ("cp850", "latin-1"),
    ("cp1250", "latin-1"),
)
_SAMPLE = 2_000  # places
_WORD = lazy_re(r"[^\W\d_]*[^\x00-\x7f\s\xa0\u202f][^\s\xa0\u202f.,;:!?()\"'/-]*")
_INNER = lazy_re(r"(?<=[^\W\d_])’(?=[^\W\d_])")
_LETTERS = lazy_re(r"[^\W\d_]+")


@functools.lru_cache(maxsize=64)
def _inverse(real: str, read: str) -> dict[str, str]:
    """What a character that was read wrongly is in the real charset."""
    wrong, right = table(read), table(real)
    return {wrong[b]: right[b] for b in range(0x80, 0x100) if wrong[b] != right[b] and wrong[b] > "\x7f"}


def repair_single_byte(document: Document) -> bool:
    """Undo the mix-up that makes words of a text whose characters are out of place."""
    found: list[Place] = []
    for line in document.lines:
        if not line.isascii():
            found.extend(places(line))
            if len(found) > _SAMPLE:
                break
    language = document.known_language
    if not found or language is None:
        return False
    counted = Counter(found)
    now = score(counted.items(), language)
    if now >= 0.9 * len(found):
        return False
    best, best_score = None, now
    chars = {char for place in counted for char in place}
    for pair in _PAIRS:
        mapping = _inverse(*pair)
        if chars.isdisjoint(mapping):
            continue
        got = _mapped_score(counted, mapping, language)
        if got > best_score + 0.01:
            best, best_score = mapping, got
    if best is None or not _convincing(document, best, found, now, best_score):
        return False
    sure = best_score >= 0.8 * len(found)
    return _apply(document, best, language, everywhere=sure)


def _mapped_score(found: Mapping[Place, int], mapping: Mapping[str, str], language: Language) -> float:
    get = mapping.get
    return score([((get(b, b), get(c, c), get(a, a)), count) for (b, c, a), count in found.items()], language)


def _convincing(document: Document, mapping: Mapping[str, str], found: list[Place], now: float, then: float) -> bool:
    """Enough better: what changes becomes right, and words that the lexicon knows."""
    changed = sum(place[1] in mapping for place in found)
    if not changed:
        return False
    # a sign that stands by itself (£5, 30¢, 6 ± 1) says nothing: only what touches a letter can be a letter misread
    inside = sum(place[1] in mapping and (place[0].isalpha() or place[2].isalpha()) for place in found)
    if 2 * inside < changed:
        return False
    gain = (then - now) / changed
    total, before, after = _known(document, mapping)
    if total and after > before:
        return gain >= 0.4 and after - before >= 0.3 * total
    if document.lexicon is not None and not total and gain >= 0.25 and changed >= 4 and then >= 0.7 * len(found):
        return _elided(document, mapping)
    return document.sure_language and gain >= 0.8 and changed >= 4 and after >= before and then >= 0.7 * len(found)


def _elided(document: Document, mapping: Mapping[str, str]) -> bool:
    """Marks only: whether the apostrophes inside words stand where the language has them."""
    translation, code = str.maketrans(dict(mapping)), document.language.code
    right = wrong = 0
    for line in document.lines:
        mapped = line if line.isascii() else line.translate(translation)
        for match in _INNER.finditer(mapped) if mapped != line else ():
            fits = is_elision(mapped, match.start(), match.end(), code)
            right, wrong = right + fits, wrong + (not fits)
    return right >= 2 and right >= 5 * wrong


def _known(document: Document, mapping: Mapping[str, str]) -> tuple[int, int, int]:
    """The different words that a mapping changes: how many, known as they are, known when changed."""
    words = document.lexicon
    if words is None:
        return 0, 0, 0
    translation = str.maketrans(dict(mapping))
    total = before = after = 0
    tokens = {m.group() for line in document.lines for m in _WORD.finditer(line)} if words else set()
    for token in tokens:
        mapped = token.translate(translation)
        if mapped != token and any(c.isalpha() and c not in mapping for c in token):
            total += 1
            before += token.lower() in words
            after += any(w.lower() in words for w in _LETTERS.findall(mapped) if not w.isascii())
    return total, before, after


def _apply(document: Document, mapping: Mapping[str, str], language: Language, *, everywhere: bool) -> bool:
    """Change all lines, or those that get better or at least no worse."""
    pattern = lazy_re("[" + "".join(map(re.escape, mapping)) + "]+")
    changed = False
    for i, line in enumerate(document.lines):
        found = Counter(() if everywhere else places(line))
        if found and _mapped_score(found, mapping, language) < score(found.items(), language):
            continue
        edits = [
            Edit(m.start(), m.end(), m.group(), "".join(mapping[c] for c in m.group()), RULE)
            for m in pattern.finditer(line)
        ]
        changed |= document.change(i, edits)
    return changed
