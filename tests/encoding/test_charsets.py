"""Labels of charsets as pages declare them, and the decoding of single bytes."""

import codecs

import pytest

from newsclean.encoding.charsets import _BY_LABEL, codec_of, declared_labels, decode_single_byte, is_single_byte, table


@pytest.mark.parametrize(
    ("label", "codec", "why"),
    [
        ("klingon", None, "no browser knows it"),
        ("", None, "an empty declaration says nothing"),
        ("utf-7", None, "the WHATWG Encoding Standard leaves it out, since it hides markup"),
        ("ISO-8859-1", "cp1252", "browsers read it as windows-1252"),
        (" us-ascii ", "cp1252", "spaces around a label do not count"),
        ("Shift_JIS", "cp932", "punctuation and case do not count"),
        ("iso-8859-9", "cp1254", "browsers read it as windows-1254"),
        ("x-gbk", "gb18030", "a superset of GBK"),
        ("utf8mb4", "utf-8", "the name that MySQL gives to UTF-8"),
    ],
)
def test_codec_of_label(label, codec, why):
    assert codec_of(label) == codec, why


def test_every_label_leads_to_a_codec_of_python():
    assert all(codecs.lookup(codec) for codec in set(_BY_LABEL.values()))


def test_undefined_bytes_become_controls():
    assert decode_single_byte(b"\x81\x93ici\x94", "cp1252") == "\x81“ici”"
    assert all(len(table(codec)) == 256 for codec in ("cp1252", "koi8-r", "cp1255"))


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "gb18030", "big5hkscs", "euc_jp", "cp932", "cp949"])
def test_charsets_of_several_bytes(codec):
    assert not is_single_byte(codec)


@pytest.mark.parametrize("codec", ["cp1252", "koi8-r", "mac-roman", "cp874", "cp1255"])
def test_charsets_of_one_byte(codec):
    assert is_single_byte(codec)


@pytest.mark.parametrize(
    ("data", "header", "want"),
    [
        (b"", None, []),
        (b"", "text/html", []),
        (b"x" * 5_000 + b"<meta charset=utf-8>", None, []),
        (b"", "text/html; charset='latin1'", [("header", "latin1")]),
        (b"", "koi8-r", [("header", "koi8-r")]),
        (b"<meta http-equiv=x content='text/html; charset=big5'>", None, [("meta", "big5")]),
        (b"<?xml version='1.0' encoding='euc-kr'?>", "utf-8", [("header", "utf-8"), ("xml", "euc-kr")]),
    ],
)
def test_declared_labels(data, header, want):
    assert declared_labels(data, header) == want
