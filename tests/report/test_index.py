"""The index of a report on many articles: counts by label and by rule."""

from __future__ import annotations

import re

from newsclean.report.counts import ReportCounts
from newsclean.report.html import page
from tests.report.articles import varied

ARTICLES = dict(varied())


def test_many_articles_have_counts() -> None:
    articles = list(ARTICLES.items())
    text = "".join(page(articles))
    assert text.count('<details class="item"') == len(articles)
    counts = ReportCounts()
    for _, article in articles:
        counts.add(article)
    assert counts.labels["share"] > 1
    assert counts.rules["core.share.word"] > 1
    row = rf'data-label="share">share</span></th><td>{counts.labels["share"]}</td><td>{counts.articles_with_label["share"]}</td>'
    assert row in text
    assert (
        f'data-rule="core.share.word" aria-pressed="false">core.share.word</button></th><td>{counts.rules["core.share.word"]}'
        in text
    )


def test_every_rule_is_listed_once() -> None:
    text = "".join(page(list(ARTICLES.items())))
    listed = re.findall(r'data-rule="([^"]*)"', text)
    assert len(listed) == len(set(listed)) > 15


def test_what_was_removed_stands_above_edits() -> None:
    counts = ReportCounts()
    for article in ARTICLES.values():
        counts.add(article)
    text = "".join(page(list(ARTICLES.items())))
    edits = [counts.label_of_rule[rule] == "edit" for rule in re.findall(r'data-rule="([^"]*)"', text)]
    assert edits == sorted(edits)
    labels = re.findall(r'<th scope="row"><span class="tag" data-label="(\w+)">', text)
    assert labels[-1] == "edit"
    assert [counts.labels[label] for label in labels[:-1]] == sorted(
        (counts.labels[x] for x in labels[:-1]), reverse=True
    )
    share = 100 * counts.articles_with_label["share"] / counts.articles
    assert f'<rect width="{share:.1f}" height="8" data-label="share"/>' in text
