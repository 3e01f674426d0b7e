r"""Escapes: `\u00e9`, `\xc3\xa9`, `%C3%A9`, `=C3=A9` and escaped quotes, left in text by programs."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsclean.edits import Edit
from newsclean.encoding.charsets import table
from newsclean.encoding.repair_document import RepairDocument
from newsclean.languages import language_cache, words_of_all
from newsclean.patterns import lazy_re

RULE = "escape"
_UNICODE = lazy_re(
    r"\\{1,2}u(d[89ab][0-9a-f]{2})\\{1,2}u(d[c-f][0-9a-f]{2})|\\{1,2}u\{?([0-9a-f]{4})\}?|%u([0-9a-f]{4})",
    re.IGNORECASE,
)
_BARE = lazy_re(r"u(00[a-f][0-9a-f]|01[0-7][0-9a-f]|20[1-3][0-9a-f]|20ac|2122)")
_BARE_SCRIPTS = lazy_re(r"(?:u(?:0[0-9a-f]|1e|[3-9a-d][0-9a-f])[0-9a-f]{2}){2}")
_UTF8_PATTERN = (
    r"(?:{p}[c-d][0-9a-f]{p}[89ab][0-9a-f]|{p}e[0-9a-f](?:{p}[89ab][0-9a-f]){{2}}|{p}f[0-4](?:{p}[89ab][0-9a-f]){{3}})"
)
_UTF8_ESCAPES = {mark: lazy_re(_UTF8_PATTERN.format(p=re.escape(mark)), re.IGNORECASE) for mark in ("\\x", "%", "=")}
_BYTE_ESCAPE = {mark: lazy_re(re.escape(mark) + "([89a-f][0-9a-f])", re.IGNORECASE) for mark in ("\\x", "%", "=")}
_BARE_VIETNAMESE = lazy_re(r"u1e[a-f][0-9a-f]")
_BARE_ANY = lazy_re(
    r"u(0[0-9a-f]{3}|1e[0-9a-f]{2}|20[1-3][0-9a-f]|20ac|2122|(?:[3-9a-c][0-9a-f]|d[0-7]|f[ef])[0-9a-f]{2})"
)
_SLASHED = lazy_re(r"\\(['\"/])")
_SOFT = lazy_re(r"=3D(?=[\s\"'<])|=20(?=\s|$)")


@language_cache()
def _url() -> re.Pattern[str]:
    """Return the pattern of a web address, with a scheme or with a known domain and a path."""
    rest, domains = r"[^\s<>\"«»“”]+", "|".join(sorted(words_of_all("encoding", "url_domains")))
    return lazy_re(rf"(?:https?://|www\.){rest}|\b[\w.-]+\.(?:{domains})/{rest}")


class UrlSpans:
    """The web addresses of a line; offsets are to be asked for in ascending order."""

    def __init__(self, line: str) -> None:
        self._spans = [match.span() for match in _url().finditer(line)]
        self._at = 0

    def contains(self, place: int) -> bool:
        """Return True if an offset lies in a web address."""
        while self._at < len(self._spans) and self._spans[self._at][1] <= place:
            self._at += 1
        return self._at < len(self._spans) and self._spans[self._at][0] <= place


def repair_escapes(document: RepairDocument) -> bool:
    """Decode escapes outside web addresses; return True if something changed."""
    text = document.text
    changed = False
    if "\\" in text or "%u" in text:
        changed |= _replace_all(document, _UNICODE, _from_unicode)
    for mark, pattern in _UTF8_ESCAPES.items():
        if mark in text:
            changed |= _replace_all(document, pattern, lambda m, mark=mark: _from_bytes(m, mark))  # type: ignore[misc]
            changed |= _decode_bytes(document, mark)
    if "u0" in text or "u20" in text or _BARE_SCRIPTS.search(text):
        changed |= _decode_bare(document)
    if "\\" in text:
        changed |= _replace_all(document, _SLASHED, lambda m: m.group(1), urls=True)
    return changed


def _replace_all(
    document: RepairDocument,
    pattern: re.Pattern[str],
    decode: Callable[[re.Match[str]], str | None],
    *,
    urls: bool = False,
) -> bool:
    """Replace every match of a pattern by its decoded text, where it has one; skip web addresses unless `urls`."""
    changed = False
    for i, line in enumerate(document.lines):
        edits = []
        protected = UrlSpans(line if not urls else "")
        for match in pattern.finditer(line):
            if protected.contains(match.start()):
                continue
            after = decode(match)
            if after is not None:
                edits.append(Edit(match.start(), match.end(), match.group(), after, RULE))
        changed |= document.change(i, edits)
    return changed


def _from_unicode(match: re.Match[str]) -> str | None:
    """Return the character of a `\\u` escape or of a surrogate pair of them; None for controls and lone surrogates."""
    if match[1]:
        return chr(0x10000 + ((int(match[1], 16) - 0xD800) << 10) + int(match[2], 16) - 0xDC00)
    number = int(match[3] or match[4], 16)
    if number < 0x20:
        return " " if number in (9, 10, 13) else None
    return None if 0xD800 <= number < 0xE000 else chr(number)


def _from_bytes(match: re.Match[str], mark: str) -> str | None:
    """Return the text of a sequence of byte escapes in UTF-8, or None."""
    try:
        return bytes.fromhex(match.group().replace(mark, "").replace(mark.upper(), "")).decode("utf-8")
    except (UnicodeDecodeError, ValueError):
        return None


def _decode_bytes(document: RepairDocument, mark: str) -> bool:
    """Decode escapes of one byte as windows-1252, if several words become plausible."""
    pattern = _BYTE_ESCAPE[mark]
    hits, total = set[str](), 0
    for line in document.lines:
        protected = UrlSpans(line)
        for match in pattern.finditer(line):
            if not protected.contains(match.start()):
                total += 1
                if _plausible(line, match, document):
                    hits.add(match.group())
    if not hits or (total < 2 and mark != "\\x"):
        return False
    return _replace_all(document, pattern, lambda m: table("cp1252")[int(m.group(1), 16)])


def _plausible(line: str, match: re.Match[str], document: RepairDocument) -> bool:
    """Return True if a byte escape gives a letter of the language beside a letter, or a common mark."""
    char = table("cp1252")[int(match.group(1), 16)]
    around = line[match.start() - 1 : match.start()] + line[match.end() : match.end() + 1]
    if char in document.orthography.own or char in document.orthography.foreign:
        return any(c.isalpha() for c in around)
    return char in "’“”‘«»–—\xa0€…"


def _decode_bare(document: RepairDocument) -> bool:
    """Decode `u00e9` without its backslash, if the text has several of them and all are letters or marks."""
    pattern = _BARE
    if len(set(_BARE_SCRIPTS.findall(document.text))) > 2 or len(set(_BARE_VIETNAMESE.findall(document.text))) > 2:
        pattern = _BARE_ANY
    matches = [m for line in document.lines for m in pattern.finditer(line)]
    if len({m.group() for m in matches}) < 2 and len(matches) < 3:
        return False
    return _replace_all(document, pattern, lambda m: chr(int(m.group(1), 16)))
