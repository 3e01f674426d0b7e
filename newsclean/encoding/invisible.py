"""Invisible characters, controls, ligatures, full-width forms, odd spaces and Unicode normal form C (UAX #15)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from newsclean.edits import Edit
from newsclean.encoding.charsets import table
from newsclean.encoding.repair_document import RepairDocument
from newsclean.patterns import lazy_re

_ANSI = lazy_re(r"\x1b\[[0-9;?]{0,20}[A-Za-z]|\x1b[()][A-Z0-9]|\x1b")
_C1 = lazy_re(r"[\x80-\x9f]")
_BREAK = lazy_re(r"[\r\u2028\u2029\x0c\x85]+|\x0b")
_CONTROL = lazy_re(
    r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufff9-\ufffb\ufffc\U000e0001\ufdd0-\ufdef\ufffe\uffff]|\uf0b7[ \t]?"
)
_INVISIBLE = lazy_re(
    r"[\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+|[\u200c\u200d]"
)
_SPACE = lazy_re(r"[\u1680\u2000-\u2008\u200a\u205f\u3000]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = lazy_re(r"[\ufb00-\ufb06]")
_FULLWIDTH = lazy_re(r"[\uff01-\uff5e]+")
_CJK = lazy_re(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff66-\uff9f\u3001\u3002\uff0c]")
_SPACING = {"´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "¨": "\u0308", "˜": "\u0303", "¸": "\u0327"}
_LETTER_AND_ACCENT = lazy_re(r"([A-Za-z])([´`ˆ¨˜¸])")
_CODE = lazy_re(r"(?<![A-Za-z])`[^`\s]")
_LATIN1 = frozenset(map(chr, range(0xC0, 0x100)))
_SURROGATES = lazy_re("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")
_JOINING = lazy_re(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\ufb1d-\ufdff\ufe70-\ufefe]")
_EMOJI = lazy_re(r"[\u2190-\u2bff\ufe0f\u3030\u303d\u3297\u3299\U0001f000-\U0001faff\U000e0020-\U000e007f]")

Replace = Callable[[re.Match[str]], str]


def join_surrogates(document: RepairDocument) -> bool:
    """Join surrogate pairs, replace lone surrogates by U+FFFD; return True if something changed."""
    return _replace_all(document, _SURROGATES, _joined_surrogates, "control")


def repair_invisible(document: RepairDocument) -> bool:
    """Remove or replace invisible and compatibility characters; return True if something changed."""
    cjk = bool(_CJK.search(document.text))
    changed = _replace_all(document, _ANSI, lambda _: "", "control")
    changed |= _replace_all(document, _BREAK, lambda m: " " if m.group() == "\x0b" else "\n", "space")
    changed |= _replace_all(document, _C1, lambda m: table("cp1252")[ord(m.group())], "single-byte")
    changed |= _replace_all(document, _CONTROL, lambda _: "", "control")
    changed |= _replace_all(document, _C1, lambda _: "", "control")
    changed |= _replace_all(document, _INVISIBLE, _without_joiners, "invisible")
    changed |= _replace_all(document, _LIGATURE, lambda m: _LIGATURES[m.group()], "ligature")
    if not cjk:
        changed |= _replace_all(document, _SPACE, lambda _: " ", "space")
        changed |= _replace_all(document, _FULLWIDTH, lambda m: unicodedata.normalize("NFKC", m.group()), "width")
    changed |= _spacing_accents(document)
    return changed | _normal_form(document)


def _replace_all(document: RepairDocument, pattern: re.Pattern[str], replace: Replace, rule: str) -> bool:
    """Replace every match of a pattern; return True if something changed."""
    changed = False
    if pattern.search(document.text) is None:
        return False
    for i, line in enumerate(document.lines):
        edits = [Edit(m.start(), m.end(), m.group(), replace(m), rule) for m in pattern.finditer(line)]
        changed |= document.change(i, edits)
    return changed


def _joined_surrogates(match: re.Match[str]) -> str:
    text = match.group()
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le") if len(text) == 2 else "\ufffd"


def _without_joiners(match: re.Match[str]) -> str:
    """Return "" for an invisible character, or a joiner itself where a script or an emoji needs it."""
    if match.group() not in "\u200c\u200d":
        return ""
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    if _JOINING.match(before) or (_EMOJI.match(before) and _EMOJI.match(after)):
        return match.group()
    return ""


def _spacing_accents(document: RepairDocument) -> bool:
    """Compose a letter and a spacing accent (`e´`) if the text has two different pairs that make a Latin-1 letter."""
    hits = {m.group() for line in document.lines for m in _LETTER_AND_ACCENT.finditer(line) if _accented(m) in _LATIN1}
    if len(hits) < 2 or any(_CODE.search(line) for line in document.lines):
        return False
    return _replace_all(
        document, _LETTER_AND_ACCENT, lambda m: _accented(m) if _accented(m) in _LATIN1 else m.group(), "nfc"
    )


def _accented(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match.group(1) + _SPACING[match.group(2)])


def _normal_form(document: RepairDocument) -> bool:
    changed = False
    for i, line in enumerate(document.lines):
        if line.isascii() or unicodedata.is_normalized("NFC", line):
            continue
        changed |= document.change(i, list(_composed(line)))
    return changed


def _composed(line: str) -> Iterator[Edit]:
    """Yield the edits to normal form C, one for each starter with the marks that follow it."""
    start = 0
    for at in range(1, len(line) + 1):
        if at < len(line) and (unicodedata.combining(line[at]) or unicodedata.category(line[at]) in ("Mn", "Lo", "Mc")):
            continue
        piece = line[start:at]
        composed = piece if piece.isascii() else unicodedata.normalize("NFC", piece)
        if composed != piece:
            yield Edit(start, at, piece, composed, "nfc")
        start = at
