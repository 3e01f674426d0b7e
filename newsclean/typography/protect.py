"""Protected spans: URLs, addresses, handles, code, times, measures and emoticons keep their bytes.

A protected span is masked by as many letters: all offsets stay, and the words around it see a word.
"""

from __future__ import annotations

from functools import lru_cache

import regex

_FILL = "o"  # a letter that no rule for word ends knows
_TAIL = ".,;:!?…'\"’”»)]}"
_PAIRS = {")": "(", "]": "[", "}": "{"}

# Each pattern with the strings of which one must be in the text before it is tried. All repeats are bounded or possessive over one
# class, so that the cost is linear.
_PATTERNS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("`",), r"(?<![\w`'´])`(?![\s`])[^`\n]{1,200}(?<!\s)`(?![\w`'])|```[^`]{0,2000}```"),
    (("{",), r"\{\{[^{}\n]{0,200}\}\}|\$\{[^{}\n]{0,200}\}"),
    (("<",), r"(?<!<)</?[A-Za-z][^<>\n]{0,500}>(?!>)"),
    (("://", "www.", "WWW.", "mailto:"), r"""(?i:(?:\b(?:https?|ftp|ftps|file)://|\bwww\.|\bmailto:)(?:="[^"\s]{0,200}"|[^\s<>«»“”„"])++)"""),
    (("@",), r"(?<![\w.+-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|(?<![\w/])@\w{1,50}"),
    (("#",), r"(?<![\w&])#\w{1,100}"),
    (("&",), r"&(?:[A-Za-z]{2,31}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});"),
    (("=",), r"""(?<!\w)[\w:-]{1,40}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}')"""),
    (('("', "('"), r"""(?<!\w)[A-Za-z_][\w.]{0,60}\((?:"[^"()\n]{0,100}"|'[^'()\n]{0,100}')\)"""),
    (
        (":)", ";)", ":-", ";-", ":(", ":'", ":D", ":P", ":p", ":/", ":o", ":O", ":|", "=)", "=(", ";D", ";p", ";P", "8-", ":*", "<3"),
        r"(?<![^\s(«“”\"'.,!?…])(?:[:;=8][-^o]?'?[-^]?(?:[)(DPpO|*/\\]|o(?!\w)|3(?!\d))++(?![\w/])|<3(?!\d))",
    ),
    (("/", "\\"), r"(?<![\w/.])(?:\.{1,2}|~)?/[\w.-]{1,80}(?:/[\w.-]{0,80}){1,20}|\b[A-Za-z]:\\[^\s\"<>|]{0,200}|(?<![\w./])\.{1,2}/(?!\S)"),
)
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
_QUOTES = ("'", '"', "’", "”", "″", "′")
_CODE = regex.compile(r"^(?:```|~~~)")


@lru_cache(maxsize=64)
def _pattern(which: tuple[int, ...], *, measures: bool) -> regex.Pattern[str]:
    parts = [_PATTERNS[k][1] for k in which]
    if measures:
        parts.append(_MEASURES)
    return regex.compile("|".join(parts))


def protected(text: str) -> list[tuple[int, int]]:
    """The spans that keep their bytes.

    Source: section 8 of the rules ("Protected strings"); closing punctuation after a URL belongs to the sentence.

    >>> text = "Voir http://ex.com/a?b=1;c! à 6'2\\""
    >>> [text[start:end] for start, end in protected(text)]
    ['http://ex.com/a?b=1;c', '6\\'2"']
    """
    which = tuple([k for k, (triggers, _) in enumerate(_PATTERNS) if any([t in text for t in triggers])])
    digits = any([q in text for q in _QUOTES]) and _DIGIT_MARK.search(text) is not None
    if not which and not digits:
        return []
    spans = []
    for match in _pattern(which, measures=digits).finditer(text):
        start, end = match.span()
        if "://" in match[0][:9] or match[0][:4].lower() == "www." or match[0][:7].lower() == "mailto:":
            end = _sentence_end(text, start, end)
        spans.append((start, end))
    return spans


_DIGIT_MARK = regex.compile(r"""\d['"’”″′]""")


def _sentence_end(text: str, start: int, end: int) -> int:
    """Where a URL ends when the punctuation after it goes back to the sentence; a closing mark with its partner inside stays."""
    while end > start and text[end - 1] in _TAIL:
        last = text[end - 1]
        if last in _PAIRS and text.count(_PAIRS[last], start, end) >= text.count(last, start, end):
            break
        if last in "'\"" and text.count(last, start, end) % 2 == 0:
            break
        end -= 1
    return end


def masked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with letters in place of the spans.

    >>> masked("a 6'2\\" b", [(2, 6)])
    'a oooo b'
    """
    parts, at = [], 0
    for start, end in spans:
        parts += (text[at:start], _FILL * (end - start))
        at = end
    parts.append(text[at:])
    return "".join(parts)
