"""Pre-check: what proves, at the speed of C, that a text needs no repair, so that clean text costs next to nothing.

The pair scans are sound with respect to ftfy: where they find nothing, ftfy's `is_bad` finds nothing either. Nearly every
pattern of its heuristic needs two neighbours beyond ASCII of which one is no letter of Greek or Cyrillic; the rest holds
one of a few single characters. Source: ftfy 6.3, badness.py (Apache License 2.0).
"""

from __future__ import annotations

import re
import unicodedata

from newsclean.encoding.languages import language_of

_COMMON = "\xa0\xad\xb7\xb4\u2013\u2014\u2015\u2026\u2019"
_SYMBOLS = (
    "\x80-\x9f¦¤¨¬¯¸ƒˆˇ˘˛˜†‡‰⌐◊\ufffdªº¶§¢£¥₧€¡«¿©΄΅‘‚“„•‹\uf8ff®»˝”›™²³¹±¼½¾×µ÷⁄∂∆∏∑√∞∩∫≈≠≡≤≥№°"
    "│┌┐┘├┤┬┼═-╬▀▄█▌▐░▒▓"
)
_LATIN = "\xc0-\xd6\xd8-\xf6\xf8-\xff\u0100-\u017fȘșȚțﬁﬂ\u0490\u0491"
_FAR = "\u0386-\u03ce\u0401-\u045f"
_NEAR_FAR = re.compile(f"[{_SYMBOLS}{_LATIN}][{_SYMBOLS}{_LATIN}{_FAR}]")
_FAR_NEAR = re.compile(f"[{_FAR}][{_SYMBOLS}{_LATIN}]")
_SINGLES = re.compile("[\x80-\x9fŒœÂÃÎÐØÙ√]")
_RARE = ("вЂ", "ГўВЂВ")

_CALM_ASCII = bytes(c for c in range(32, 127) if chr(c) not in "&\\%=?`") + b"\t\n"
_ESCAPE = re.compile(r"%(?:u[0-9a-fA-F]{4}|[89a-fA-F][0-9a-fA-F])")
_QUOTED = re.compile(r"=[89a-fA-F][0-9a-fA-F]")
_ENTITY = re.compile(r"&(?:#|[A-Za-z]| [A-Za-z]{2,8};)")
_ASKED = re.compile(r"\?+[^\W\d_]")
_BARE = re.compile(r"u[0-9a-f]{4}")
_CASE = re.compile("(?<=[a-z])[À-ÖØ-ÞŒŠŽŸ¡-¿„“”‚‘…‡†ˆ‰€™•–—‹›˜ƒπ∑Ω∫≈∆◊√∞≠≤≥][a-zà-ÿ]")
_MIXED = re.compile("(?<=[A-Za-z])[\u0370-\u04ff\u2200-\u25ff]")
_CALM = frozenset("éèàçêâîôûùëïœäöüßáíóúñìòãõåøæÉÈÀÇÊÎÔŒÄÖÜÁÍÓÚÑÅØÆ’‘“”„‚«»–—…€\xa0\u202f\u2009\u2011°§·•½²³º×™©®ª¿¡‹›`=%?&\\")
_LONE = frozenset("âÃÂ")
_MARKS = frozenset("’‘“”„‚«»–—…€\xa0\u202f\u2009\u2011°·•½²³º™©®ª")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u1680\u180e\u2000-\u2008\u200a-\u200f\u2028-\u202e\u205f-\u206f"
    "\ud800-\udfff\uf0b7\ufb00-\ufb06\ufdd0-\ufdef\ufeff\ufff9-\uffff\uff01-\uff5e\u3000\U000e0001]"
)


def may_be_bad(text: str) -> bool:
    """False when ftfy certainly sees no mojibake; True when only a closer look can tell.

    >>> may_be_bad("L’été à Genève, «déjà»…"), may_be_bad("dÃ©jÃ ")
    (False, True)
    """
    return not text.isascii() and (
        _NEAR_FAR.search(text) is not None
        or _FAR_NEAR.search(text) is not None
        or _SINGLES.search(text) is not None
        or any(rare in text for rare in _RARE)
    )


def is_calm(text: str, hint: str | None) -> bool:
    """Whether a text, its lines joined, shows nothing that any step of the repair would touch.

    >>> is_calm("Tom & Jerry: «L’été à Genève»", None), is_calm("l&rsquo;été", None)
    (True, False)
    """
    have = frozenset(text.encode("utf-8", "surrogatepass").translate(None, _CALM_ASCII).decode("utf-8", "surrogatepass"))
    if "u0" in text or "u20" in text or "u1e" in text:
        if _BARE.search(text):
            return False
    if not have:
        return True
    if not _ascii_is_calm(text, have):
        return False
    return text.isascii() or (_is_normal(text, have) and _letters_are_calm(text, have, hint))


def _ascii_is_calm(text: str, have: frozenset[str]) -> bool:
    if "\\" in have or any(c < " " or c == "\x7f" for c in have):
        return False
    return not (
        ("&" in have and _ENTITY.search(text))
        or ("%" in have and _ESCAPE.search(text))
        or ("=" in have and _QUOTED.search(text))
        or ("?" in have and _ASKED.search(text))
        or ("`" in have and re.search("[A-Za-z]`", text))
    )


def _is_normal(text: str, have: frozenset[str]) -> bool:
    odd = [c for c in have if _HIDDEN.match(c)]
    if odd and not all(_is_cjk_width(c) for c in odd):
        return False
    return not odd and unicodedata.is_normalized("NFC", text)


def _is_cjk_width(char: str) -> bool:
    return char == "\u3000" or "\uff01" <= char <= "\uff5e"


def _letters_are_calm(text: str, have: frozenset[str], hint: str | None) -> bool:
    if may_be_bad(text) or _CASE.search(text) or "´" in have or "¨" in have:
        return False
    strange = have - _CALM
    if "â" in have and not any("\xc0" <= c <= "\u024f" for c in have - _LONE):
        return False
    if not strange:
        return True
    if _MIXED.search(text):
        return False
    latin = frozenset(c for c in strange if c < "\u0250")
    if not latin:
        return True
    language = language_of(text, hint)
    return language is not None and latin <= language.own | language.foreign | _MARKS
