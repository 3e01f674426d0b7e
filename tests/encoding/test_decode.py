"""Bytes to text: every way to be declared, undeclared, mixed, cut off or hostile."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.encoding.decode import decode
from newsclean.errors import NewscleanError

FRENCH = "Le président de la République a déclaré à l’Élysée que « c’est fini »."
PAGE = f"<html><head><meta charset='{{}}'></head><body><p>{FRENCH}</p></body></html>"


@pytest.mark.parametrize(
    ("raw", "encoding", "how"),
    [
        (FRENCH.encode(), "utf-8", "utf-8"),
        (b"\xef\xbb\xbf" + FRENCH.encode(), "utf-8", "bom"),
        (FRENCH.encode("utf-16"), "utf-16-le", "bom"),
        (b"\xfe\xff" + FRENCH.encode("utf-16-be"), "utf-16-be", "bom"),
        (FRENCH.encode("utf-16-le"), "utf-16-le", "utf-16"),
        (FRENCH.encode("utf-16-be"), "utf-16-be", "utf-16"),
        (FRENCH.encode("cp1252"), "cp1252", "detector"),
        (gzip.compress(FRENCH.encode()), "utf-8", "utf-8"),
        (gzip.compress(gzip.compress(FRENCH.encode())), "utf-8", "utf-8"),
        (memoryview(FRENCH.encode()), "utf-8", "utf-8"),
        (bytearray(FRENCH.encode()), "utf-8", "utf-8"),
    ],
)
def test_plain(raw, encoding, how):
    got = decode(raw)
    assert (got.text, got.encoding, got.errors, got.how) == (FRENCH, encoding, 0, how)


@pytest.mark.parametrize(
    ("text", "codec", "label"),
    [
        (FRENCH, "cp1252", "ISO-8859-1"),
        (FRENCH, "mac-roman", "macintosh"),
        ("Zażółć gęślą jaźń", "iso8859-2", "latin2"),
        ("Zażółć gęślą jaźń", "cp1250", "windows-1250"),
        ("Москва и Россия", "koi8-r", "KOI8-R"),
        ("Москва и Россия", "cp1251", "windows-1251"),
        ("İstanbul’da şehir", "cp1254", "iso-8859-9"),
        ("日本語の新聞", "shift_jis", "Shift_JIS"),
        ("中文新闻报道", "gb18030", "gb2312"),
        ("中文新聞報導", "big5", "Big5"),
        ("한국어 신문", "euc-kr", "EUC-KR"),
        ("שלום עולם", "cp1255", "windows-1255"),
    ],
)
def test_declared(text, codec, label):
    assert decode(text.encode(codec), label).text == text
    assert decode(text.encode(codec), f"text/html; charset={label}").how == "header"
    page = f"<meta http-equiv=Content-Type content='text/html; charset={label}'>{text}"
    assert decode(page.encode(codec)).text == page
    feed = f"<?xml version='1.0' encoding='{label}'?>{text}"
    assert (decode(feed.encode(codec)).text, decode(feed.encode(codec)).how) == (feed, "xml")


def test_a_wrong_declaration_does_not_matter_for_utf8():
    page = PAGE.format("iso-8859-1")
    assert decode(page.encode(), "text/html; charset=ISO-8859-1").text == page


def test_utf8_with_a_strange_byte():
    got = decode(FRENCH.encode() + b" \xa9 AFP", "utf-8")
    assert (got.text, got.how, got.errors) == (FRENCH + " © AFP", "mixed", 0)


@pytest.mark.parametrize(
    ("text", "wanted", "errors"),
    [
        ("Un \ud83d\ude00 été", "Un \U0001f600 été", 0),
        ("Un \ud83d été", "Un \ufffd été", 1),
        ("\udc00\ud83d", "\ufffd\ufffd", 2),
        ("Un \ud83d\ude00 \ufffd", "Un \U0001f600 \ufffd", 0),
    ],
)
def test_surrogates_in_utf8(text: str, wanted: str, errors: int) -> None:
    got = decode(text.encode("utf-8", "surrogatepass"))
    assert (got.text, got.errors, got.notes) == (wanted, errors, ("halves of surrogate pairs in UTF-8",))


def test_utf8_cut_off():
    got = decode(FRENCH.encode() + "’".encode()[:2])
    assert (got.text, got.errors) == (FRENCH + "\ufffd", 1)


def test_windows_1252_with_a_passage_in_utf8():
    raw = FRENCH.encode("cp1252") + " déjà à côté".encode()
    assert decode(raw, "iso-8859-1").text == FRENCH + " déjà à côté"


def test_an_unknown_charset_is_ignored_and_noted():
    got = decode(FRENCH.encode("cp1252"), "klingon-8")
    assert got.text == FRENCH
    assert any("klingon-8" in note for note in got.notes)


@pytest.mark.parametrize("name", ["hex", "rot13", "idna", "unicode_escape", "utf-7", "undefined", "\0", "x" * 10_000])
def test_codecs_that_are_no_charsets_are_ignored(name):
    assert decode(b"caf\xe9 et th\xe9", name).text == "café et thé"


def test_odd_length_utf16():
    got = decode(FRENCH.encode("utf-16-le")[:-1])
    assert got.text.startswith(FRENCH[:-1])
    assert got.errors == 1


def test_all_byte_values_and_empty():
    assert decode(b"").text == ""
    got = decode(bytes(range(256)) * 4)
    assert isinstance(got.text, str)


def test_gzip_bomb():
    bomb = gzip.compress(bytes(3_000_000))
    with pytest.raises(NewscleanError, match="max_size"):
        decode(bomb, max_size=1_000_000)
    with pytest.raises(NewscleanError, match="max_size"):
        decode(gzip.compress(bomb), max_size=1_000_000)
    with pytest.raises(NewscleanError, match="max_size"):
        decode(bytes(2_000), max_size=1_000)


def test_gzip_cut_off_or_false():
    packed = gzip.compress(FRENCH.encode() * 50)
    cut = decode(packed[:-20])
    assert cut.text.startswith("Le président")
    assert any("cut off" in note for note in cut.notes)
    assert decode(b"\x1f\x8bnot gzip").notes


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "gb18030", "utf-16", "iso-2022-jp", "nonsense"]))
def test_any_bytes_give_text(raw, charset):
    got = decode(raw, charset)
    assert isinstance(got.text, str)
    assert got.errors >= 0
