"""Comparing headlines."""

from __future__ import annotations

from newsclean.metadata.article.title_words import shared_words, title_words, without_accents


def test_words_are_folded_and_without_marks() -> None:
    assert title_words("« L’ÉTÉ » - 2024!") == ["l", "été", "2024"]


def test_shared_words_count_each_word_once() -> None:
    assert shared_words([], []) == 0.0
    assert shared_words(["a"], ["b"]) == 0.0
    assert shared_words(["le", "le", "pont"], ["le", "pont", "rouvre"]) == 4 / 6
    assert shared_words(["le", "pont"], ["pont", "le"]) == 1.0


def test_addresses_have_no_accents() -> None:
    assert without_accents("cœur straße déjà") == "coeur strasse deja"
