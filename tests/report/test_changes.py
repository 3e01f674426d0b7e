"""One entry for each change, with its reasons."""

from __future__ import annotations

from newsclean import analyze
from newsclean.article import Article, Block, Edit, Evidence, Label
from newsclean.report.changes import MAX_CONTEXT, MAX_REASONS, list_changes


def removed(*evidence: Evidence, label: Label | None = Label.SHARE) -> Article:
    return Article("Partager", (Block(0, 8, "Partager", "Partager", label=label, evidence=evidence, kept=False),))


def test_rules_are_reasons_and_weights_are_not() -> None:
    (found,) = list_changes(removed(Evidence("words", -1.2), Evidence("fr.share"), Evidence("core.share")))
    assert found.reasons == ("fr.share", "core.share")
    assert found.why == "words -1.2, fr.share, core.share"


def test_the_strongest_weight_stands_in_where_no_rule_matched() -> None:
    (found,) = list_changes(removed(Evidence("words", -1.2), Evidence("place", -0.4)))
    assert found.reasons == ("words",)
    assert list_changes(removed())[0].reasons == ()


def test_the_readable_line_is_short() -> None:
    (found,) = list_changes(removed(*(Evidence(f"rule-{n}") for n in range(9))))
    assert found.why.count(",") == MAX_REASONS - 1
    assert len(found.reasons) == 9


def test_a_block_without_a_label() -> None:
    assert list_changes(removed(label=None))[0].label == "other"


def test_a_piece_that_was_cut_out_has_its_label() -> None:
    edit = Edit(8, 17, " Partager", "", "core.share.word", "share")
    article = Article("Un titre Partager", (Block(0, 17, "Un titre Partager", "Un titre", (edit,)),))
    (found,) = list_changes(article)
    assert (found.label, found.start, found.end, found.before) == ("share", 8, 17, " Partager")


def test_an_edit_has_the_rest_of_its_word() -> None:
    found = list_changes(analyze("Le conseil l'a voté lundi soir, a dit le maire de la ville."))
    assert [one.around for one in found] == [("l", "a")]
    word = "a" * 99
    edit = Edit(99, 100, "'", "’", "apostrophe")
    article = Article(f"{word}'{word}", (Block(0, 199, f"{word}'{word}", f"{word}’{word}", (edit,)),))
    assert [len(part) for part in list_changes(article)[0].around] == [MAX_CONTEXT, MAX_CONTEXT]
