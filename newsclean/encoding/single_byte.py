"""Single-byte mix-ups: one 8-bit charset decoded as another.

Every pair of charsets that mix in practice is tried: the characters of the text are mapped back, and the mapping that makes
them most plausible (`plausibility`) wins. It is applied only if it also makes words of the word list, or if the language is
certain and the gain is large.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Mapping

from newsclean.edits import Edit
from newsclean.encoding.charsets import table
from newsclean.encoding.mark_context import is_elision
from newsclean.encoding.orthography import Orthography
from newsclean.encoding.plausibility import CharContext, char_contexts, total_plausibility
from newsclean.encoding.repair_document import RepairDocument
from newsclean.patterns import lazy_re

RULE = "single-byte"
_CHARSET_PAIRS = (  # (charset of the text, charset that it was decoded with)
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
_MAX_SAMPLE = 2_000  # characters in context that are scored; more do not change the result
_WORD = lazy_re(r"[^\W\d_]*[^\x00-\x7f\s\xa0\u202f][^\s\xa0\u202f.,;:!?()\"'/-]*")
_INNER = lazy_re(r"(?<=[^\W\d_])’(?=[^\W\d_])")
_LETTERS = lazy_re(r"[^\W\d_]+")


@functools.lru_cache(maxsize=64)
def _inverse(real: str, read: str) -> dict[str, str]:
    """Return, for each character that was decoded wrongly, the character in the real charset."""
    wrong, right = table(read), table(real)
    return {wrong[b]: right[b] for b in range(0x80, 0x100) if wrong[b] != right[b] and wrong[b] > "\x7f"}


def repair_single_byte(document: RepairDocument) -> bool:
    """Undo the mix-up whose reversal makes the text most plausible; return True if something changed."""
    contexts: list[CharContext] = []
    for line in document.lines:
        if not line.isascii():
            contexts.extend(char_contexts(line))
            if len(contexts) > _MAX_SAMPLE:
                break
    orthography = document.detected_orthography
    if not contexts or orthography is None:
        return False
    counted = Counter(contexts)
    score_now = total_plausibility(counted.items(), orthography)
    if score_now >= 0.9 * len(contexts):
        return False
    best, best_total = None, score_now
    chars = {char for place in counted for char in place}
    for pair in _CHARSET_PAIRS:
        mapping = _inverse(*pair)
        if chars.isdisjoint(mapping):
            continue
        total = _mapped_score(counted, mapping, orthography)
        if total > best_total + 0.01:
            best, best_total = mapping, total
    if best is None or not _convincing(document, best, contexts, score_now, best_total):
        return False
    everywhere = best_total >= 0.8 * len(contexts)
    return _apply(document, best, orthography, everywhere=everywhere)


def _mapped_score(contexts: Mapping[CharContext, int], mapping: Mapping[str, str], orthography: Orthography) -> float:
    get = mapping.get
    return total_plausibility(
        [((get(b, b), get(c, c), get(a, a)), count) for (b, c, a), count in contexts.items()], orthography
    )


def _convincing(
    document: RepairDocument,
    mapping: Mapping[str, str],
    contexts: list[CharContext],
    score_now: float,
    score_then: float,
) -> bool:
    """Return True if the mapping makes what it changes plausible, and makes words of the word list."""
    changed = sum(place[1] in mapping for place in contexts)
    if not changed:
        return False
    # a sign that stands by itself (£5, 30¢, 6 ± 1) says nothing: only what touches a letter can be a letter misread
    inside = sum(place[1] in mapping and (place[0].isalpha() or place[2].isalpha()) for place in contexts)
    if 2 * inside < changed:
        return False
    gain = (score_then - score_now) / changed
    total, before, after = _count_known_words(document, mapping)
    if total and after > before:
        return gain >= 0.4 and after - before >= 0.3 * total
    if (
        document.word_list is not None
        and not total
        and gain >= 0.25
        and changed >= 4
        and score_then >= 0.7 * len(contexts)
    ):
        return _fits_elisions(document, mapping)
    return (
        document.language_is_certain
        and gain >= 0.8
        and changed >= 4
        and after >= before
        and score_then >= 0.7 * len(contexts)
    )


def _fits_elisions(document: RepairDocument, mapping: Mapping[str, str]) -> bool:
    """Return True if the apostrophes that a mapping makes stand where the language elides."""
    translation, code = str.maketrans(dict(mapping)), document.orthography.code
    right = wrong = 0
    for line in document.lines:
        mapped = line if line.isascii() else line.translate(translation)
        for match in _INNER.finditer(mapped) if mapped != line else ():
            fits = is_elision(mapped, match.start(), match.end(), code)
            right, wrong = right + fits, wrong + (not fits)
    return right >= 2 and right >= 5 * wrong


def _count_known_words(document: RepairDocument, mapping: Mapping[str, str]) -> tuple[int, int, int]:
    """Count the distinct words that a mapping changes: all of them, those known before, those known after."""
    words = document.word_list
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


def _apply(document: RepairDocument, mapping: Mapping[str, str], orthography: Orthography, *, everywhere: bool) -> bool:
    """Map all lines, or only those that do not become less plausible."""
    pattern = lazy_re("[" + "".join(map(re.escape, mapping)) + "]+")
    changed = False
    for i, line in enumerate(document.lines):
        contexts = Counter(() if everywhere else char_contexts(line))
        if contexts and _mapped_score(contexts, mapping, orthography) < total_plausibility(
            contexts.items(), orthography
        ):
            continue
        edits = [
            Edit(m.start(), m.end(), m.group(), "".join(mapping[c] for c in m.group()), RULE)
            for m in pattern.finditer(line)
        ]
        changed |= document.change(i, edits)
    return changed
