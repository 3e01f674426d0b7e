"""The index of the HTML report: boxes that filter by label and, for several articles, counts by label and by rule."""

from __future__ import annotations

from newsclean.article import Article
from newsclean.report.article_header import change_map, headline
from newsclean.report.changes import EDIT
from newsclean.report.counts import ArticleSummary, ReportCounts, counted
from newsclean.report.display_text import escape_html

MAX_RULES = 15  # rules shown at once; the others are folded
SEARCH = (
    '<label class="search"><span>Find</span> <input type="search" id="find" placeholder="title or file"></label>'
    '<span class="open"><button type="button" data-open="yes">Open all</button> <button type="button" data-open="">Close all</button></span>'
)


def label_filters(counts: ReportCounts) -> str:
    """Return a checkbox for each label that occurred, with its count."""
    boxes = [
        f'<label class="chip" data-label="{escape_html(label)}"><input type="checkbox" name="label" value="{escape_html(label)}" checked>'
        f"{_word(label)} <b>{counts.labels[label]:,}</b></label>"
        for label in counts.ordered_labels()
    ]
    return "\n".join(boxes)


def count_tables(counts: ReportCounts) -> str:
    """Return the counts by label and by rule over all articles."""
    return f'<section class="index" aria-label="Counts">\n{_label_table(counts)}\n{_rule_table(counts)}\n</section>'


def folded_article(name: str, article: Article, summary: ArticleSummary, *, number: int) -> str:
    """Return the start tag and the summary of a folded article; the caller adds its body and `</details>`.

    Args:
        name: The name of the article, such as that of its file.
        article: The article to show.
        summary: Its figures and rules.
        number: Its number in the report, from 1; its address is `#a` and this number.
    """
    title, notes = headline(article), len(article.notes)
    note = f'<span class="noted">{counted(notes, "note")}</span>' if notes else ""
    shown = (
        f'<span class="t" dir="auto">{escape_html(title)}</span>'
        if title
        else '<span class="t none">No text left</span>'
    )
    return (
        f'<details class="item" id="a{number}" data-by="{escape_html(" ".join(summary.rules))}"><summary>{shown}'
        f'<span class="n" dir="auto">{escape_html(name)}</span>{note}<span class="s">{summary.sentence}</span>{change_map(article)}</summary>\n'
    )


def _label_table(counts: ReportCounts) -> str:
    rows = "".join(
        f'<tr><th scope="row"><span class="tag" data-label="{escape_html(label)}">{_word(label)}</span></th>'
        f"<td>{count:,}</td><td>{counts.articles_with_label[label]:,}</td>"
        f"<td>{_bar(counts.articles_with_label[label] / counts.articles, label)}</td></tr>\n"
        for label, count in sorted(counts.labels.most_common(), key=lambda item: item[0] == EDIT)
        if count
    )
    return _table("By label", "Label", rows)


def _rule_table(counts: ReportCounts) -> str:
    # edits by the thousand would hide what was removed, which is what the reader looks for
    ranked = sorted(counts.rules.most_common(), key=lambda item: counts.label_of_rule[item[0]] == EDIT)
    rows = [
        f'<tr><th scope="row"><button type="button" data-rule="{escape_html(rule)}" aria-pressed="false">{escape_html(rule)}</button></th>'
        f"<td>{count:,}</td><td>{counts.articles_with_rule[rule]:,}</td>"
        f"<td>{_bar(counts.articles_with_rule[rule] / counts.articles, counts.label_of_rule[rule])}</td></tr>\n"
        for rule, count in ranked
    ]
    table = _table("By rule", "Rule (choose one to see its articles)", "".join(rows[:MAX_RULES]))
    if len(rows) <= MAX_RULES:
        return table
    rest = _table("Other rules", "Rule", "".join(rows[MAX_RULES:]))
    return f"<div>{table}<details><summary>{len(rows) - MAX_RULES:,} more rules</summary>{rest}</details></div>"


def _table(caption: str, first: str, rows: str) -> str:
    return (
        f'<table><caption>{caption}</caption><thead><tr><th scope="col">{first}</th><th scope="col">Times</th>'
        f'<th scope="col">Articles</th><th scope="col">of all</th></tr></thead>\n<tbody>{rows}</tbody></table>'
    )


def _bar(share: float, label: str) -> str:
    return (
        '<svg class="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{100 * share:.1f}" height="8" data-label="{escape_html(label)}"/></svg>'
    )


def _word(label: str) -> str:
    """A label as the reader sees it, as HTML; the label of an edit is any string that a filter gave it."""
    return "edits" if label == EDIT else escape_html(label.replace("_", " "))
