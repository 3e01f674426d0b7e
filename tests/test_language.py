"""Language and locale."""

from __future__ import annotations

import pytest

from newsclean.language import (
    find_damaged_language,
    find_language,
    find_locale,
    from_url,
    language_of_tag,
    region_of,
)

SENTENCES = {
    "fr": "Le ministre a annoncé que la réforme serait votée dans les prochains jours par les députés.",
    "de": "Der Minister hat angekündigt, dass die Reform in den nächsten Tagen beschlossen werden soll.",
    "en": "The minister said that the reform would be voted on in the next few days by the members.",
    "it": "Il ministro ha annunciato che la riforma sarà votata nei prossimi giorni dai deputati.",
    "es": "El ministro anunció que la reforma se votará en los próximos días por los diputados.",
    "pt": "O ministro anunciou que a reforma será votada nos próximos dias pelos deputados, mas não disse quando.",
    "nl": "De minister heeft aangekondigd dat de hervorming in de komende dagen door de kamer wordt goedgekeurd.",
    "ca": "El ministre ha anunciat que la reforma serà votada els pròxims dies pels diputats amb els seus grups.",
}


@pytest.mark.parametrize(("language", "text"), SENTENCES.items())
def test_language(language: str, text: str) -> None:
    assert find_language([text]) == language


@pytest.mark.parametrize("text", ["", "12'000", "Слава на героите", "日本語の文章です。", "Xqz vbn wrt plm", "OK"])
def test_no_language(text: str) -> None:
    assert find_language([text]) is None


def test_menu_does_not_count() -> None:
    assert find_language(["Home", "Sign in", "The latest", "Terms of use", SENTENCES["fr"]]) == "fr"


@pytest.mark.parametrize(
    ("language", "text", "locale"),
    [
        ("fr", "Le conflit a fait plus de 250'000 morts.", "fr-CH"),
        ("fr", "Le maire de Nantes a démissionné.", "fr-FR"),
        ("fr", "Le bourgmestre de Liège a démissionné.", "fr-BE"),
        ("fr", "Au Québec, le ministre a démissionné.", "fr-CA"),
        ("de", "Der Bundesrat hat entschieden, schliesslich.", "de-CH"),
        ("de", "Das heißt: Der Bundesrat in der Schweiz stimmt zu.", "de-DE"),
        ("sv", "Det är en dag.", "sv"),
        (None, "?", None),
    ],
)
def test_locale(language: str | None, text: str, locale: str | None) -> None:
    assert find_locale(language, text) == locale


def test_address_wins() -> None:
    assert find_locale("fr", "Le maire de Nantes", "https://a.ch/b") == "fr-CH"
    assert from_url("http://[broken", "fr") is None


def test_guillemets_tell_swiss_press() -> None:
    assert region_of("fr", "«Bonjour», a dit le maire de Lausanne.") == "fr-CH"
    assert region_of("fr", "« Bonjour », a dit le maire de Lausanne.") is None
    assert region_of("fr", "«Bonjour», a dit le maire.") is None


# damaged text


@pytest.mark.parametrize(("language", "text"), SENTENCES.items())
@pytest.mark.parametrize("lost", ["?", "\ufffd", "", "Ã©"])
def test_damage_does_not_hide_the_language(language: str, text: str, lost: str) -> None:
    assert find_damaged_language("".join(lost if c > "\x7f" else c for c in text)) == language


@pytest.mark.parametrize("text", ["", "12'000", "Слава на героите", "Xqz vbn wrt plm", "the"])
def test_damaged_text_without_known_words(text: str) -> None:
    assert find_damaged_language(text) is None


def test_a_few_words_tell_of_damaged_text_only() -> None:
    """Two words are enough for a text whose other words are torn, and prove nothing of one that is whole."""
    text = "le " + "xqz " * 30 + "des"
    assert find_damaged_language(text) == "fr"
    assert find_language([text]) is None


def test_only_languages_with_known_letters_are_found_in_damaged_text() -> None:
    assert find_language(["Yang dan di dengan untuk ini itu dari dalam tidak akan pada juga."]) == "id"
    assert find_damaged_language("yang dan di dengan untuk ini itu dari dalam tidak akan pada juga") != "id"


@pytest.mark.parametrize(
    ("tag", "code"), [("fr-CH", "fr"), ("FR_ch", "fr"), ("nn", "nb"), ("no-NO", "nb"), ("xx", "xx"), ("", "")]
)
def test_language_of_a_tag(tag: str, code: str) -> None:
    assert language_of_tag(tag) == code
