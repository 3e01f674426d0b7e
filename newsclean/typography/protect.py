"""Protected spans: URLs, addresses, handles, code, times, measures and emoticons keep their bytes.

A protected span is masked by as many letters: all offsets stay, and the words around it see a word.
"""

from __future__ import annotations

from functools import lru_cache

import regex

_FILL = "o"  # a letter that no rule for word ends knows
_TAIL = ".,;:!?…'\"’”»)]}"
_PAIRS = {")": "(", "]": "[", "}": "{"}

# All repeats are bounded or possessive over one class, so that the cost is linear. `_wanted` says when each is tried.
_PATTERNS = {
    "code": r"(?<![\w`'´])`(?![\s`])[^`\n]{1,200}(?<!\s)`(?![\w`'])|```[^`]{0,2000}```",
    "template": r"\{\{[^{}\n]{0,200}\}\}|\$\{[^{}\n]{0,200}\}",
    "tag": r"(?<!<)</?[A-Za-z][^<>\n]{0,500}>(?!>)",
    "url": r"""(?i:(?:\b(?:https?|ftp|ftps|file)://|\bwww\.|\bmailto:)(?:="[^"\s]{0,200}"|[^\s<>«»“”„"])++)""",
    "address": r"(?<![\w.+-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|(?<![\w/])@\w{1,50}",
    "hashtag": r"(?<![\w&])#\w{1,100}",
    "entity": r"&(?:[A-Za-z]{2,31}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});",
    "attribute": r"""(?<!\w)[\w:-]{1,40}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}')""",
    "call": r"""(?<!\w)[A-Za-z_][\w.]{0,60}\((?:"[^"()\n]{0,100}"|'[^'()\n]{0,100}')\)""",
    "emoticon": r"(?<![^\s(«“”\"'.,!?…])(?:[:;=8][-^o]?'?[-^]?(?:[)(DPpO|*/\\]|o(?!\w)|3(?!\d))++(?![\w/])|<3(?!\d))",
    "path": r"(?<![\w/.])(?:\.{1,2}|~)?/[\w.-]{1,80}(?:/[\w.-]{0,80}){1,20}|\b[A-Za-z]:\\[^\s\"<>|]{0,200}|(?<![\w./])\.{1,2}/(?!\S)",
}
_AFTER_EYES = frozenset(")(-^'DPpOo|*/\\3")
# Feet and inches, minutes and seconds, race times, coordinates: 6'2", 8' 10", 9''58, 2"44', 20'33, 90'+2, 51' 24", 27"-Monitor.
_MEASURES = (
    r"""(?<![\d'])\d{1,3}['’′] ?\d{1,2}(?:[.,]\d{1,2})?["”″](?!\w)"""
    r"""|(?<!\d)\d{1,3}(?:''|["”″])\d{1,3}['’′]?(?!\d)"""
    r"""|(?<![\d'])\d{1,3}['′]\d{1,2}(?:["″]\d{0,3}|[.,]\d{1,3})?(?!['\d])"""
    r"""|(?<!\d)\d{1,3}['′]\+\d{1,2}"""
    r"""|\d{1,3}° ?\d{1,2}['’′](?: ?\d{1,2}(?:[.,]\d{1,3})?(?:["”″]|''))?"""
    r"""|(?<!\d)\d{1,3}["″]-(?=\p{L})"""
    r"""|(?<!\d)\d{1,3}(?:['’]\d{3}){1,5}(?!\d)"""
)


@lru_cache(maxsize=64)
def _pattern(which: tuple[str, ...], *, measures: bool) -> regex.Pattern[str]:
    parts = [_PATTERNS[name] for name in which]
    if measures:
        parts.append(_MEASURES)
    return regex.compile("|".join(parts))


RARE = "`{<@#&=/\\"  # without one of these, only a face or a `www.` address can ask for protection


def may_protect(text: str) -> bool:
    """Can a text without any rare sign hold a protected span?

    >>> may_protect("oui :-)"), may_protect("oui : non")
    (True, False)
    """
    if ("w" in text and "www." in text) or ("W" in text and "WWW." in text):
        return True
    return (":" in text and _has_eyes(text, ":")) or (";" in text and _has_eyes(text, ";"))


def protected(text: str) -> list[tuple[int, int]]:
    r"""The spans that keep their bytes.

    Source: section 8 of the rules ("Protected strings"); closing punctuation after a URL belongs to the sentence.

    >>> text = "Voir http://ex.com/a?b=1;c! à 6'2\""
    >>> [text[start:end] for start, end in protected(text)]
    ['http://ex.com/a?b=1;c', '6\'2"']
    """
    which = _wanted(text)
    digits = ("'" in text or '"' in text or "″" in text or "′" in text) and _DIGIT_MARK.search(text) is not None
    if not which and not digits:
        return []
    spans = []
    for match in _pattern(which, measures=digits).finditer(text):
        start, end = match.span()
        if "://" in match[0][:9] or match[0][:4].lower() == "www." or match[0][:7].lower() == "mailto:":
            end = _sentence_end(text, start, end)
        spans.append((start, end))
    return spans


_DIGIT_MARK = regex.compile(r"""[0-9]['"’”″′]""")


def _wanted(text: str) -> tuple[str, ...]:
    """The names of the patterns whose signs occur; each test is one search for a character that is mostly absent."""
    names = [name for sign, name in _SIGNS if sign in text]
    if (
        ("/" in text and "://" in text)
        or ("w" in text and "www." in text)
        or ("W" in text and "WWW." in text)
        or ("@" in text and "mailto:" in text)
    ):
        names.insert(0, "url")
    if "(" in text and ('("' in text or "('" in text):
        names.append("call")
    if "=" in text or "<" in text or (":" in text and _has_eyes(text, ":")) or (";" in text and _has_eyes(text, ";")):
        names.append("emoticon")
    if "/" in text or "\\" in text:
        names.append("path")
    return tuple(names)


_SIGNS = (
    ("`", "code"),
    ("{", "template"),
    ("<", "tag"),
    ("@", "address"),
    ("#", "hashtag"),
    ("&", "entity"),
    ("=", "attribute"),
)


def _has_eyes(text: str, eyes: str) -> bool:
    """Is there a colon or semicolon with the rest of a face after it?"""
    at = text.find(eyes)
    while at >= 0:
        if text[at + 1 : at + 2] in _AFTER_EYES:
            return True
        at = text.find(eyes, at + 1)
    return False


def _sentence_end(text: str, start: int, end: int) -> int:
    """Where a URL ends when the punctuation after it goes back to the sentence; a closing mark with its partner inside stays."""
    counts = {char: text.count(char, start, end) for char in "()[]{}'\""}
    while end > start and text[end - 1] in _TAIL:
        last = text[end - 1]
        if last in _PAIRS and counts[_PAIRS[last]] >= counts[last]:
            break
        if last in "'\"" and counts[last] % 2 == 0:
            break
        if last in counts:
            counts[last] -= 1
        end -= 1
    return end


def masked(text: str, spans: list[tuple[int, int]]) -> str:
    r"""The text with letters in place of the spans.

    >>> masked("a 6'2\" b", [(2, 6)])
    'a oooo b'
    """
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += (text[at:start], _FILL * (end - start))
        at = end
    parts.append(text[at:])
    return "".join(parts)
