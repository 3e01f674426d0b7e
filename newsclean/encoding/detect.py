"""Detection: the charset of bytes that declare none, by how plausible the decoded text is.

Every candidate decodes a sample of the bytes. For Latin charsets each character beyond ASCII is scored by whether the language
(found by its ASCII words) uses it there; for Chinese, Japanese and Korean, whether ideographs are among the frequent ones of
the national standard; for other scripts, which share of the letters is frequent. charset_normalizer is asked last.
"""

from __future__ import annotations

import re

from newsclean.encoding.charsets import decode_single_byte
from newsclean.encoding.orthography import Orthography, find_orthography
from newsclean.patterns import lazy_re

_TAGS = lazy_re(rb"<(script|style)\b.{0,200000}?</\1>|<[^<>]{0,2000}>", re.DOTALL | re.IGNORECASE)
_MAX_SAMPLE = 60_000  # bytes of text without tags that are scored; more do not change the result
_LATIN = ("cp1252", "cp1250", "iso8859-2", "cp1254", "iso8859-15", "mac-roman", "cp850", "cp437", "cp1257")
_CYRILLIC = ("cp1251", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic")
_FREQUENT_CYRILLIC = frozenset("оеаинтсрвлкмдпуяыьгзбчйхжшюіїє")
_HEBREW = frozenset(map(chr, range(0x5D0, 0x5EB)))
_ARABIC = frozenset(map(chr, range(0x620, 0x655)))
_GREEK = frozenset("αειοτνσςρπκμλυηάέίόύώήθδγβφχωξζψ")
_SCRIPTS: dict[str, frozenset[str]] = {
    **dict.fromkeys(_CYRILLIC, _FREQUENT_CYRILLIC),
    "cp1255": _HEBREW,
    "cp1256": _ARABIC,
    "cp1253": _GREEK,
}
_FREQUENT_IDEOGRAPHS = {  # where the frequent ideographs of a charset are: charset, first and last lead byte
    "gb18030": ("gb2312", 0xB0, 0xD7),
    "cp932": ("cp932", 0x88, 0x97),
    "euc_jp": ("euc_jp", 0xB0, 0xCF),
    "cp949": ("euc_kr", 0xCA, 0xFD),
    "big5hkscs": ("big5", 0xA4, 0xC6),
}
_JAPANESE = frozenset(("cp932", "euc_jp"))
_MARKS = frozenset("’“”‘„–—…«»‚€°§®©·•\xa0¿¡ªº²³½¼×µ№´")
_RUN = lazy_re(r"[^\x00-\x7f]+")


def detect(raw: bytes) -> str | None:
    """Return the most likely charset of bytes that are not UTF-8, or None if they are ASCII.

    >>> detect("Der Präsident der Republik ist in die Stadt gekommen, größer".encode("cp1252"))
    'cp1252'
    """
    sample = _TAGS.sub(b" ", raw[: 4 * _MAX_SAMPLE])[:_MAX_SAMPLE]
    if sample.isascii():
        sample = raw[:_MAX_SAMPLE]
    high = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    if not high:
        return None
    orthography = find_orthography(sample.decode("ascii", "ignore"))
    scores = {codec: _single_byte_score(decode_single_byte(sample, codec), orthography) for codec in _LATIN}
    scores |= {codec: _multibyte_score(sample, codec, orthography) for codec in _FREQUENT_IDEOGRAPHS}
    best = max(scores, key=lambda codec: scores[codec])
    if scores[best] >= 0.6 * high:
        return best
    return _by_script(sample) or (best if scores[best] >= 0.3 * high else _ask_charset_normalizer(sample) or best)


def _single_byte_score(text: str, orthography: Orthography | None) -> float:
    """Return the number of characters beyond ASCII that are where a writer of the language puts them, less the others."""
    own = orthography.own if orthography else frozenset("éèàçêäöüßáíóúñ")
    foreign = orthography.foreign if orthography else frozenset("âîôûùëïœãõåæø")
    score = 0.0
    for match in _RUN.finditer(text):
        before = text[match.start() - 1 : match.start()]
        for char in match.group():
            score += _letter_score(char, before, own, foreign)
            before = char
    return score


def _letter_score(char: str, before: str, own: frozenset[str], foreign: frozenset[str]) -> float:
    if "\x80" <= char <= "\x9f":
        return -3
    if char in own or char in foreign:
        value = 1.0 if char in own else 0.5
        return value - 1.5 if char.isupper() and before.islower() else value
    if char in _MARKS:
        return 0.9 if not (before.isalpha() and char in "¿¡„‚´½¼²³×°") else -0.5
    return -0.5 if char.isalpha() else -1


def _by_script(sample: bytes) -> str | None:
    """Return the 8-bit charset of Cyrillic, Greek, Hebrew or Arabic that gives the most frequent letters, or None."""
    best, best_share = None, 0.75
    for codec, letters in _SCRIPTS.items():
        text = "".join(_RUN.findall(decode_single_byte(sample, codec)))
        alphabetic = [c for c in text if c.isalpha()] or ["?"]
        share = sum(c in letters for c in alphabetic) / len(alphabetic) * len(alphabetic) / max(1, len(text))
        if share > best_share:
            best, best_share = codec, share
    return best


def _multibyte_score(sample: bytes, codec: str, orthography: Orthography | None) -> float:
    """Return the score of a Chinese, Japanese or Korean charset, in bytes as for `_single_byte_score`."""
    text = sample.decode(codec, "replace")
    own = orthography.own if orthography else frozenset("éèàçêäöüßáíóúñ")
    foreign = orthography.foreign if orthography else frozenset("âîôûùëïœãõåæø")
    score, before = 0.0, ""
    for match in _RUN.finditer(text):
        before = text[match.start() - 1 : match.start()]
        for char in match.group():
            asian = _ideograph_score(char, codec)
            score += 2 * (_letter_score(char, before, own, foreign) if asian is None else asian)
            before = char
        if len(match.group()) == 1 and before > "\u2e80" and text[match.end() : match.end() + 1].isalpha():
            score -= 3  # one ideograph inside a Latin word
    return score - 3 * text.count("\ufffd")


def _ideograph_score(char: str, codec: str) -> float | None:
    """Return the score of an East Asian character in a charset; None for any other character."""
    if "\uac00" <= char <= "\ud7a3":
        return 1.0
    if "\u3040" <= char <= "\u30ff":
        return 1.0 if codec in _JAPANESE else -0.3
    if "\u3000" <= char <= "\u303f" or "\uff01" <= char <= "\uff5e":
        return 0.8
    if char < "\u2e80":
        return None
    home, low, high = _FREQUENT_IDEOGRAPHS[codec]
    try:
        common = low <= char.encode(home)[0] <= high
    except UnicodeEncodeError:
        common = False
    return (-0.5 if codec == "cp949" else 0.6 if codec in _JAPANESE else 0.9) if common else -0.5


def _ask_charset_normalizer(sample: bytes) -> str | None:
    """Return the result of charset_normalizer, which knows far more charsets and is slower, or None."""
    try:
        import charset_normalizer
    except ImportError:
        return None
    best = charset_normalizer.from_bytes(sample, threshold=0.5).best()
    return None if best is None or best.encoding in ("ascii", "utf_8") else str(best.encoding)
