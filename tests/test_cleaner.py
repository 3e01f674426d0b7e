"""The cleaner as a tuple of filters, and the options of clean()."""

from __future__ import annotations

import inspect
import pickle

import pytest

import newsclean
from newsclean import Cleaner, Label, NewscleanError, Pack, Profile, Profiles, Rule, analyze, clean, filters
from newsclean.article import Article
from newsclean.cleaner import _build_cleaner, build_cleaner
from newsclean.options import Options

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
    with pytest.raises(TypeError, match="takes filters, not int"):
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


@pytest.mark.parametrize(
    "url", ["http://[bad", "http://[::1", "//", "::", "\ud800", "http://a.example:99999999/", "a" * 10_000]
)
def test_an_address_that_is_none(url: str) -> None:
    text = "Le port rouvre\n\nLe conseil a voté le budget de la ville lundi soir.\n\nPartager"
    article = analyze(text, url=url)
    assert article.text == clean(text, url=url) == clean(text)
    assert article.title == "Le port rouvre"


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


HEAD = """\
Accueil
Région
Sports
Magazine
Abonnements
Boutique
Mon compte
Un titre du jour
Le conseil n'a pas voté le budget de la ville lundi soir, a dit le syndic à la presse.
Les comptes de l'année seront présentés au public en avril, après leur révision par la fiduciaire.
"""
TAILS = (
    (
        "Un chat traverse la vallée à pied, sa maîtresse le suit\n"
        "Le bac est resté à quai toute la semaine à cause du vent, et les pendulaires ont pris le car.\n"
        "Notre photographe a suivi les pompiers pendant une nuit.\nTrois idées pour le week-end\nPartager\n"
        "La piscine rouvre dimanche\nIl neige sur les hauteurs ce matin."
    ),
    "Info routes\nDeux kilomètres de bouchon près de Morges\nEnvoyez-nous vos photos\nMentions légales\nContact",
    "Une semaine au bord du lac\nTrois idées pour le week-end\nQuand la neige manque, on marche\nContact",
    "Il neige sur les hauteurs ce matin.\nJeu du mois: gagnez deux billets\nContact\nPlan du site",
    (
        "Le bac revient vendredi, la ligne du lac reprend\nUne enquête de notre rédaction\n"
        "Tous les jeudis à 20h, le débat de la rédaction\nPartager\nContact"
    ),
    "Le coin des lecteurs\nLe fromage, une passion de famille\nVotre avis nous intéresse\nPlan du site",
)


def test_strictness() -> None:
    """The surer it must be that a line is article text, the less stays."""
    levels = ("careful", "normal", "strict")
    kept = {how: [set(clean(HEAD + tail, strictness=how).split("\n")) for tail in TAILS] for how in levels}
    for careful, normal, strict in zip(*kept.values(), strict=True):
        assert strict <= normal <= careful
    assert sum(map(len, kept["strict"])) < sum(map(len, kept["careful"]))
    for how in levels:
        text = clean(HEAD + TAILS[0], strictness=how)
        assert analyze(HEAD + TAILS[0], strictness=how).text == text
        assert Cleaner().replace("label_blocks", filters.LabelBlocks(strictness=how))(HEAD + TAILS[0]) == text
    assert clean(HEAD + TAILS[0]) == clean(HEAD + TAILS[0], strictness="normal")
    with pytest.raises(NewscleanError, match="did you mean 'strict'"):
        filters.LabelBlocks(strictness="strickt")


class Learned:
    """What a profile is to a cleaner."""

    def __init__(self) -> None:
        self.asked: list[str | None] = []

    def pack(self, url: str | None = None) -> Pack | None:
        self.asked.append(url)
        rule = Rule("profile.corner", Label.NAV, lines=("le coin des lecteurs",))
        return Pack("profile", (rule,)) if url and "example.ch" in url else None


def test_profile() -> None:
    learned = Learned()
    text = "Le conseil n'a pas voté le budget de la ville lundi soir.\n\nLe coin des lecteurs"
    (removed,) = analyze(text, profile=learned, url="https://example.ch/1").removed
    assert (removed.source, removed.evidence[0].name) == ("Le coin des lecteurs", "profile.corner")
    assert "lecteurs" in clean(text, profile=learned)
    assert "lecteurs" in clean(text, profile=learned, url="https://example.org/1")
    assert learned.asked == ["https://example.ch/1", None, "https://example.org/1"]


def test_the_profiles_that_were_learned() -> None:
    days = ("lundi", "mardi", "jeudi")
    texts = [f"Le conseil a voté {a} {day}.\nLe coin des lecteurs" for a in ("le budget", "la taxe") for day in days]
    for profile in (Profile.learn(texts), Profiles.learn(("example.ch", text) for text in texts)):
        assert "lecteurs" not in clean(texts[0], profile=profile, url="https://www.example.ch/1")
    assert "lecteurs" in clean(texts[0], profile=profile, url="https://example.org/1")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"profile": 3}, "profile is a Profile or Profiles, not int"),
        ({"profile": "sites.toml"}, "profile is a Profile or Profiles, not str"),
        ({"profile": {}}, "profile cannot be a dict"),
        ({"format": ["text"]}, "format cannot be a list"),
        ({"strictness": {"strict"}}, "strictness cannot be a set"),
        ({"locale": ["fr"]}, "locale cannot be a list"),
        ({"url": ["https://example.ch"]}, "url cannot be a list"),
    ],
)
def test_options_of_another_type(options: dict, message: str) -> None:
    for function in (clean, analyze):
        with pytest.raises(TypeError, match=message):
            function(TEXT, **options)


def test_cleaners_are_kept_but_not_without_end() -> None:
    _build_cleaner.cache_clear()
    strict = build_cleaner(Options(strictness="strict"))
    assert build_cleaner(Options(strictness="strict", url="https://example.ch/1")) is strict
    most = _build_cleaner.cache_info().maxsize
    for _ in range(most + 8):
        clean("", profile=Learned())
    assert _build_cleaner.cache_info().currsize == most


def test_clean_and_analyze_take_the_same_options() -> None:
    ours, theirs = (inspect.signature(function).parameters for function in (clean, analyze))
    assert ours == theirs
