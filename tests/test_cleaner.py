"""The cleaner as a tuple of filters, and the options of clean()."""

from __future__ import annotations

import pickle

import pytest

import newsclean
from newsclean import Cleaner, NewscleanError, analyze, clean, filters
from newsclean.article import Article

TEXT = "Le conseil n'a pas voté le budget de la ville lundi soir.\nPartager\nLire aussi : Un budget sans fin"


def test_default_order() -> None:
    assert Cleaner().names == (
        "fix_encoding",
        "mend_lines",
        "label_blocks",
        "drop_ads",
        "drop_share",
        "drop_newsletter",
        "drop_related",
        "drop_footer",
        "drop_metadata",
        "typography",
        "join_blocks",
        "read_metadata",
    )


def test_a_cleaner_is_a_filter() -> None:
    inner = Cleaner(filters.drop_share, name="shares")
    assert Cleaner(inner, filters.drop_related)(TEXT) == "Le conseil n'a pas voté le budget de la ville lundi soir."


def test_on_text_and_on_article() -> None:
    article = analyze(TEXT, keep={"share", "related"})
    assert isinstance(filters.drop_share(article), Article)
    assert "Partager" not in filters.drop_share(article).text
    assert filters.drop_share(TEXT) == TEXT.replace("Partager\n", "")


def test_filters_alone_leave_the_layout() -> None:
    assert filters.typography("fr-FR")("L'été\n\n\n d'ici") == "L’été\n\n\n d’ici"
    assert filters.fix_encoding("Ã©tÃ©\r\n\r\n") == "été\r\n\r\n"
    assert filters.fix_encoding("\rÃ©tÃ©\r\rhiver\r\n\r") == "\nété\n\nhiver\r\n\n"


def test_without_before_after_replace() -> None:
    def shout(article: Article) -> Article:
        blocks = tuple(block._replace(text=block.text.upper()) for block in article.blocks)
        return article.replace(blocks=blocks)

    swiss = Cleaner(filters.fix_encoding, filters.drop_share, filters.typography("fr-CH"))
    assert swiss.without("drop_share").names == ("fix_encoding", "typography")
    assert swiss.before("typography", shout).names == ("fix_encoding", "drop_share", "shout", "typography")
    assert swiss.after("typography", shout).names[-1] == "shout"
    assert swiss.replace("drop_share", shout).names == ("fix_encoding", "shout", "typography")
    assert swiss.before("typography", shout)("Il n'a rien dit au conseil lundi.") == "IL N’A RIEN DIT AU CONSEIL LUNDI."


def test_empty_cleaner_from_without() -> None:
    nothing = Cleaner(filters.drop_share).without("drop_share")
    assert nothing.names == ()
    assert nothing(TEXT) == TEXT


def test_unknown_filter_name() -> None:
    with pytest.raises(NewscleanError, match=r"unknown filter 'drop_shares', did you mean 'drop_share'\?"):
        Cleaner().without("drop_shares")


def test_not_a_filter() -> None:
    with pytest.raises(TypeError, match="not of int"):
        Cleaner(3)  # type: ignore[arg-type]


def test_pickled_cleaner_does_the_same() -> None:
    cleaner = Cleaner(filters.fix_encoding, filters.drop_share, filters.typography("fr-CH"))
    assert pickle.loads(pickle.dumps(cleaner))(TEXT) == cleaner(TEXT)


def test_keep_and_drop() -> None:
    assert "Partager" in clean(TEXT, keep={"share"})
    assert clean(TEXT, keep={"furniture"}).count("\n\n") == 2
    assert clean("Un titre du jour\n\n" + TEXT, drop={"title", "kicker"}).startswith("Le conseil")
    assert clean(TEXT, drop={newsclean.Label.PARAGRAPH, "lead"}) == ""


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"keep": {"adds"}}, r"unknown label 'adds', did you mean 'ads?'\?"),
        ({"keep": {"ad"}, "drop": {"ad"}}, "both keep and drop"),
        ({"keep": "share"}, "given as a set"),
        ({"locale": "klingon!"}, "unknown locale 'klingon!'. Known: "),
        ({"kind": "pdf"}, "unknown kind 'pdf'"),
    ],
)
def test_bad_options(options: dict, message: str) -> None:
    with pytest.raises(NewscleanError, match=message):
        clean(TEXT, **options)


@pytest.mark.parametrize("source", [None, 3, 2.5, ["a"], object()])
def test_wrong_type(source: object) -> None:
    with pytest.raises(TypeError, match="str or bytes"):
        clean(source)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="str or an Article"):
        filters.drop_ads(source)  # type: ignore[call-overload]


@pytest.mark.parametrize("source", ["", " \n\t ", b"", "\u00a0\n\u2028", "\ufeff"])
def test_nothing_in_nothing_out(source: str | bytes) -> None:
    assert clean(source) == ""


def test_odd_input_gets_a_result() -> None:
    assert clean("Bonjour") == "Bonjour"
    assert isinstance(clean(bytes(range(256)) * 8), str)
    assert "\x00" not in clean("Le conseil a voté\x00 le budget de la ville.")
    assert clean("un \ud800 deux et trois").encode("utf-8")


def test_a_language_without_a_pack_is_left_alone() -> None:
    text = "Բարեւ ձեզ, սա հայերեն տեքստ է։\n\nԵվս մեկ տող։"
    assert clean(text) == text


def test_many() -> None:
    assert list(newsclean.clean_many([TEXT, TEXT], keep={"share"})) == [clean(TEXT, keep={"share"})] * 2
    assert [article.text for article in newsclean.analyze_many([TEXT])] == [clean(TEXT)]


def test_public_names() -> None:
    for name in newsclean.__all__:
        assert getattr(newsclean, name) is not None
    with pytest.raises(AttributeError):
        _ = newsclean.nothing
    assert "clean" in dir(newsclean)


def test_strictness() -> None:
    careful, strict = (
        Cleaner().replace("label_blocks", filters.LabelBlocks(strictness=how)) for how in ("careful", "strict")
    )
    assert len(careful(TEXT)) >= len(strict(TEXT))
    with pytest.raises(NewscleanError, match="did you mean 'strict'"):
        filters.LabelBlocks(strictness="strickt")
