"""More documents from the gold: the same articles as other scrapers would have left them.

Gold pages are either whole or clean; texts of users are everything between. From each article are made: the article alone (nothing may go),
the article with single lines of furniture and with lines that only look like furniture set into it, decorated as sites do, a short
article with one or two of them, and a stretch cut out of the whole page. All is drawn with a fixed seed.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsclean.gold import GoldDocument
from newsclean.train.examples import COARSE, KEPT, fold_of

SEED = 7
LONGEST = 40  # lines of an article that is used again
SHORTEST = 2
WEIGHT = 0.6  # of a made document, beside the one it is made of
DECORATED = 0.25  # share of the single lines that get a decoration
AT_EDGE = 0.25  # share of the single lines set at the beginning or the end
Row = dict[str, str]
_DECORATIONS: Sequence[Callable[[str], str]] = (
    *(lambda line, sign=sign: f"{sign} {line}" for sign in ("»", ">>", "•", "▶", "→", "👉", "-", "*", "–")),
    lambda line: f"{line} »",
    lambda line: f"{line} ›",
    str.upper,
    str.title,
    lambda line: line.replace(" ", "\u00a0"),
    lambda line: f"  {line.replace(' ', '  ')} ",
    lambda line: f"[{line}]",
)


class WrittenLine(NamedTuple):
    """A line that was written for training: its language, label and text."""

    language: str
    label: str
    text: str


def group_of_written(text: str) -> str:
    """Return the name that stands for the publisher of a written line, so that folds part them too."""
    return f"written-{sum(map(ord, text)) % 997}"


def augment(documents: Sequence[GoldDocument], written: Sequence[WrittenLine]) -> Iterator[GoldDocument]:
    """Yield the documents made from gold documents and written lines.

    Written lines are set only into documents of their own fold, so that no lexicon has seen what it is asked about.
    """
    rng = random.Random(SEED)  # noqa: S311 - not for secrets
    stock: Mapping[tuple[str, int, bool], list[Row]] = defaultdict(list)
    for line in written:
        row = {"text": line.text, "label": _part(line.text) if line.label == "article" else line.label}
        stock[line.language, fold_of(group_of_written(line.text)), line.label == "article"].append(row)
    for document in documents:
        rows = [dict(row) for row in document["lines"]]
        article = [row for row in rows if row["label"] in KEPT]
        if len(article) < SHORTEST:
            continue
        start = rng.randint(0, max(0, len(article) - LONGEST))
        article = article[start : start + LONGEST]
        own = document["language"], fold_of(document["group"])
        furniture, traps = stock.get((*own, False), []), stock.get((*own, True), [])
        fine = not COARSE & {row["label"] for row in article}
        if fine and rng.random() < 0.5:
            yield _document(document, article, _separator(rng), "clean")
        if furniture:
            for turn in range(2 if document.get("gold") == "genres" else 1):
                mixed = _mixed(rng, article, furniture, traps, rng.randint(1, 5), rng.randint(1, 4))
                yield _document(document, mixed, _separator(rng), f"mixed{turn}")
            if rng.random() < 0.5:
                start = rng.randint(0, max(0, len(article) - 10))
                few = article[start : start + rng.randint(3, 10)]
                mixed = _mixed(rng, few, furniture, traps, rng.randint(0, 2), rng.randint(0, 2))
                yield _document(document, mixed, ["\n\n"], "few")
        if fine and len(rows) > 20 and rng.random() < 0.5:
            start = rng.randint(0, len(rows) - 10)
            yield _document(document, rows[start : start + rng.randint(10, 80)], ["\n", "\n\n"], "cut")


def _part(text: str) -> str:
    """Return the likely part of a written line of an article."""
    return "paragraph" if text[-1] in ".!?…:»”\"'" or text.count(" ") >= 10 else "heading"


def _separator(rng: random.Random) -> list[str]:
    return rng.choice((["\n\n"], ["\n\n"], ["\n"], ["\n", "\n\n"]))


def _mixed(
    rng: random.Random, article: Sequence[Row], furniture: Sequence[Row], traps: Sequence[Row], many: int, few: int
) -> list[Row]:
    rows = list(article)
    chosen = [rng.choice(furniture) for _ in range(many)] + [rng.choice(traps) for _ in range(few if traps else 0)]
    for row in chosen:
        text = rng.choice(_DECORATIONS)(row["text"]) if rng.random() < DECORATED else row["text"]
        at = rng.choice((0, len(rows))) if rng.random() < AT_EDGE else rng.randint(0, len(rows))
        rows.insert(at, {**row, "text": text.strip(), "written": ""})
    return rows


def _document(document: GoldDocument, rows: Sequence[Row], separators: Sequence[str], kind: str) -> GoldDocument:
    rng = random.Random(f"{document['id']}{kind}")  # noqa: S311 - not for secrets
    text = "".join(f"{rng.choice(separators) if n else ''}{row['text']}" for n, row in enumerate(rows))
    weight = WEIGHT * float(document.get("weight", 1.0))
    return {
        **document,
        "id": f"{document['id']}.{kind}",
        "lines": list(rows),
        "text": text,
        "weight": weight,
        "made": kind,
    }
