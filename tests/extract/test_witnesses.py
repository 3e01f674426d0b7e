"""What a witness keeps, searched without regard to spaces."""

import pytest

from newsclean.extract.tree import parse_html
from newsclean.extract.witnesses import MIN_PART, NO_WITNESS, PROBE, WitnessText, trafilatura_text
from tests.extract.pages import PROSE, article, page


def test_short_texts_must_be_a_line_of_their_own() -> None:
    witness = WitnessText(["Partager", "x" * MIN_PART + "y"])
    assert witness.share("Par tager") == 1.0
    assert witness.share("x" * (MIN_PART - 1)) == 0.0
    assert witness.share("x" * MIN_PART) == 1.0


def test_half_for_one_end_of_a_long_text() -> None:
    start, end = "a" * PROBE, "b" * PROBE
    assert WitnessText([start]).share(f"{start} {end}") == 0.5
    assert WitnessText([end]).share(f"{start} {end}") == 0.5
    assert WitnessText([f"{start}c{end}"]).share(f"{start} {end}") == 1.0


def test_bars_between_cells_do_not_matter() -> None:
    assert WitnessText(["Budget12 millions"]).share("Budget | 12 millions") == 1.0


def test_a_witness_without_text() -> None:
    assert not NO_WITNESS
    assert NO_WITNESS.share("Un texte.") == 0.0


def test_trafilatura_keeps_the_article() -> None:
    witness = trafilatura_text(parse_html(page(article())))
    assert [witness.share(text) for text in PROSE] == [1.0] * len(PROSE)
    assert witness.share("Impressum") == 0.0


def test_a_crash_of_trafilatura_does_not_lose_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("trafilatura.bare_extraction", crash)
    assert not trafilatura_text(parse_html(page(article())))
