"""Counts over many articles."""

from __future__ import annotations

from newsclean import analyze
from newsclean.article import Article
from newsclean.report.counts import ReportCounts, counted, summary

TEXT = "Le conseil n'a pas voté le budget de la ville lundi soir.\nPartager\nPartager"


def test_times_and_articles_are_counted_apart() -> None:
    counts = ReportCounts()
    for _ in range(3):
        counts.add(analyze(TEXT))
    counts.add(analyze("Le conseil a voté le budget de la ville lundi soir."))
    assert (counts.articles, counts.removed, counts.edits) == (4, 6, 3)
    assert counts.labels["share"] == 6
    assert counts.articles_with_label["share"] == 3
    assert counts.rules["apostrophe"] == counts.articles_with_rule["apostrophe"] == 3
    assert counts.label_of_rule["apostrophe"] == "edit"
    assert counts.label_of_rule["core.share.word"] == "share"


def test_edits_come_after_all_labels() -> None:
    counts = ReportCounts()
    counts.add(analyze(f"{TEXT}\n\nPhoto: Keystone"))
    assert counts.ordered_labels() == ["credit", "share", "edit"]


def test_an_article_without_changes() -> None:
    counts = ReportCounts()
    assert counts.add(Article("")) == ("nothing changed", ())
    assert counts.ordered_labels() == []
    assert str(counts) == "nothing changed"


def test_one_line_of_figures() -> None:
    assert summary(0, 2, 0, 10, 5) == "nothing removed, 2 pieces cut out, 10 → 5 characters"
    assert counted(1, "article") == "1 article"
    assert counted(0, "article") == "0 articles"
