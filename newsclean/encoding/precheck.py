"""Pre-check: what proves, at the speed of C, that a text needs no repair, so that clean text costs next to nothing.

The scans are sound with respect to ftfy: where they find nothing, ftfy's `is_bad` finds nothing either. Nearly every
pattern of its heuristic needs two neighbours beyond ASCII, of which one is no small letter; only where two such stand, a
closer look is taken. Source of the classes: ftfy 6.3, badness.py (Apache License 2.0).
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from newsclean.encoding.languages import language_of
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
_FAR = "\u0386-\u03ce\u0401-\u045f"
_SYMBOLS = _BAD + _START + _END + _CURRENCY + _NUMBER + _LAW + _BOX
_PAIR = lazy_re(f"[{_SYMBOLS}{_UPPER}{_LOWER}{_FAR}][{_SYMBOLS}{_UPPER}]")
_AFTER_SYMBOL = lazy_re(f"[{_BAD}{_END}{_CURRENCY}{_NUMBER}{_BOX}][{_LOWER}{_FAR}]")
_SINGLE = lazy_re(r"[ÂÃÎÐØÙ√Œœ](?![A-Za-z])")
_ODD = lazy_re(
    f"[{_SYMBOLS}][{_LOWER}{_FAR}]|[{_LOWER}{_FAR}][\xa0\xad\xb4\xb7–—―…’\x80-\x9f]|[\x80-\x9f]|[{_UPPER}][^\x00-\x7f]|[^\x00-\u04ff][^\x00-\u04ff]"
)
_SINGLES = frozenset("ÂÃÎÐØÙ√Œœ")
_SYMBOLS_FIRST = frozenset(_BAD + _END + _CURRENCY + _NUMBER + _BOX)
_LETTER = _UPPER + _LOWER
_CLOSER = lazy_re(
    "|".join(
        (
            f"[{_SYMBOLS}{_LETTER}{_FAR}][{_BAD}]",
            f"[{_BAD}][{_SYMBOLS}{_LETTER}{_FAR}]",
            f"[{_LOWER}{_FAR}{_BOX}{_END}{_CURRENCY}{_NUMBER}][{_UPPER}]",
            f"[{_BOX}{_END}{_CURRENCY}{_NUMBER}][{_LOWER}{_FAR}]",
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

_CALM_ASCII = bytes(c for c in range(32, 127) if chr(c) not in "&\\%=?`") + b"\t\n"
_ESCAPE = lazy_re(r"%(?:u[0-9a-fA-F]{4}|[89a-fA-F][0-9a-fA-F])")
_QUOTED = lazy_re(r"=[89a-fA-F][0-9a-fA-F]")
_ENTITY = lazy_re(r"&(?:#|[A-Za-z]| [A-Za-z]{2,8};)")
_ASKED = lazy_re(r"\?[^\W\d_]")
_GRAVE = lazy_re("[A-Za-z]`")
_BARE = lazy_re(r"u(?:00[a-f]|01[0-7]|20[1-3]|20a|212)[0-9a-f]")
_BARE_FAR = lazy_re(r"u[0-9a-f]{4}u[0-9a-f]{4}")
_CASE = lazy_re("[À-ÖØ-ÞŒŠŽŸ¡-¬®-¶¸-¿„“”‚‡†ˆ‰€™‹›˜ƒπ∑Ω∫≈∆◊√∞≠≤≥](?<=[a-z].)[a-zà-ÿ…–—’´·\xa0\xad]")
_MIXED = lazy_re("[\u0370-\u04ff\u2200-\u25ff](?<=[A-Za-z].)")
_CALM = frozenset(
    "éèàçêâîôûùëïœäöüßáíóúñìòãåøæÉÈÀÇÊÎÔŒÄÖÜÁÍÓÚÑÅØÆ’‘“”„‚«»–—…€\xa0\u202f\u2009\u2011°§·•½²³º×™©®ª¿¡‹›`=%?&\\"
)
_LONE = frozenset("âÃÂ")
_MARKS = frozenset("’‘“”„‚«»–—…€\xa0\u202f\u2009\u2011°·•½²³º™©®ª")
_HIDDEN = lazy_re(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u1680\u180e\u2000-\u2008\u200a-\u200f\u2028-\u202e\u205f-\u206f"
    "\ud800-\udfff\uf0b7\ufb00-\ufb06\ufdd0-\ufdef\ufeff\ufff9-\uffff\uff01-\uff5e\u3000\U000e0001]"
)


def may_be_bad(text: str) -> bool:
    """False when ftfy certainly sees no mojibake; True when only a closer look can tell.

    >>> may_be_bad("L’été à Genève, «déjà»…"), may_be_bad("dÃ©jÃ ")
    (False, True)
    """
    return not text.isascii() and _looks_bad(text, frozenset(text))


def _looks_bad(text: str, have: frozenset[str]) -> bool:
    """`have` holds at least the characters of the text beyond ASCII; what it lacks need not be looked for."""
    if any("\x80" <= c <= "\x9f" for c in have) or any(rare in text for rare in _RARE if rare[1] in have):
        return True
    if not have.isdisjoint(_SINGLES) and _SINGLE.search(text):
        return True
    for pattern in (_PAIR, _AFTER_SYMBOL) if not have.isdisjoint(_SYMBOLS_FIRST) else (_PAIR,):
        for match in pattern.finditer(text):
            if _CLOSER.search(text, max(0, match.start() - 2), match.end() + 2):
                return True
    return False


def may_be_odd(line: str) -> bool:
    """Whether two neighbours beyond ASCII could be a sequence of any charset; False for most clean lines.

    >>> may_be_odd("größer, créée"), may_be_odd("lâ€™été")
    (False, True)
    """
    return _PAIR.search(line) is not None or _ODD.search(line) is not None


class Needs(NamedTuple):
    """What a text shows: signs of escapes or entities, of wrong letters, of lost letters, of what no reader sees."""

    ascii: bool
    letters: bool
    lost: bool
    hidden: bool


def needs(text: str, hint: str | None) -> Needs:
    """Which groups of steps a text, its lines joined, could need; all False for clean text.

    >>> any(needs("Tom & Jerry: «L’été à Genève»", None)), needs("l&rsquo;été", None).ascii
    (False, True)
    """
    have = frozenset(
        text.encode("utf-8", "surrogatepass").translate(None, _CALM_ASCII).decode("utf-8", "surrogatepass")
    )
    lost = "\ufffd" in have or ("?" in have and _ASKED.search(text) is not None)
    coded = (("u00" in text or "u20" in text) and _BARE.search(text) is not None) or (
        text.isascii() and 12 * text.count(" ") < len(text) and _BARE_FAR.search(text) is not None
    )
    if not have:
        return Needs(coded, letters=False, lost=False, hidden=False)
    coded = coded or not _ascii_is_calm(text, have)
    hidden = any(c < " " or c == "\x7f" for c in have) or not _is_normal(text, have)
    hidden = hidden or ("`" in have and _GRAVE.search(text) is not None)
    if text.isascii():
        return Needs(coded, letters=False, lost=lost, hidden=hidden)
    letters = not _letters_are_calm(text, have, hint)
    return Needs(coded, letters, lost, hidden or letters)


def _ascii_is_calm(text: str, have: frozenset[str]) -> bool:
    if "\\" in have:
        return False
    return not (
        ("&" in have and _ENTITY.search(text))
        or ("%" in have and _ESCAPE.search(text))
        or ("=" in have and _QUOTED.search(text))
    )


def _is_normal(text: str, have: frozenset[str]) -> bool:
    odd = [c for c in have if _HIDDEN.match(c)]
    if odd and not (all(map(_is_cjk_width, odd)) and any("\u3040" <= c <= "\u9fff" or "가" <= c <= "힣" for c in have)):
        return False
    return unicodedata.is_normalized("NFC", text)


def _is_cjk_width(char: str) -> bool:
    return char == "\u3000" or "\uff01" <= char <= "\uff5e"


def _letters_are_calm(text: str, have: frozenset[str], hint: str | None) -> bool:
    if _looks_bad(text, have) or _CASE.search(text) or "´" in have or "¨" in have:
        return False
    strange = have - _CALM
    if "â" in have and not any("\xc0" <= c <= "\u024f" for c in have - _LONE):
        return False
    if not strange:
        return True
    if _MIXED.search(text):
        return False
    latin = frozenset(c for c in strange if c < "\u0250" and c != "\xad")
    if not latin:
        return True
    language = language_of(text, hint)
    return language is not None and latin <= language.own | language.foreign | _MARKS
