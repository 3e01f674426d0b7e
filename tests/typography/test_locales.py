"""Locales: one row each, and a new row is a new locale."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean import NewscleanError, clean
from newsclean.edits import apply
from newsclean.language import default_locale, find_locale, from_url, region_of
from newsclean.languages import added_languages, language_codes, locale_rows
from newsclean.typography import typeset
from newsclean.typography.locales import Locale, known_locales, locale_row, styled

LUXEMBOURG = """
[fr-LU]
extends = "fr-FR"
secondary = "‹›"
high = ""
high_mode = "remove"
domains = "lux"
region_strong = ["grand-duché"]
"""


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("fr-CH", "fr-CH"),
        ("fr_CH", "fr-CH"),
        ("fr-SN", "fr-FR"),
        ("fr", "fr-FR"),
        ("de_at.UTF-8", "de-AT"),
        ("zh", "none"),
        ("pt", "pt-BR"),
        ("pt-AO", "pt-BR"),
        ("en-ZA", "en-US"),
        ("no", "nb-NO"),
        ("nn-NO", "nb-NO"),
        ("nl", "nl-NL"),
        (None, "none"),
    ],
)
def test_rows_of_names(given: str | None, name: str) -> None:
    assert locale_row(given).name == name


@pytest.mark.parametrize("name", ["fr CH", "x", "france", "fr-CH/.."])
def test_what_is_no_name_is_an_error_that_lists_the_known_ones(name: str) -> None:
    with pytest.raises(NewscleanError, match=r"unknown locale .* Known: .*fr-CH"):
        locale_row(name)


def test_a_style_is_a_row_of_its_own() -> None:
    assert styled(locale_row("fr-CH"), "guide").inner_mode == "set"
    assert styled(locale_row("fr-CH"), "press") is locale_row("fr-CH")
    with pytest.raises(NewscleanError, match="unknown style of fr-CH 'guid', did you mean 'guide'"):
        styled(locale_row("fr-CH"), "guid")


@pytest.mark.parametrize(
    ("language", "name"), [("fr", "fr-FR"), ("pt", "pt-PT"), ("en", "en-US"), ("nl", "nl"), ("sw", "sw"), (None, None)]
)
def test_the_usual_place_of_a_language(language: str | None, name: str | None) -> None:
    assert default_locale(language) == name


def test_a_language_has_one_default_and_one_fallback() -> None:
    for language in language_codes():
        rows = [row for name, row in locale_rows().items() if name.split("-")[0] == language]
        assert sum("default" in row for row in rows) <= 1
        assert sum("fallback" in row for row in rows) <= 1


def test_a_domain_tells_one_place_of_a_language() -> None:
    told = [
        (name.split("-")[0], domain) for name, row in locale_rows().items() for domain in row.get("domains", "").split()
    ]
    assert len(set(told)) == len(told)


def test_what_tells_a_place_is_not_inherited() -> None:
    assert from_url("https://a.li/", "de") == "de-CH"
    assert region_of("de", "Der Bundesrat und der Nationalrat in der Schweiz") == "de-CH"


def test_a_new_row_is_a_new_locale(tmp_path: Path) -> None:
    (tmp_path / "locales.toml").write_text(LUXEMBOURG, "utf-8")
    text = 'Il a dit: "Non!" au conseil, hier soir, après le long débat de la commission.'
    with added_languages(tmp_path):
        assert "fr-LU" in known_locales()
        assert (locale_row("fr-LU").primary, locale_row("fr-LU").secondary) == ("«»", "‹›")
        assert find_locale("fr", text, "https://journal.lux/1") == "fr-LU"
        assert find_locale("fr", f"{text} Le Grand-Duché.") == "fr-LU"
        assert "«\u00a0Non!\u00a0»" in clean(text, url="https://journal.lux/1")
        assert "«\u00a0Non!\u00a0»" in clean(text, locale="fr-LU")
    assert "fr-LU" not in known_locales()
    assert locale_row("fr-LU").name == "fr-FR"
    assert "«\u00a0Non\u202f!\u00a0»" in clean(text, locale="fr-LU")


@pytest.mark.parametrize(
    ("name", "row"),
    [("fr-SN", "fr-FR"), ("fr", "fr-FR"), ("fr_CH", "fr-CH"), ("FR-ch", "fr-CH"), ("de-LU", "de-DE"), ("es-MX", "es-ES"), ("en_GB.UTF-8", "en-GB"),
     ("de-Latn-CH-1996", "de-CH"), ("pt", "pt-BR"), ("no", "nb-NO"), ("uk", "none"), ("xx-YY", "none")],
)  # fmt: skip
def test_locale_falls_back(name: str, row: str) -> None:
    assert locale_row(name).name == row


def test_none_is_an_unknown_language() -> None:
    assert locale_row(None) == locale_row("") == locale_row(None)
    text = 'l\'été "oui" ...'
    assert apply(text, typeset([text], None)[0]) == 'l’été "oui" ...'


@pytest.mark.parametrize("name", ["klingon!!", "xx-", "f", "français", "fr-", "-CH", "fr CH"])
def test_malformed_locale_names_the_known_ones(name: str) -> None:
    with pytest.raises(NewscleanError, match="fr-CH"):
        locale_row(name)


def test_known_locales_have_rows() -> None:
    assert "fr-CH-guide" not in known_locales()
    assert all(isinstance(locale_row(name), Locale) for name in known_locales())
