"""A folder is enough: a language that nobody speaks gets its rules, labels, detection, typography, repair and metadata from `toy/`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean import analyze, clean
from newsclean.edits import apply
from newsclean.encoding.orthography import find_orthography
from newsclean.encoding.repair import repair
from newsclean.language import find_damaged_language, find_language, find_locale
from newsclean.languages import added_languages
from newsclean.mending import Join, find_joins
from newsclean.profiles.keys import counting_key
from newsclean.rules.catalog import builtin_packs
from newsclean.typography import typeset

TOY = Path(__file__).parent / "toy"
PROSE = "Zor minsta hesk vel tanu brel osk lant ved dol marsu, tanu miku osk zor halvar vel tossa."
SHARE = "Delja zor"
TEXT = f"{PROSE}\n\n{PROSE.replace('marsu', 'orlu')}\n\n{SHARE}"


@pytest.fixture
def toy() -> Iterator[None]:
    with added_languages(TOY):
        yield


def set_in(locale: str, text: str) -> str:
    (edits,) = typeset([text], locale)
    return apply(text, edits)


@pytest.mark.usefixtures("toy")
def test_its_text_is_told() -> None:
    assert find_language([PROSE]) == "qaa"
    assert find_damaged_language("z?r hesk vel tanu zum") == "qaa"
    assert analyze(TEXT).language == "qaa"
    assert analyze(TEXT).locale == "qaa-QM"


@pytest.mark.usefixtures("toy")
def test_its_rules_label_its_furniture() -> None:
    (removed,) = analyze(TEXT).removed
    assert (removed.text, removed.label, removed.evidence[0].name) == (SHARE, "share", "qaa.share.bar")
    assert "qaa" in {pack.id for pack in builtin_packs()}


@pytest.mark.usefixtures("toy")
def test_its_quotes_spaces_and_dashes_are_those_of_its_row() -> None:
    assert set_in("qaa", 'Zor "minsta" hesk - vel! Osk?') == "Zor »minsta« hesk — vel\u00a0! Osk\u00a0?"
    assert set_in("qaa", "Zor \"minsta 'osk' vel\" hesk.") == "Zor »minsta ›osk‹ vel« hesk."
    assert set_in("qaa-QN", 'Zor "minsta" hesk.') == "Zor „minsta“ hesk."
    assert clean(f'{PROSE} Zor "minsta" hesk.') == f"{PROSE} Zor »minsta« hesk."


@pytest.mark.usefixtures("toy")
def test_its_words_take_an_apostrophe() -> None:
    assert set_in("qaa", "Hesk zu' tossa, br'osk.") == "Hesk zu’ tossa, br’osk."


@pytest.mark.usefixtures("toy")
def test_its_places_are_told_by_address_and_words() -> None:
    assert find_locale("qaa", PROSE) == "qaa-QM"
    assert find_locale("qaa", PROSE, "https://halvar.example/1") == "qaa-QN"
    assert find_locale("qaa", f"{PROSE} Bel Ostamar.") == "qaa-QN"


@pytest.mark.usefixtures("toy")
def test_its_lost_marks_are_repaired() -> None:
    language = find_orthography("", "qab-QM")
    assert language is not None
    assert (language.code, language.quotes, language.dash) == ("qaa", ("»", "«"), "—")
    line = "hesk vel tanu zor brel \ufffdminsta osk\ufffd lant ved grünn tøssa hålvar"
    (edits,) = repair([line], "qaa")
    assert apply(line, edits) == "hesk vel tanu zor brel »minsta osk« lant ved grünn tøssa hålvar"


@pytest.mark.usefixtures("toy")
def test_its_torn_lines_are_joined() -> None:
    lines = [
        "Zor minsta hesk vel tanu dol",
        "Halvar osk lant ved tossa, tanu miku osk zor marsu vel tossa brelu hesk osk lant.",
    ]
    assert find_joins(lines, lambda _: "\n", "qaa") == {1: Join(" ")}
    assert find_joins(lines, lambda _: "\n", "en") == {}


@pytest.mark.usefixtures("toy")
def test_its_counters_are_masked() -> None:
    assert counting_key("12 mikuton") == "{n} mikuton"


@pytest.mark.usefixtures("toy")
def test_its_metadata_are_read() -> None:
    article = analyze(f"Brelu hesk tanu\n\nSkrev Ola Marn\n\nUtlagt 3. prumar 2024\n\n{TEXT}\n\nBilka: Ida Tosk")
    assert (article.authors, article.credits) == (["Ola Marn"], ["Ida Tosk"])
    assert str(article.date) == "2024-01-03"
    assert article.text.startswith("Brelu hesk tanu\n\nZor minsta")


def test_nothing_of_it_is_left_behind() -> None:
    with added_languages(TOY):
        assert analyze(TEXT).removed
    assert find_language([PROSE]) != "qaa"
    assert analyze(TEXT).removed == ()
    assert "qaa" not in {pack.id for pack in builtin_packs()}
    assert set_in("qaa", 'Zor "minsta" hesk!') == 'Zor "minsta" hesk!'
    assert counting_key("12 mikuton") == "12 mikuton"
