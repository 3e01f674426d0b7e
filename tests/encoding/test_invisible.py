"""Characters that no reader sees, and characters in another form than texts are written in."""

import pytest

from newsclean.encoding.invisible import join_surrogates, repair_invisible
from tests.encoding.steps import after


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("10\xa0000\u202f€", "no-break spaces are typography"),
        ("می\u200cخواهم", "Persian needs its non-joiner"),
        ("👨\u200d👩\u200d👧", "an emoji of several parts needs its joiners"),
        ("日本語\u3000テスト", "the ideographic space belongs to Japanese"),
        ("ＡＢＣです", "full-width letters belong to Japanese"),
        ("`code´ e´", "one accent beside a letter is not enough"),
        ("a\tb", "a tabulator is a space"),
    ],
)
def test_stays(line, why):
    assert after(repair_invisible, line) == line, why


@pytest.mark.parametrize(
    ("line", "want", "why"),
    [
        ("gou\xadver\xadne\u200bment\ufeff", "gouvernement", "soft hyphens, zero-width spaces, byte order marks"),
        ("a\u200db", "ab", "a joiner between Latin letters"),
        ("\x1b[31mrouge\x1b[0m", "rouge", "colours of a terminal"),
        ("un\u2028deux", "un\ndeux", "a line separator is a line break"),
        ("un\x0bdeux", "un deux", "a vertical tabulator is a space"),
        ("\x93non\x94", "“non”", "C1 controls are windows-1252"),
        ("a\x00b\x7f", "ab", "other controls"),
        ("\uf0b7 point", "point", "the bullet of the Symbol font"),
        ("ﬁn, ﬂeuve, aﬀaire", "fin, fleuve, affaire", "ligatures of PDF"),
        ("un\u2003deux", "un deux", "an em space"),
        ("ＡＢＣ １", "ABC 1", "full-width letters in Latin text"),
        ("e\u0301te\u0301", "été", "normal form C"),
        ("e´te´ fore`t", "été forèt", "accents beside their letters, two different ones"),
    ],
)
def test_repaired(line, want, why):
    assert after(repair_invisible, line) == want, why


def test_surrogates():
    assert after(join_surrogates, "\ud83d\ude00 \ud83d") == "😀 \ufffd"
    assert after(join_surrogates, "rien") == "rien"
