"""What stands above the articles of a page: filters, and for many articles counts by label and by rule."""

from __future__ import annotations

from newsclean.article import Article
from newsclean.report.counts import Counts, Sums, counted
from newsclean.report.findings import EDIT
from newsclean.report.heads import strip, title_of
from newsclean.report.rows import escaped

MOST = 15  # rules shown at once; the others are folded
SEARCH = (
    '<label class="search"><span>Find</span> <input type="search" id="find" placeholder="title or file"></label>'
    '<span class="open"><button type="button" data-open="yes">Open all</button> <button type="button" data-open="">Close all</button></span>'
)


def filters(counts: Counts) -> str:
    """A box to tick for each label that came, with its count."""
    boxes = [
        f'<label class="chip" data-label="{label}"><input type="checkbox" name="label" value="{label}" checked>'
        f"{_word(label)} <b>{counts.labels[label]:,}</b></label>"
        for label in counts.ordered()
    ]
    return "\n".join(boxes)


def tables(counts: Counts) -> str:
    """The counts by label and by rule over all articles."""
    return f'<section class="index" aria-label="Counts">\n{_labels(counts)}\n{_rules(counts)}\n</section>'


def item(name: str, article: Article, sums: Sums, *, number: int) -> str:
    """The beginning of a folded article: the line to open it by."""
    title, notes = title_of(article), len(article.notes)
    note = f'<span class="noted">{counted(notes, "note")}</span>' if notes else ""
    shown = (
        f'<span class="t" dir="auto">{escaped(title)}</span>' if title else '<span class="t none">No text left</span>'
    )
    return (
        f'<details class="item" id="a{number}" data-by="{escaped(" ".join(sums.rules))}"><summary>{shown}'
        f'<span class="n" dir="auto">{escaped(name)}</span>{note}<span class="s">{sums.said}</span>{strip(article)}</summary>\n'
    )


def _labels(counts: Counts) -> str:
    rows = "".join(
        f'<tr><th scope="row"><span class="tag" data-label="{label}">{_word(label)}</span></th>'
        f"<td>{count:,}</td><td>{counts.with_label[label]:,}</td>"
        f"<td>{_bar(counts.with_label[label] / counts.articles, label)}</td></tr>\n"
        for label, count in sorted(counts.labels.most_common(), key=lambda item: item[0] == EDIT)
        if count
    )
    return _table("By label", "Label", rows)


def _rules(counts: Counts) -> str:
    # edits by the thousand would hide what was removed, which is what the reader looks for
    ranked = sorted(counts.rules.most_common(), key=lambda item: counts.label_of[item[0]] == EDIT)
    rows = [
        f'<tr><th scope="row"><button type="button" data-rule="{escaped(rule)}" aria-pressed="false">{escaped(rule)}</button></th>'
        f"<td>{count:,}</td><td>{counts.with_rule[rule]:,}</td>"
        f"<td>{_bar(counts.with_rule[rule] / counts.articles, counts.label_of[rule])}</td></tr>\n"
        for rule, count in ranked
    ]
    table = _table("By rule", "Rule (choose one to see its articles)", "".join(rows[:MOST]))
    if len(rows) <= MOST:
        return table
    rest = _table("Other rules", "Rule", "".join(rows[MOST:]))
    return f"<div>{table}<details><summary>{len(rows) - MOST:,} more rules</summary>{rest}</details></div>"


def _table(caption: str, first: str, rows: str) -> str:
    return (
        f'<table><caption>{caption}</caption><thead><tr><th scope="col">{first}</th><th scope="col">Times</th>'
        f'<th scope="col">Articles</th><th scope="col">of all</th></tr></thead>\n<tbody>{rows}</tbody></table>'
    )


def _bar(share: float, label: str) -> str:
    return (
        '<svg class="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{100 * share:.1f}" height="8" data-label="{label}"/></svg>'
    )


def _word(label: str) -> str:
    return "edits" if label == EDIT else label.replace("_", " ")
