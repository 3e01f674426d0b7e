"""Protected spans: URLs, addresses, handles, code, times, measures and emoticons keep their bytes.

Each kind is found by a sign that is mostly absent (`@`, `://`, "`") and extended from there, so that a text without the sign
costs nothing.
A protected span is masked by as many letters: all offsets stay, and the rules see a word.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import regex

Span = tuple[int, int]

PROTECTED_SIGNS = "`{<@#&=\\/"  # without one of these, only an emoticon or a `www.` address is protected
_MASK = "o"  # a letter that no rule for word ends knows
_SENTENCE_MARKS = ".,;:!?…'\"’”»)]}"
_OPENING_OF = {")": "(", "]": "[", "}": "{"}
_AFTER_EYES = frozenset(")(-^'DPpOo|*/\\3")

# every pattern is tried at one place only; all repeats are bounded or possessive over one class
_CODE = lazy_regex(r"`(?![\s`])[^`\n]{1,200}(?<!\s)`(?![\w`'])|```[^`]{0,2000}```")
_TEMPLATE = lazy_regex(r"\{\{[^{}\n]{0,200}\}\}|\$\{[^{}\n]{0,200}\}")
_TAG = lazy_regex(r"</?[A-Za-z][^<>\n]{0,500}>(?!>)|<3(?!\d)")
_URL = lazy_regex(r"""(?:="[^"\s]{0,200}"|[^\s<>«»“”„"])++""")
_DOMAIN = lazy_regex(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_HANDLE = lazy_regex(r"\w{1,100}")
_ENTITY = lazy_regex(r"&(?:[A-Za-z]{2,31}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")
_VALUE = lazy_regex(r"""="[^"\n]{0,200}"|='[^'\n]{0,200}'""")
_ARGUMENT = lazy_regex(r"""\("[^"()\n]{0,100}"\)|\('[^'()\n]{0,100}'\)""")
_EMOTICON = lazy_regex(r"[:;=][-^o]?'?[-^]?(?:[)(DPpO|*/\\]|o(?!\w)|3(?!\d))++(?![\w/])")
_DRIVE = lazy_regex(r":\\[^\s\"<>|]{0,200}")
# feet and inches, minutes and seconds, race times, coordinates, thousands: 6'2", 9''58, 2"44', 20'33, 90'+2, 51' 24", 27"-Monitor, 250'000
_MEASURE = lazy_regex(
    r"""\d{1,3}['’′] ?\d{1,2}(?:[.,]\d{1,2})?(?:["”″]|'')(?!\w)|\d{1,3}(?:''|["”″])\d{1,3}['’′]?(?!\d)"""
    r"""|\d{1,3}['′]\d{1,2}(?:["″]\d{0,3}|[.,]\d{1,3})?(?!['\d])|\d{1,3}['′]\+\d{1,2}"""
    r"""|\d{1,3}["″]-(?=\p{L})|\d{1,3}(?:['’]\d{3}){1,5}(?!\d)"""
)
_DIGIT_MARK = lazy_regex(r"""[0-9]['"″′’](?=[^\p{L}])""")
_SCHEMES = frozenset({"http", "https", "ftp", "ftps", "file"})


def may_protect(text: str) -> bool:
    """Return True if a text without any of `PROTECTED_SIGNS` may still contain a protected span.

    >>> may_protect("oui :-)"), may_protect("oui : non")
    (True, False)
    """
    if "w" in text and "www." in text:
        return True
    return (":" in text and _has_eyes(text, ":")) or (";" in text and _has_eyes(text, ";"))


def _has_eyes(text: str, eyes: str) -> bool:
    """Return True if a colon or semicolon is followed by the rest of an emoticon."""
    at = text.find(eyes)
    while at >= 0:
        if text[at + 1 : at + 2] in _AFTER_EYES:
            return True
        at = text.find(eyes, at + 1)
    return False


def protected_spans(text: str) -> list[Span]:
    """Return the spans that keep their bytes, sorted, without overlaps; punctuation after a URL belongs to the sentence.

    >>> text = "Voir http://ex.com/a?b=1;c! à 20'33"
    >>> [text[start:end] for start, end in protected_spans(text)]
    ['http://ex.com/a?b=1;c', "20'33"]
    """
    spans: list[Span] = []
    for sign, grow in _BY_SIGN.items():
        at = text.find(sign) if sign[0] in text else -1
        last = -1
        while at >= 0:
            span = grow(text, at) if at >= last else None
            if span:
                spans.append(span)
                last = span[1]
            at = text.find(sign, at + 1)
    if ("'" in text or '"' in text or "″" in text or "′" in text) and _DIGIT_MARK.search(text):
        spans += _measures(text)
    spans.sort()
    out: list[Span] = []
    for span in spans:
        if not out or span[0] >= out[-1][1]:
            out.append(span)
    return out


def _run_start(text: str, at: int, others: str, max_length: int) -> int:
    """Return where the run of letters, digits and `others` before an offset begins, at most `max_length` before it."""
    start, stop = at, max(0, at - max_length)
    while start > stop and (text[start - 1].isalnum() or text[start - 1] in others):
        start -= 1
    return start


def _pattern_at_sign(pattern: regex.Pattern[str], refused: str = "") -> Callable[[str, int], Span | None]:
    """Return a function that matches a pattern at its sign, if no letter, digit or refused sign is before it."""

    def grow(text: str, at: int) -> Span | None:
        before = text[at - 1] if at else ""
        if before and ((refused and before.isalnum()) or before in refused):
            return None
        match = pattern.match(text, at)
        return match.span() if match else None

    return grow


def _url(text: str, at: int) -> Span | None:
    start = _run_start(text, at, "", 6)
    if text[start:at].lower() not in _SCHEMES:
        return None
    match = _URL.match(text, at + 3)
    return (start, _sentence_end(text, start, match.end())) if match else None


def _site(text: str, at: int) -> Span | None:
    if at and (text[at - 1].isalnum() or text[at - 1] in "/@."):
        return None
    match = _URL.match(text, at)
    return (at, _sentence_end(text, at, match.end())) if match else None


def _address(text: str, at: int) -> Span | None:
    start = _run_start(text, at, "_.+-'", 64)
    while start < at and text[start] in "'.-+":
        start += 1
    match = (_DOMAIN if start < at else _HANDLE).match(text, at + 1)
    if not match or (start == at and at and text[at - 1] == "/"):
        return None
    return start, match.end()


def _hashtag(text: str, at: int) -> Span | None:
    if at and (text[at - 1].isalnum() or text[at - 1] in "_&"):
        return None
    match = _HANDLE.match(text, at + 1)
    return (at, match.end()) if match else None


def _template(text: str, at: int) -> Span | None:
    match = _TEMPLATE.match(text, at - 1 if text[at - 1 : at] == "$" else at)
    return match.span() if match else None


def _attribute(text: str, at: int) -> Span | None:
    start = _run_start(text, at, "_:-", 40)
    match = _VALUE.match(text, at) if start < at else None
    return (start, match.end()) if match else None


def _call(text: str, at: int) -> Span | None:
    start = _run_start(text, at, "_.", 60)
    match = _ARGUMENT.match(text, at) if start < at else None
    if not match:
        return None
    return start, match.end() + (text[match.end() : match.end() + 1] == ";")


def _drive(text: str, at: int) -> Span | None:
    if not text[at - 1 : at].isalpha() or (at > 1 and text[at - 2].isalnum()):
        return None
    match = _DRIVE.match(text, at)
    return (at - 1, match.end()) if match else None


def _emoticon(text: str, at: int) -> Span | None:
    if text[at + 1 : at + 2] not in _AFTER_EYES or (
        at and not (text[at - 1].isspace() or text[at - 1] in "(«“”\"'.,!?…")
    ):
        return None
    match = _EMOTICON.match(text, at)
    return match.span() if match else None


_BY_SIGN: Mapping[str, Callable[[str, int], Span | None]] = MappingProxyType(
    {
        "://": _url,
        "www.": _site,
        "`": _pattern_at_sign(_CODE, "_`'´"),
        "{": _template,
        "<": _pattern_at_sign(_TAG, "<"),
        "@": _address,
        "#": _hashtag,
        "&": _pattern_at_sign(_ENTITY),
        '="': _attribute,
        "='": _attribute,
        '("': _call,
        "('": _call,
        ":\\": _drive,
        ":": _emoticon,
        ";": _emoticon,
        "=": _emoticon,
    }
)


def _measures(text: str) -> list[Span]:
    spans: list[Span] = []
    for match in _DIGIT_MARK.finditer(text):
        at = match.start()
        start = at
        while start > max(0, at - 3) and text[start - 1].isdigit():
            start -= 1
        if start and text[start - 1] in "'0123456789":
            continue
        found = _MEASURE.match(text, start)
        if found and found.end() > at + 1:
            spans.append(found.span())
    return spans


def _sentence_end(text: str, start: int, end: int) -> int:
    """Return where a URL ends without the punctuation of the sentence; a closing bracket with its partner inside stays."""
    counts = {char: text.count(char, start, end) for char in "()[]{}'\""}
    while end > start and text[end - 1] in _SENTENCE_MARKS:
        last = text[end - 1]
        if last in _OPENING_OF and counts[_OPENING_OF[last]] >= counts[last]:
            break
        if last in "'\"" and counts[last] % 2 == 0:
            break
        if last in counts:
            counts[last] -= 1
        end -= 1
    return end


def mask(text: str, spans: list[Span]) -> str:
    """Return the text with letters in place of the spans.

    >>> mask("à 20'33 exactement", [(2, 7)])
    'à ooooo exactement'
    """
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += (text[at:start], _MASK * (end - start))
        at = end
    parts.append(text[at:])
    return "".join(parts)
