"""Typesetting of paragraphs: the cases of keep.toml and set.toml, false positives first; options, and several paragraphs."""

import tomllib
from pathlib import Path

import pytest

from newsclean.edits import apply
from newsclean.errors import NewscleanError
from newsclean.typography import RULES, locale_row, typeset

HERE = Path(__file__).parent


def spaces(text):
    return text.replace("~", "\u00a0").replace("¦", "\u202f")


def load(name):
    rows = tomllib.loads((HERE / name).read_text(encoding="utf-8"))["case"]
    return [pytest.param(r, id=f"{r['locale']}: {r['why']}") for r in rows]


def check(row):
    locale = None if row["locale"] == "none" else row["locale"]
    text, want = spaces(row["text"]), spaces(row.get("want", row["text"]))
    edits = typeset([text], locale)[0]
    assert apply(text, edits) == want
    assert typeset([want], locale)[0] == ()


@pytest.mark.parametrize("row", load("keep.toml"))
def test_what_is_right_stays(row):
    check(row)


@pytest.mark.parametrize("row", load("set.toml"))
def test_what_is_wrong_is_set(row):
    check(row)


def run(text, locale, **options):
    return apply(text, typeset([text], locale, **options)[0])


def document(paragraphs, locale, **options):
    found = typeset(paragraphs, locale, **options)
    return [apply(text, edits) for text, edits in zip(paragraphs, found, strict=True)]


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
