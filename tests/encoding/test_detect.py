"""The charset of bytes that declare none."""

import pytest

from newsclean.encoding.detect import detect

FRENCH = "Le président de la République est arrivé à Genève hier soir, a déclaré le maire."
GERMAN = "Der Präsident der Republik ist in die Stadt gekommen, größer und schöner als vorher."
POLISH = "Minister nie może się zgodzić na taką propozycję, która jest zła dla całego kraju."
CZECH = "Ministr řekl, že to není možné a že se vláda bude muset dohodnout příští týden."
TURKISH = "Bakan bunun mümkün olmadığını ve hükümetin gelecek hafta anlaşması gerektiğini söyledi."
RUSSIAN = "Министр сказал, что это невозможно и что правительство должно договориться."
GREEK = "Ο υπουργός είπε ότι αυτό δεν είναι δυνατό και ότι η κυβέρνηση θα συμφωνήσει."
HEBREW = "השר אמר כי הדבר אינו אפשרי וכי הממשלה תצטרך להגיע להסכמה בשבוע הבא"
ARABIC = "قال الوزير إن ذلك غير ممكن وإن الحكومة ستتوصل إلى اتفاق الأسبوع المقبل"
JAPANESE = "大臣は、それは不可能であり、政府は来週合意しなければならないと述べた。"
CHINESE = "部长表示，这是不可能的，政府下周必须达成一致。"
KOREAN = "장관은 그것이 불가능하며 정부가 다음 주에 합의해야 한다고 말했다."


def test_ascii_has_no_charset():
    assert detect(b"") is None
    assert detect(b"The minister said no.") is None


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (FRENCH, "cp1252"),
        (FRENCH, "mac-roman"),
        (FRENCH, "cp850"),
        (GERMAN, "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (CZECH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (ARABIC, "cp1256"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gb18030"),
        (KOREAN, "cp949"),
    ],
)
def test_detected(text, codec):
    raw = text.encode(codec, "replace")
    assert raw.decode(detect(raw)) == raw.decode(codec)


@pytest.mark.xfail(reason="a short text without frequent ASCII words is taken for western European", strict=True)
@pytest.mark.parametrize(("text", "codec"), [(TURKISH, "cp1254"), (GREEK, "cp1253"), (HEBREW, "cp1255")])
def test_known_failures(text, codec):
    raw = text.encode(codec, "replace")
    assert raw.decode(detect(raw), "replace") == raw.decode(codec)


def test_tags_and_scripts_are_no_text():
    page = "<p class='é'>" + "<script>var a = 'é';</script>" * 3 + POLISH + "</p>"
    assert detect(page.encode("cp1250", "replace")) == "cp1250"
