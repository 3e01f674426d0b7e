"""Gold to scores: how much of what should stay stays, how much of what should go goes, and under which label; docs/gold.md."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from newsclean.article import METADATA, Article, Label
from newsclean.cleaner import analyze as newsclean_analyze
from newsclean.errors import NewscleanError, unknown
from newsclean.gold import COARSE, STAYS, Document, check, places, read_gold, text_of

__all__ = ["Figures", "Scores", "evaluate", "marks", "read_gold"]

ENOUGH = 20  # lines of a label from which it counts in the mean over labels


@dataclasses.dataclass(frozen=True)
class Figures:
    """Counts of lines (`gold`: in the gold, `found`: in the output, `right`: in both) and of characters of prose.

    >>> Figures(gold=4, found=2, right=1).precision, Figures(gold=4, found=2, right=1).recall
    (0.5, 0.25)
    """

    gold: int = 0
    found: int = 0
    right: int = 0
    chars: int = 0
    lost: int = 0

    @property
    def precision(self) -> float:
        """The share of the found lines that are right; 1.0 when none was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold lines that were found; 1.0 when there are none."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0

    @property
    def prose_loss(self) -> float:
        """The share of the characters of the lines to be kept that the output has lost."""
        return self.lost / self.chars if self.chars else 0.0


@dataclasses.dataclass(frozen=True)
class Scores:
    """What `evaluate` found: `kept` counts the lines that stay, `labels` those under each label.

    `languages` and `groups` have the kept lines of each language and publisher; `errors` tells of documents that were not scored.
    """

    documents: int
    kept: Figures
    labels: Mapping[str, Figures]
    languages: Mapping[str, Figures]
    groups: Mapping[str, Figures]
    errors: tuple[str, ...] = ()

    @property
    def f1(self) -> float:
        """F1 of the kept lines."""
        return self.kept.f1

    @property
    def prose_loss(self) -> float:
        """The share of the prose to be kept that is lost."""
        return self.kept.prose_loss

    @property
    def macro_f1(self) -> float:
        """The mean F1 over the labels that have enough lines."""
        known = [figures.f1 for figures in self.labels.values() if figures.gold >= ENOUGH]
        return sum(known) / max(1, len(known))

    def figure(self, name: str) -> float:
        """One figure by its name: "kept_f1", "macro_f1", "label.share.recall", "language.fr.prose_loss", "group.a.example.f1".

        Raises `NewscleanError` for a figure that there is not.

        >>> Scores(1, Figures(gold=2, found=2, right=2), {"share": Figures(gold=1)}, {}, {}).figure("label.share.recall")
        0.0
        """
        known = {"macro_f1": self.macro_f1} | _named("kept_", self.kept)
        for key, part in (("label", self.labels), ("language", self.languages), ("group", self.groups)):
            for one, figures in part.items():
                known |= _named(f"{key}.{one}.", figures)
        if name not in known:
            raise unknown("figure", name, known)
        return known[name]

    def table(self) -> str:
        """All figures as a table, in percent; `errors` tells of what was not scored."""
        rows = [f"{'':24}{'lines':>8}{'precision':>11}{'recall':>8}{'F1':>8}{'lost':>8}"]
        rows.append(_row("kept lines", self.kept))
        for name, part in (("label", self.labels), ("language", self.languages), ("group", self.groups)):
            rows += ["", name, *(_row(f"  {key}", part[key], prose=name != "label") for key in sorted(part))]
        documents = f"{self.documents} document{'' if self.documents == 1 else 's'}"
        rows += ["", f"{documents}, {len(self.errors)} not scored"]
        return "\n".join(rows)


def _named(head: str, figures: Figures) -> dict[str, float]:
    """The shares of figures by name."""
    return {f"{head}{name}": getattr(figures, name) for name in ("precision", "recall", "f1", "prose_loss")}


def _row(name: str, figures: Figures, *, prose: bool = True) -> str:
    """A row of the table; a share of nothing is a dash."""
    shares = (
        (figures.precision, figures.found),
        (figures.recall, figures.gold),
        (figures.f1, figures.gold + figures.found),
    )
    cells = [f"{100 * share:.1f}" if of else "-" for share, of in shares]
    lost = f"{100 * figures.prose_loss:8.2f}" if prose else ""
    return f"{name[:24]:24}{figures.gold:8}{cells[0]:>11}{cells[1]:>8}{cells[2]:>8}{lost}"


def evaluate(
    documents: Iterable[Document | NewscleanError],
    analyze: Callable[..., Article] = newsclean_analyze,
    **options: object,
) -> Scores:
    """How well gold documents are cleaned.

    Arguments: `documents` as in docs/gold.md, or what `read_gold` gives; `analyze` makes an article of a text; `options` are handed on
    to it. A document that is not well formed is not scored, and told of in `Scores.errors`.

    >>> lines = [{"text": "Le conseil a voté le budget de la ville lundi soir.", "label": "paragraph"}, {"text": "Partager", "label": "share"}]
    >>> scores = evaluate([{"id": "1", "group": "a.ch", "language": "fr", "lines": lines}])
    >>> scores.f1, scores.prose_loss, scores.labels["share"].f1
    (1.0, 0.0, 1.0)
    """
    count, errors = 0, []
    tables = {name: defaultdict[str, Counter[str]](Counter) for name in ("kept", "labels", "languages", "groups")}
    for document in documents:
        try:
            if isinstance(document, NewscleanError):
                raise document
            rows = list(_lines(check(document), analyze, options))
        except NewscleanError as error:
            errors.append(str(error))
            continue
        count += 1
        keys = {"kept": "", "languages": document["language"] or "unknown", "groups": document["group"]}
        for table, key in keys.items():
            tables[table][key].update(_kept(rows))
        _add_labels(tables["labels"], rows)
    made = {name: {key: Figures(**counts) for key, counts in table.items()} for name, table in tables.items()}
    kept = made.pop("kept").get("", Figures())
    return Scores(count, kept, **made, errors=tuple(errors))


class _Line(NamedTuple):
    """A line of the gold and what became of it: `chars` visible characters, of which `stay` are left."""

    label: str
    found: str
    chars: int
    stay: int


def _lines(document: Document, analyze: Callable[..., Article], options: Mapping[str, object]) -> Iterator[_Line]:
    text = text_of(document)
    told = {"url": document["url"]} if document.get("url") else {}
    article = analyze(text, **{"kind": "text", **told, **options})
    coarse = any(line["label"] in COARSE and line["label"] != "title" for line in document["lines"])
    labels, stays = marks(article)
    for line, (start, end) in zip(document["lines"], places(document), strict=True):
        seen = [n for n in range(start, end) if not text[n].isspace()]
        if not seen or not line.get("sure", True):
            continue
        wanted, found = line["label"], Counter(labels[n] for n in seen).most_common(1)[0][0]
        if coarse:
            wanted, found = _coarse(wanted), _coarse(found)
        yield _Line(wanted, found, len(seen), sum(stays[n] for n in seen))


def marks(article: Article) -> tuple[list[str], bytearray]:
    """For each character of the source the label of its block, and whether it stays.

    >>> from newsclean import analyze
    >>> labels, stays = marks(analyze("Le conseil a voté le budget de la ville lundi soir.\\nPartager"))
    >>> labels[0], labels[-1], stays[0], stays[-1]
    ('paragraph', 'share', 1, 0)
    """
    labels, stays = ["other"] * len(article.source), bytearray(len(article.source))
    for block in article.blocks:
        size = block.end - block.start
        labels[block.start : block.end] = [block.label.value if block.label else "paragraph"] * size
        if not block.kept:
            continue
        stays[block.start : block.end] = b"\1" * size
        for edit in block.edits:
            if edit.label:  # furniture that was cut out of the paragraph
                stays[block.start + edit.start : block.start + edit.end] = bytes(edit.end - edit.start)
    return labels, stays


def _coarse(label: str) -> str:
    if label in COARSE:
        return label
    if label in STAYS:
        return "title" if label == Label.KICKER else "content"
    return "metadata" if label in METADATA else "furniture"


def _kept(rows: Iterable[_Line]) -> Counter[str]:
    """Counts of lines that stay: more than half of a line must be left."""
    counts: Counter[str] = Counter()
    for row in rows:
        wanted, found = row.label in STAYS, 2 * row.stay > row.chars
        counts.update(gold=wanted, found=found, right=wanted and found)
        counts.update(chars=wanted * row.chars, lost=wanted * (row.chars - row.stay))
    return counts


def _add_labels(table: defaultdict[str, Counter[str]], rows: Iterable[_Line]) -> None:
    for row in rows:
        table[row.label].update(gold=1, right=row.label == row.found)
        table[row.found].update(found=1)
