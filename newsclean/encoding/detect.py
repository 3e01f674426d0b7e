"""Detection: the charset of bytes that declare none, by the words that they would spell."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsclean.encoding.charsets import decode_single_byte
from newsclean.encoding.languages import Language, language_of

_TAGS = re.compile(rb"<(script|style)\b.{0,200000}?</\1>|<[^<>]{0,2000}>", re.S | re.I)
_SAMPLE = 60_000  # bytes of text
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
_CJK = ("cp932", "gb18030", "cp949", "big5hkscs", "euc_jp")
_MARKS = frozenset("’“”‘„–—…«»‚€°§®©·•\xa0¿¡ªº²³½¼×µ№´")
_RUN = re.compile(r"[^\x00-\x7f]+")


def detect(raw: bytes) -> str | None:
    """The most likely charset of non-UTF-8 bytes, or None when nothing fits.

    >>> detect("Der Präsident der Republik ist in die Stadt gekommen, größer".encode("cp1252"))
    'cp1252'
    """
    sample = _TAGS.sub(b" ", raw[: 4 * _SAMPLE])[:_SAMPLE]
    if sample.isascii():
        sample = raw[:_SAMPLE]
    high = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    if not high:
        return None
    letters = sum(map(sample.count, b"aeinorst"))
    if high > letters:
        return _by_script(sample) or _outside(sample)
    language = language_of(sample.decode("ascii", "ignore"))
    scores = {codec: _latin_score(decode_single_byte(sample, codec), language) for codec in _LATIN}
    best = max(scores, key=lambda codec: scores[codec])
    if scores[best] >= 0.7 * high:
        return best
    return _by_script(sample) or _outside(sample) or best


def _latin_score(text: str, language: Language | None) -> float:
    """How many of the characters beyond ASCII stand where a writer of the language would put them."""
    own = language.own if language else frozenset("éèàçêäöüßáíóúñ")
    foreign = language.foreign if language else frozenset("âîôûùëïœãõåæø")
    score = 0.0
    for match in _RUN.finditer(text):
        before = text[match.start() - 1 : match.start()]
        for char in match.group():
            score += _worth(char, before, own, foreign)
            before = char
    return score


def _worth(char: str, before: str, own: frozenset[str], foreign: frozenset[str]) -> float:
    if "\x80" <= char <= "\x9f":
        return -3
    if char in own or char in foreign:
        worth = 1.0 if char in own else 0.5
        return worth - 1.5 if char.isupper() and before.islower() else worth
    if char in _MARKS:
        return 0.9 if not (before.isalpha() and char in "¿¡„‚´½¼²³×°") else -0.5
    return -0.5 if char.isalpha() else -1


def _by_script(sample: bytes) -> str | None:
    """Cyrillic, Greek, Hebrew or Arabic in one byte: the charset that gives the most of its frequent letters."""
    best, best_share = None, 0.75
    for codec, letters in _SCRIPTS.items():
        text = "".join(_RUN.findall(decode_single_byte(sample, codec)))
        alphabetic = [c for c in text if c.isalpha()] or ["?"]
        share = sum(c in letters for c in alphabetic) / len(alphabetic) * len(alphabetic) / max(1, len(text))
        if share > best_share:
            best, best_share = codec, share
    if best is None:
        return None
    return best if _multibyte(sample) is None else _multibyte(sample)


def _multibyte(sample: bytes) -> str | None:
    """A Chinese, Japanese or Korean charset that reads the bytes without error and gives frequent characters."""
    good = [(codec, _cjk_share(sample, codec)) for codec in _CJK]
    codec, share = max(good, key=lambda pair: pair[1])
    return codec if share > 0.6 else None


def _cjk_share(sample: bytes, codec: str) -> float:
    text = sample[: len(sample) - 1].decode(codec, "replace") if len(sample) > 40 else sample.decode(codec, "replace")
    runs = "".join(_RUN.findall(text))
    if not runs or text.count("\ufffd") * 50 > len(runs):
        return 0.0
    return sum(map(_is_common_cjk, runs)) / len(runs)


def _is_common_cjk(char: str) -> bool:
    """Kana, Hangul syllables, CJK punctuation, and ideographs that GB 2312 or Shift JIS level 1 hold."""
    if "\u3040" <= char <= "\u30ff" or "\uac00" <= char <= "\ud7a3" or "\u3000" <= char <= "\u303f":
        return True
    return "\uff01" <= char <= "\uff5e" or ("\u4e00" <= char <= "\u9fa5" and _is_level_one(char))


def _is_level_one(char: str) -> bool:
    for codec, low, high in (("gb2312", 0xB0, 0xD7), ("cp932", 0x88, 0x97), ("big5", 0xA4, 0xC6)):
        try:
            lead = char.encode(codec)[0]
        except UnicodeEncodeError:
            continue
        if low <= lead <= high:
            return True
    return False


def _outside(sample: bytes) -> str | None:
    """What charset_normalizer says; it knows far more charsets than this file, and is slower."""
    try:
        import charset_normalizer
    except ImportError:
        return _multibyte(sample)
    best = charset_normalizer.from_bytes(sample, threshold=0.5).best()
    return _multibyte(sample) if best is None or best.encoding in ("ascii", "utf_8") else str(best.encoding)


def charsets() -> Iterable[str]:
    """The charsets that are tried before charset_normalizer is asked.

    >>> "koi8-r" in charsets()
    True
    """
    return (*_LATIN, *_SCRIPTS, *_CJK)
