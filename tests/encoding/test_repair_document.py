"""The document that the steps change."""

from newsclean.edits import Edit, apply
from newsclean.encoding.repair_document import RepairDocument


def test_edits_are_those_of_the_source():
    document = RepairDocument(["&amp;eacute;t", "b"], "fr")
    assert document.change(0, [Edit(0, 5, "&amp;", "&", "entity")])
    assert document.change(0, [Edit(0, 8, "&eacute;", "é", "entity")])
    assert document.lines == ["ét", "b"]
    assert apply(document.source[0], document.edits[0]) == "ét"
    assert document.text == "ét\nb"


def test_an_edit_that_changes_nothing_is_none():
    document = RepairDocument(["a"], None)
    assert not document.change(0, [Edit(0, 1, "a", "a", "entity")])
    assert document.edits == [()]


def test_the_hint_wins_over_the_words():
    lines = ["Le président de la République et les députés"]
    assert RepairDocument(lines, "de-CH").detected_orthography.code == "de"
    assert RepairDocument(lines, None).detected_orthography.code == "fr"
    assert RepairDocument(["xyz"], None).detected_orthography is None
    assert "é" in RepairDocument(["xyz"], None).orthography.own


def test_few_words_do_not_make_a_language_certain():
    assert not RepairDocument(["le la"], None).language_is_certain
    assert RepairDocument(["le la"], "fr").language_is_certain
    assert RepairDocument(["le la les des du de et"], None).language_is_certain
