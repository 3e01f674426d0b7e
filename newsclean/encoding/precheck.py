"""Pre-check: a few scans that prove that a text needs no repair, so that clean text costs next to nothing.

The scans are sound with respect to ftfy: where they find nothing, ftfy's `is_bad` finds nothing either. Nearly every
pattern of its heuristic needs two neighbours beyond ASCII, of which one is no small letter; only where two such stand, a
closer look is taken. The character classes are those of ftfy 6.3, badness.py (Apache License 2.0).
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from newsclean.encoding.orthography import find_orthography
from newsclean.patterns import lazy_re

_BAD = "¦¤¨¬¯¸ƒˆˇ˘˛˜†‡‰⌐◊\ufffdªº"
_START = "¡«¿©΄΅‘‚“„•‹\uf8ff"
_END = "®»˝”›™"
_CURRENCY = "¢£¥₧€"
_NUMBER = "²³¹±¼½¾×µ÷⁄∂∆∏∑√∞∩∫≈≠≡≤≥№°"
_LAW = "¶§"
_BOX = "│┌┐┘├┤┬┼▀▄█▌▐░▒▓" + "".join(map(chr, range(0x2550, 0x256D)))
_UPPER = "À-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŸŹŻŽҐ"
_LOWER = "ß-öø-ÿāăąćčďđēėęěğģīįķĺļľłńņňœŕśşšťźżžґﬁﬂ"
_OTHER_ALPHABETS = "\u0386-\u03ce\u0401-\u045f"
_SYMBOLS = _BAD + _START + _END + _CURRENCY + _NUMBER + _LAW + _BOX
_PAIR = lazy_re(f"[{_SYMBOLS}{_UPPER}{_LOWER}{_OTHER_ALPHABETS}][{_SYMBOLS}{_UPPER}]")
_AFTER_SYMBOL = lazy_re(f"[{_BAD}{_END}{_CURRENCY}{_NUMBER}{_BOX}][{_LOWER}{_OTHER_ALPHABETS}]")
_SINGLE = lazy_re(r"[ÂÃÎÐØÙ√Œœ](?![A-Za-z])")
_SEQUENCE = lazy_re(
    f"[{_SYMBOLS}][{_LOWER}{_OTHER_ALPHABETS}]|[{_LOWER}{_OTHER_ALPHABETS}][\xa0\xad\xb4\xb7–—―…’\x80-\x9f]|[\x80-\x9f]|[{_UPPER}][^\x00-\x7f]|[^\x00-\u04ff][^\x00-\u04ff]"
)
_SINGLES = frozenset("ÂÃÎÐØÙ√Œœ")
_SYMBOLS_FIRST = frozenset(_BAD + _END + _CURRENCY + _NUMBER + _BOX)
_LETTER = _UPPER + _LOWER
_CLOSER = lazy_re(
    "|".join(
        (
            f"[{_SYMBOLS}{_LETTER}{_OTHER_ALPHABETS}][{_BAD}]",
            f"[{_BAD}][{_SYMBOLS}{_LETTER}{_OTHER_ALPHABETS}]",
            f"[{_LOWER}{_OTHER_ALPHABETS}{_BOX}{_END}{_CURRENCY}{_NUMBER}][{_UPPER}]",
            f"[{_BOX}{_END}{_CURRENCY}{_NUMBER}][{_LOWER}{_OTHER_ALPHABETS}]",
            f"[{_LETTER}{_BOX}{_END}][{_CURRENCY}]",
            f"[{_UPPER}{_BOX}à][{_NUMBER}{_LAW}]",
            f"[{_START}][{_NUMBER}]|[{_END}][{_START}]",
            f"[{_CURRENCY}{_NUMBER}{_BOX}{_UPPER}][{_START}]",
            f"[{_BOX}{_SYMBOLS}{_LETTER}][{_BOX}]|[{_BOX}].",
            f"[{_LETTER}][{_START}{_END}]\\w",
            f"[√≈×][{_SYMBOLS}{_LETTER}]|‚[Äâó]",
            f"[ВГРСΒΓΞΟ][{_SYMBOLS}]|β€|ā€",
        )
    )
)
_RARE = ("вЂ", "ГўВЂВ")

_COMMON_ASCII = bytes(c for c in range(32, 127) if chr(c) not in "&\\%=?`") + b"\t\n"
_ESCAPE = lazy_re(r"%(?:u[0-9a-fA-F]{4}|[89a-fA-F][0-9a-fA-F])")
_QUOTED = lazy_re(r"=[89a-fA-F][0-9a-fA-F]")
_ENTITY = lazy_re(r"&(?:#|[A-Za-z]| [A-Za-z]{2,8};)")
_QUESTION_BEFORE_LETTER = lazy_re(r"\?[^\W\d_]")
_LETTER_AND_GRAVE = lazy_re("[A-Za-z]`")
_BARE_ESCAPE = lazy_re(r"u(?:00[a-f]|01[0-7]|20[1-3]|20a|212)[0-9a-f]")
_BARE_ESCAPES = lazy_re(r"u[0-9a-f]{4}u[0-9a-f]{4}")
_CAPITAL_IN_WORD = lazy_re("[À-ÖØ-ÞŒŠŽŸ¡-¬®-¶¸-¿„“”‚‡†ˆ‰€™‹›˜ƒπ∑Ω∫≈∆◊√∞≠≤≥](?<=[a-z].)[a-zà-ÿ…–—’´·\xa0\xad]")
_MIXED_SCRIPTS = lazy_re("[\u0370-\u04ff\u2200-\u25ff](?<=[A-Za-z].)")
_COMMON = frozenset(
    "éèàçêâîôûùëïœäöüßáíóúñìòãåøæÉÈÀÇÊÎÔŒÄÖÜÁÍÓÚÑÅØÆ’‘“”„‚«»–—…€\xa0\u202f\u2009\u2011°§·•½²³º×™©®ª¿¡‹›`=%?&\\"
)
_MOJIBAKE_LEADS = frozenset("âÃÂ")
_MARKS = frozenset("’‘“”„‚«»–—…€\xa0\u202f\u2009\u2011°·•½²³º™©®ª")
_INVISIBLE = lazy_re(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u1680\u180e\u2000-\u2008\u200a-\u200f\u2028-\u202e\u205f-\u206f"
    "\ud800-\udfff\uf0b7\ufb00-\ufb06\ufdd0-\ufdef\ufeff\ufff9-\uffff\uff01-\uff5e\u3000\U000e0001]"
)


def may_be_mojibake(text: str) -> bool:
    """Return False if ftfy certainly sees no mojibake in a text, True if only ftfy can tell.

    >>> may_be_mojibake("L’été à Genève, «déjà»…"), may_be_mojibake("dÃ©jÃ ")
    (False, True)
    """
    return not text.isascii() and _looks_like_mojibake(text, frozenset(text))


def _looks_like_mojibake(text: str, have: frozenset[str]) -> bool:
    """Return True if a text may be mojibake; `have` holds at least its characters beyond ASCII, others are not searched."""
    if any("\x80" <= c <= "\x9f" for c in have) or any(rare in text for rare in _RARE if rare[1] in have):
        return True
    if not have.isdisjoint(_SINGLES) and _SINGLE.search(text):
        return True
    for pattern in (_PAIR, _AFTER_SYMBOL) if not have.isdisjoint(_SYMBOLS_FIRST) else (_PAIR,):
        for match in pattern.finditer(text):
            if _CLOSER.search(text, max(0, match.start() - 2), match.end() + 2):
                return True
    return False


def may_hold_sequence(line: str) -> bool:
    """Return False if no two neighbours beyond ASCII can be a UTF-8 sequence in any charset, as in most clean lines.

    >>> may_hold_sequence("größer, créée"), may_hold_sequence("lâ€™été")
    (False, True)
    """
    return _PAIR.search(line) is not None or _SEQUENCE.search(line) is not None


class RepairNeeds(NamedTuple):
    """The groups of steps that a text may need.

    Attributes:
        escapes: There are signs of escapes or character references.
        wrong_letters: There are signs of mojibake or of a wrong 8-bit charset.
        lost_letters: There are signs of letters that became U+FFFD or `?`.
        invisible: There are characters without ink, or ones that are not in normal form C.
    """

    escapes: bool
    wrong_letters: bool
    lost_letters: bool
    invisible: bool


def find_needs(text: str, hint: str | None) -> RepairNeeds:
    """Return the groups of steps that a text may need; all False for clean text.

    Args:
        text: The lines of the document, joined.
        hint: Language or locale code, if known.

    >>> any(find_needs("Tom & Jerry: «L’été à Genève»", None)), find_needs("l&rsquo;été", None).escapes
    (False, True)
    """
    have = frozenset(
        text.encode("utf-8", "surrogatepass").translate(None, _COMMON_ASCII).decode("utf-8", "surrogatepass")
    )
    lost_letters = "\ufffd" in have or ("?" in have and _QUESTION_BEFORE_LETTER.search(text) is not None)
    escapes = (("u00" in text or "u20" in text) and _BARE_ESCAPE.search(text) is not None) or (
        text.isascii() and 12 * text.count(" ") < len(text) and _BARE_ESCAPES.search(text) is not None
    )
    if not have:
        return RepairNeeds(escapes, wrong_letters=False, lost_letters=False, invisible=False)
    escapes = escapes or not _has_no_escapes(text, have)
    invisible = any(c < " " or c == "\x7f" for c in have) or not _has_no_invisible(text, have)
    invisible = invisible or ("`" in have and _LETTER_AND_GRAVE.search(text) is not None)
    if text.isascii():
        return RepairNeeds(escapes, wrong_letters=False, lost_letters=lost_letters, invisible=invisible)
    wrong_letters = not _has_no_wrong_letters(text, have, hint)
    return RepairNeeds(escapes, wrong_letters, lost_letters, invisible or wrong_letters)


def _has_no_escapes(text: str, have: frozenset[str]) -> bool:
    """Return True if no character reference or escape with its mark can be in a text."""
    if "\\" in have:
        return False
    return not (
        ("&" in have and _ENTITY.search(text))
        or ("%" in have and _ESCAPE.search(text))
        or ("=" in have and _QUOTED.search(text))
    )


def _has_no_invisible(text: str, have: frozenset[str]) -> bool:
    """Return True if a text is in normal form C and has no invisible characters; full-width forms may stand in CJK text."""
    odd = [c for c in have if _INVISIBLE.match(c)]
    if odd and not (all(map(_is_cjk_width, odd)) and any("\u3040" <= c <= "\u9fff" or "가" <= c <= "힣" for c in have)):
        return False
    return unicodedata.is_normalized("NFC", text)


def _is_cjk_width(char: str) -> bool:
    """Return True for a full-width form, or the ideographic space."""
    return char == "\u3000" or "\uff01" <= char <= "\uff5e"


def _has_no_wrong_letters(text: str, have: frozenset[str], hint: str | None) -> bool:
    """Return True if all letters of a text are common ones, or belong to its language."""
    if _looks_like_mojibake(text, have) or _CAPITAL_IN_WORD.search(text) or "´" in have or "¨" in have:
        return False
    strange = have - _COMMON
    if "â" in have and not any("\xc0" <= c <= "\u024f" for c in have - _MOJIBAKE_LEADS):
        return False
    if not strange:
        return True
    if _MIXED_SCRIPTS.search(text):
        return False
    latin = frozenset(c for c in strange if c < "\u0250" and c != "\xad")
    if not latin:
        return True
    orthography = find_orthography(text, hint)
    return orthography is not None and latin <= orthography.own | orthography.foreign | _MARKS
