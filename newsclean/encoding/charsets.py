"""Charsets: the labels that pages declare, and the decoders behind them.

The aliases follow the WHATWG Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels): what a page calls
ISO-8859-1 is windows-1252 in every browser. Names that Python and mail programs use are there too.
"""

from __future__ import annotations

import codecs
import functools
import re

from newsclean.patterns import lazy_re

# Python codec -> labels, without punctuation and in lower case
_LABELS = {
    "utf-8": "utf8 utf8mb4 unicode11utf8 unicode20utf8 xunicode20utf8 utf8sig cp65001",
    "utf-16-le": "utf16 utf16le unicode ucs2 iso10646ucs2 csunicode unicodefeff",
    "utf-16-be": "utf16be unicodefffe",
    "utf-32": "utf32 utf32le utf32be ucs4",
    "cp1252": "cp1252 windows1252 xcp1252 win1252 ansi iso88591 iso885911987 latin1 l1 isoir100 cp819 ibm819 csisolatin1 "
    "ascii usascii ansix341968 88591",
    "iso8859-15": "iso885915 latin9 l9 csisolatin9 latin0 885915",
    "cp1250": "cp1250 windows1250 xcp1250 win1250",
    "iso8859-2": "iso88592 iso885921987 latin2 l2 isoir101 csisolatin2 88592",
    "cp1251": "cp1251 windows1251 xcp1251 win1251",
    "cp1253": "cp1253 windows1253 xcp1253",
    "cp1254": "cp1254 windows1254 xcp1254 iso88599 iso885991989 latin5 l5 isoir148 csisolatin5 88599",
    "cp1255": "cp1255 windows1255 xcp1255",
    "cp1256": "cp1256 windows1256 xcp1256",
    "cp1257": "cp1257 windows1257 xcp1257",
    "cp1258": "cp1258 windows1258 xcp1258",
    "cp874": "cp874 windows874 iso885911 tis620 dos874",
    "iso8859-3": "iso88593 latin3 l3 isoir109",
    "iso8859-4": "iso88594 latin4 l4 isoir110",
    "iso8859-5": "iso88595 cyrillic isoir144 csisolatincyrillic",
    "iso8859-6": "iso88596 iso88596e iso88596i arabic isoir127 asmo708 ecma114",
    "iso8859-7": "iso88597 greek greek8 isoir126 ecma118 elot928 suneugreek",
    "iso8859-8": "iso88598 iso88598e iso88598i hebrew isoir138 visual logical",
    "iso8859-10": "iso885910 latin6 l6 isoir157",
    "iso8859-13": "iso885913",
    "iso8859-14": "iso885914",
    "iso8859-16": "iso885916",
    "koi8-r": "koi8r koi koi8 cskoi8r",
    "koi8-u": "koi8u koi8ru",
    "mac-roman": "macroman macintosh mac xmacroman csmacintosh",
    "mac-cyrillic": "maccyrillic xmaccyrillic xmacukrainian",
    "cp437": "cp437 ibm437 437",
    "cp850": "cp850 ibm850 850",
    "cp852": "cp852 ibm852 852",
    "cp866": "cp866 ibm866 866 csibm866",
    "gb18030": "gb18030 gbk xgbk gb2312 gb231280 cp936 chinese csgb2312 isoir58 euccn hz",
    "big5hkscs": "big5 big5hkscs cnbig5 csbig5 xxbig5 cp950",
    "cp932": "shiftjis sjis xsjis mskanji ms932 ms943 windows31j cswindows31j csshiftjis cp932",
    "euc_jp": "eucjp xeucjp ujis cseucpkdfmtjapanese",
    "iso2022_jp": "iso2022jp csiso2022jp",
    "cp949": "euckr cseuckr ksc5601 ksc56011987 ksc56011989 korean windows949 uhc cp949 isoir149",
}
_BY_LABEL = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}
_PUNCTUATION = lazy_re(r"[^a-z0-9]+")
_BYTES = bytes(range(256))
_DECLARED_WITHIN = 4_096  # bytes from the start in which a page declares its charset; browsers read 1,024, some pages put scripts first
_META = lazy_re(rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:()-]{2,40})", re.IGNORECASE)
_XML = lazy_re(rb"^\s{0,99}<\?xml[^>]{0,99}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_.:-]{2,40})[\"']", re.IGNORECASE)
_PARAMETER = lazy_re(r"charset\s*=\s*[\"']?\s*([^\s\"';,]+)", re.IGNORECASE)


def codec_of(label: str) -> str | None:
    """Return Python's name of a declared charset, or None if no browser knows it.

    >>> codec_of("ISO-8859-1"), codec_of("x-gbk"), codec_of("klingon")
    ('cp1252', 'gb18030', None)
    """
    return _BY_LABEL.get(_PUNCTUATION.sub("", label.strip().lower())[:40])


def declared_labels(data: bytes, charset: str | None) -> list[tuple[str, str]]:
    """Return the labels that a page declares, with the place of each: "header", "xml" or "meta".

    Args:
        data: The bytes of the page.
        charset: The name of a charset or a whole Content-Type header, if there is one.

    >>> declared_labels(b'<meta charset="latin1">', "text/html; charset=utf-8")
    [('header', 'utf-8'), ('meta', 'latin1')]
    """
    found = []
    if charset:
        parameter = _PARAMETER.search(charset)
        label = parameter.group(1) if parameter else charset
        if parameter or "/" not in label:
            found.append(("header", label))
    head = data[:_DECLARED_WITHIN]
    for how, pattern in (("xml", _XML), ("meta", _META)):
        if match := pattern.search(head):
            found.append((how, match.group(1).decode("ascii")))
    return found


@functools.lru_cache(maxsize=64)
def table(codec: str) -> str:
    r"""Return the 256 characters of a single-byte charset; undefined bytes are the controls of the same number.

    >>> table("cp1252")[0x80], table("cp1252")[0x81]
    ('€', '\x81')
    """
    return "".join(_character(byte, codec) for byte in range(256))


def _character(byte: int, codec: str) -> str:
    text = _BYTES[byte : byte + 1].decode(codec, "replace")
    return chr(byte) if text == "\ufffd" else text


def decode_single_byte(raw: bytes, codec: str) -> str:
    r"""Decode bytes in a single-byte charset; never fails, undefined bytes become controls.

    >>> decode_single_byte(b"caf\xe9 \x93ici\x94", "cp1252")
    'café “ici”'
    """
    return codecs.charmap_decode(raw, "strict", table(codec))[0]


@functools.lru_cache(maxsize=64)
def is_single_byte(codec: str) -> bool:
    """Return True if each byte of a charset is one character.

    >>> is_single_byte("koi8-r"), is_single_byte("gb18030")
    (True, False)
    """
    return len(_BYTES.decode(codec, "replace")) == 256 and not codec.startswith(
        ("utf", "gb", "big5", "euc", "iso2022", "cp9")
    )
