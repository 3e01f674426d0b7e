"""Locales, spaces, styles, rules by id, and what other paragraphs say."""

import pytest

from newsclean.edits import apply
from newsclean.errors import NewscleanError
from newsclean.typography import EDITORIAL, RULES, Locale, known_locales, locale_row, typeset


def run(text, locale, **options):
    return apply(text, typeset([text], locale, **options)[0])


def document(paragraphs, locale, **options):
    found = typeset(paragraphs, locale, **options)
    return [apply(text, edits) for text, edits in zip(paragraphs, found, strict=True)]


@pytest.mark.parametrize(
    ("name", "row"),
    [("fr-SN", "fr-FR"), ("fr", "fr-FR"), ("fr_CH", "fr-CH"), ("FR-ch", "fr-CH"), ("de-LU", "de-DE"), ("es-MX", "es-ES"), ("en_GB.UTF-8", "en-GB"),
     ("de-Latn-CH-1996", "de-CH"), ("pt", "pt-BR"), ("no", "nb-NO"), ("uk", "none"), ("xx-YY", "none")],
)  # fmt: skip
def test_locale_falls_back(name, row):
    assert locale_row(name).name == row


def test_none_is_an_unknown_language():
    assert locale_row(None) == locale_row("") == locale_row(None)
    assert run('l\'été "oui" ...', None) == 'l’été "oui" ...'


@pytest.mark.parametrize("name", ["klingon!!", "xx-", "f", "français", "fr-", "-CH", "fr CH"])
def test_malformed_locale_names_the_known_ones(name):
    with pytest.raises(NewscleanError, match="fr-CH"):
        locale_row(name)


def test_known_locales_have_rows():
    assert "fr-CH-guide" not in known_locales()
    assert all(isinstance(locale_row(name), Locale) for name in known_locales())


def test_a_row_can_be_given():
    assert run('un "mot"', locale_row("de-CH")) == "un «mot»"


def test_spaces():
    text = '"Quoi?" dit-il : 10 000'
    assert run(text, "fr-FR", spaces="nbsp") == "«\u00a0Quoi\u00a0?\u00a0» dit-il\u00a0: 10\u00a0000"
    assert run(text, "fr-FR", spaces="plain") == "« Quoi ? » dit-il : 10 000"
    assert run("«\u00a0Quoi\u202f?\u00a0»", "fr-FR", spaces="plain") == "« Quoi ? »"


def test_styles():
    assert run("'Oui!'", "fr-CH", style="guide") == "«\u202fOui\u202f!\u202f»"
    assert run("'Oui!'", "fr-CH", style="press") == "«Oui!»"
    with pytest.raises(NewscleanError, match="guide"):
        run("x", "fr-CH", style="book")


def test_rules_are_switched_off_by_id():
    text = '"L\'eau" ... 50%'
    assert run(text, "fr-FR", off={"quotes", "percent"}) == '"L’eau" … 50%'
    for rule in RULES:
        assert all(e.rule != rule for e in typeset([text], "fr-FR", off={rule})[0])


@pytest.mark.parametrize("options", [{"off": {"quote"}}, {"on": {"accent"}}, {"spaces": "thin"}])
def test_unknown_ids(options):
    with pytest.raises(NewscleanError, match="unknown"):
        run("x", "fr-FR", **options)


@pytest.mark.parametrize(
    ("rule", "text", "want"),
    [
        ("accents", "L'Etat et l'Ecole. A la fin, A-t-il", "L’État et l’École. À la fin, A-t-il"),
        ("ligatures", "le coeur, la soeur, coexister, un oeuf", "le cœur, la sœur, coexister, un œuf"),
        ("ordinals", "la 2ème fois, la 1ère, XXIème", "la 2e fois, la 1re, XXIe"),
        ("ranges", "2010-2015, 15-10, 078-55", "2010–2015, 15-10, 078-55"),
        ("times", "à 16h30 et 9h", "à 16\u00a0h\u00a030 et 9\u00a0h"),
        ("primes", "6'2\" de haut", "6′2″ de haut"),
        ("bind-abbrev", "M. Dupont, art. 3, p. 5", "M.\u00a0Dupont, art.\u00a03, p.\u00a05"),
    ],
)
def test_editorial_changes_are_asked_for(rule, text, want):
    assert rule in EDITORIAL
    assert run(text, "fr-FR", on={rule}) == want
    assert run(want, "fr-FR", on={rule}) == want
    assert rule not in {e.rule for e in typeset([text], "fr-FR")[0]}


def test_no_accents_on_capitals_in_switzerland():
    assert run("L’Etat", "fr-CH", on={"accents"}) == "L’Etat"


def test_the_text_chooses_its_dash():
    assert document(["Lui — hier — vient.", "Elle - demain - part."], "fr-FR")[1] == "Elle — demain — part."
    assert document(["Elle - demain - part."], "fr-FR") == ["Elle – demain – part."]


def test_swiss_guillemets_are_tight_or_spaced():
    assert document(["« Oui », dit-il.", "'Non', dit-elle."], "fr-CH") == [
        "«\u202fOui\u202f», dit-il.",
        "«\u202fNon\u202f», dit-elle.",
    ]
    assert document(["«Oui», dit-il.", "'Non', dit-elle."], "fr-CH") == ["«Oui», dit-il.", "«Non», dit-elle."]


def test_curly_quotes_in_use():
    assert document(["“Sì”, disse.", '"No", disse.'], "it-IT")[1] == "“No”, disse."
    assert document(["“Yes,” she said.", '"No," he said.'], "en-GB")[1] == "“No,” he said."


def test_a_quote_over_several_paragraphs():
    given = ['"Un premier jour sans fin.', '"Un deuxième, lui aussi.', 'Et le dernier", a-t-il dit.', '"Oui" ou "non']
    want = [
        "«\u00a0Un premier jour sans fin.",
        "«\u00a0Un deuxième, lui aussi.",
        "Et le dernier\u00a0», a-t-il dit.",
        '«\u00a0Oui\u00a0» ou "non',
    ]
    assert document(given, "fr-FR") == want
    for text in want:
        assert document([text], "fr-FR") == [text]


def test_a_line_break_is_a_space():
    assert run('Il dit : "non\n et oui" !', "fr-FR") == "Il dit\u00a0: «\u00a0non\n et oui\u00a0»\u202f!"
