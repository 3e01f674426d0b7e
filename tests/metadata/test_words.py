"""The words of the grammar: each list is the union of all languages, and a folder is enough for a new one."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsclean.languages
from newsclean.languages import CORE, added_languages, language_codes, language_table, languages_with
from newsclean.metadata import find_agencies, find_dates, read_authors, read_credits, read_line
from newsclean.metadata.words import any_apostrophe, either_case, minutes_by_zone, word_lists
from newsclean.normal_forms import fold

FOLDER = Path(newsclean.languages.__file__).parent
CODES = (CORE, *languages_with("metadata"))
AS_WRITTEN = {"glued", "name_prefixes", "place_prefixes", "degrees", "after_slash"}
LISTS = [
    (code, section, name, words)
    for code in CODES
    for section, table in language_table(code, "metadata").items()
    if isinstance(table, dict)
    for name, words in table.items()
    if isinstance(words, list)
]
TOY = Path(__file__).parent.parent / "languages" / "toy"


@pytest.fixture
def toy() -> Iterator[None]:
    with added_languages(TOY):
        yield


def test_a_list_has_the_words_of_every_language() -> None:
    for _, section, name, words in LISTS:
        assert set(words) <= set(word_lists(section)[name]), (section, name)


def test_zones_have_minutes() -> None:
    assert minutes_by_zone("zones")["mesz"] == 120
    assert minutes_by_zone("zones_us")["et"] == -300


@pytest.mark.parametrize("code", CODES)
def test_words_are_folded_and_stand_once(code: str) -> None:
    for other, section, name, words in LISTS:
        if other == code:
            assert len(words) == len(set(words)) > 0, (section, name)
            assert name in AS_WRITTEN or [word for word in words if fold(word) != word] == [], (section, name)


@pytest.mark.parametrize("code", language_codes())
def test_no_language_has_a_list_that_no_other_explains(code: str) -> None:
    """A list is explained by the comment above it, in the folder of the first language that has it."""
    explained = {
        above_and_name[1].split(" = ")[0]
        for other in CODES
        for above_and_name in _pairs((FOLDER / other / "metadata.toml").read_text("utf-8"))
        if above_and_name[0].startswith("# ")
    }
    for other, section, name, _ in LISTS:
        assert other != code or section in ("months", "months_after_point") or name in explained, (section, name)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    lines = text.splitlines()
    return zip(lines, lines[1:], strict=False)


def test_a_pattern_takes_either_case_and_apostrophe() -> None:
    assert either_case(["von"]) == "(?:[vV]on)"
    assert any_apostrophe("l'") == "l['’]"


@pytest.mark.usefixtures("toy")
def test_an_added_language_has_its_bylines_and_dates() -> None:
    line = "Skrev Ann Lee osk Bo Berg, utlagt 3 Maju 2024 hud 12:30"
    assert read_line(line).label == "byline"
    assert read_authors(line) == ["Ann Lee", "Bo Berg"]
    (found,) = find_dates(line)
    assert (found.value, found.role) == (dt.datetime.fromisoformat("2024-05-03T12:30:00"), "published")
    (found,) = find_dates("renovud lundu 3 maju 2024")
    assert (found.text, found.role) == ("lundu 3 maju 2024", "updated")
    assert find_dates("3 horun passu")[0].role == "relative"


@pytest.mark.usefixtures("toy")
def test_an_added_language_has_its_agencies_credits_datelines_and_tags() -> None:
    assert find_agencies("Le Monde mol QAP") == ["QAP"]
    assert read_line("Agentu Qaari").label == "agency"
    assert read_line("Redaktu").label == "byline"
    assert read_credits("Bilka: Ann Lee zan QAP") == ["Ann Lee", "QAP"]
    assert read_line("HALVAR — Zor minsta hesk vel tanu brel osk lant ved dol marsu.").cuts[0].value == "HALVAR"
    assert read_line("Tagu: vel").label == "tags"


def test_nothing_of_it_is_left_behind() -> None:
    with added_languages(TOY):
        assert read_authors("Skrev Ann Lee osk Bo Berg") == ["Ann Lee", "Bo Berg"]
    assert read_line("Skrev Ann Lee osk Bo Berg").label is None
    assert find_agencies("QAP") == []
    assert find_dates("3 maju 2024") == []


def test_the_tables_are_toml() -> None:
    for code in CODES:
        text = (FOLDER / code / "metadata.toml").read_text("utf-8")
        assert tomllib.loads(text) == language_table(code, "metadata")
