"""What goes on the model's word alone is marked, counted and noted."""

from __future__ import annotations

import pytest

from newsclean import analyze
from newsclean.article import Evidence
from newsclean.labels.guard import Doubt
from newsclean.labels.model_only import MODEL_ONLY, MODEL_ONLY_PROSE, count_model_only, model_only_name, model_only_note
from newsclean.labels.reasons import with_doubt

SHORT, PROSE, RULED = (Evidence(MODEL_ONLY),), (Evidence(MODEL_ONLY_PROSE),), (Evidence("fr.share.button"),)
ARTICLE = """Le pont de la Tine rouvre samedi

La commune rouvre samedi le pont de la Tine, fermé depuis la crue de mars. Les travaux ont coûté 250'000 francs.

Le syndic salue un chantier mené sans accident, et remercie les entreprises de la région pour leur travail.
"""


@pytest.mark.parametrize("doubt", Doubt)
@pytest.mark.parametrize("prose", [False, True])
def test_rules_metadata_and_repetition_are_more_than_the_models_word(doubt: Doubt, prose: bool) -> None:
    alone = model_only_name(with_doubt((), doubt, prose=prose))
    expected = MODEL_ONLY_PROSE if prose else MODEL_ONLY
    assert alone == ("" if doubt in (Doubt.RULE, Doubt.REPEATED) else expected)


def test_a_doubt_is_named_once() -> None:
    reasons = with_doubt((Evidence("furniture-words", 1.2),), Doubt.WORDS, prose=False)
    assert [reason.name for reason in reasons] == [MODEL_ONLY, "furniture-words"]


@pytest.mark.parametrize(
    ("removed", "lines", "note"),
    [
        ([], 0, ""),
        ([], 10, ""),
        ([RULED] * 9, 10, ""),
        ([SHORT] * 2, 10, "2 of 10 lines were removed on the model's word alone"),
        ([SHORT] * 2, 11, ""),
        ([SHORT, RULED, PROSE, SHORT], 41, "3 of 41 lines were removed on the model's word alone, 1 of them prose"),
        ([PROSE], 1000, "1 of 1000 lines was removed on the model's word alone, 1 of them prose"),
    ],
)
def test_a_note_for_prose_or_a_fifth_of_the_lines(removed: list[tuple[Evidence, ...]], lines: int, note: str) -> None:
    assert model_only_note(removed, lines) == note


def test_what_rules_remove_is_not_noted() -> None:
    article = analyze(f"{ARTICLE}\nPartager\nLire aussi : La crue en images\n")
    assert len(article.removed) == 2
    assert count_model_only(block.evidence for block in article.removed).lines == 0
    assert not article.notes


def test_a_menu_that_no_rule_knows_is_noted() -> None:
    menu = "\n".join(
        f"Rubrique {name}" for name in ("Zarbel", "Quintin", "Mofral", "Dandur", "Wespil", "Korvane", "Jaltis", "Urbol")
    )
    article = analyze(f"{menu}\n\n{ARTICLE}\n{menu.replace('Rubrique', 'Toute la page')}\nTous droits réservés\n")
    alone = [block for block in article.removed if model_only_name(block.evidence)]
    assert alone, "the model keeps this menu now: take another one"
    count = count_model_only(block.evidence for block in article.removed)
    assert f"{count.lines} of {len(article.blocks)} lines" in "".join(article.notes)


def test_a_line_that_the_caller_keeps_is_not_counted() -> None:
    menu = "\n".join(
        f"Rubrique {name}" for name in ("Zarbel", "Quintin", "Mofral", "Dandur", "Wespil", "Korvane", "Jaltis", "Urbol")
    )
    article = analyze(f"{menu}\n\n{ARTICLE}", keep={"furniture", "metadata"})
    assert not any("model's word" in note for note in article.notes)
