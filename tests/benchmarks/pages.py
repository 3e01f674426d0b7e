"""The trees of HTML mode, from the pages of the benchmark beside the repository.

    python tests/benchmarks/pages.py --out newsclean/labels/html.json     needs LightGBM and the package's own dependencies
    python tests/benchmarks/pages.py --check                              cross-validated by publisher instead

Every block near an article is one example. Pages with the full text have line labels computed from it; of pages with snippets only the
blocks that hold one count. Sources differ in what they keep: newspapers' gold weighs most.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench"
sys.path[:0] = [str(BENCH), str(Path(__file__).resolve().parents[2])]

from extraction import score  # noqa: E402
from newsclean.train.text_model import node_of  # noqa: E402
from work import parallel, read_jsonl, read_page  # noqa: E402

from newsclean.article import Article  # noqa: E402
from newsclean.clues import OUTSIDE  # noqa: E402
from newsclean.filters import fix_encoding  # noqa: E402
from newsclean.labels.html_features import FEATURES, feature_rows, with_rule_features  # noqa: E402
from newsclean.labels.inline_cuts import read_blocks  # noqa: E402
from newsclean.labels.trees import dump  # noqa: E402
from newsclean.reading import read  # noqa: E402

DATA = BENCH / "extraction" / "data"
SOURCES = {"fundus": 3.0, "trafilatura": 1.0, "wcxb_dev": 0.7, "readability": 0.6}  # weight of a page
FOLDS = 5
TREES, FIRST = 140, 30  # trees in all, and those that see off what is plainly no article text
STAYS = 0.58
TITLE = FEATURES.index("is-title")
OPTIONS = {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": 16,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "max_bin": 127,
    "seed": 1,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
}


class Page(NamedTuple):
    """The blocks of a page that are examples: their texts, numbers, targets and weights."""

    source: str
    record: dict[str, Any]
    texts: list[str]
    rows: list[list[float]]
    targets: list[bool]
    weights: list[float]


def page_of(job: tuple[str, dict[str, Any]]) -> Page:
    """The examples of one page."""
    source, record = job
    article = fix_encoding.apply(read(read_page(DATA / record["html"]), kind="html", url=record["url"] or None))
    told = _labels(record, article)
    near = [n for n, block in enumerate(article.blocks) if OUTSIDE not in (block.clues or {})]
    blocks, lines = read_blocks([article.blocks[n] for n in near], article.language, ())
    rows = [with_rule_features(row, line) for row, line in zip(feature_rows(blocks), lines, strict=True)]
    labels = [told[n] for n in near]
    weights = [_weight(label, block.text) for label, block in zip(labels, blocks, strict=True)]
    total = sum(weights)
    weights = [weight * SOURCES[source] / total**0.5 if total else 0.0 for weight in weights]
    return Page(source, record, [b.text for b in blocks], rows, [label == "content" for label in labels], weights)


def _labels(record: dict[str, Any], article: Article) -> list[str]:
    texts = [" ".join(block.source.split()) or "-" for block in article.blocks]
    if record["gold_paragraphs"]:
        return [label for _, _, label in score.Gold(record).label("\n".join(texts))]
    return [_snippet(record, text) for text in texts]


def _snippet(record: dict[str, Any], text: str) -> str:
    for label, key in (("boilerplate", "without"), ("content", "with")):
        wanted = [" ".join(snippet.split()) for snippet in record[key]]
        if any(snippet in text or (len(text) > 30 and text in snippet) for snippet in wanted):
            return label
    return "unknown"


def _weight(label: str, text: str) -> float:
    return 0.0 if label in ("ambiguous", "unknown") else min(4.0, 0.3 + len(text) / 120)


def fold_of(page: Page) -> int:
    """The fold of a publisher."""
    record = page.record
    address = record.get("domain") or record["url"] or record["id"]
    domain = ".".join((urlsplit(address).hostname or address).split(".")[-2:])
    return int(hashlib.md5(domain.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def fit(pages: Sequence[Page]) -> Any:
    """A LightGBM model of the pages."""
    import lightgbm
    import numpy as np

    examples = [e for page in pages for e in zip(page.rows, page.targets, page.weights, strict=True) if e[2]]
    rows = np.array([row for row, _, _ in examples])
    weights = np.array([weight for _, _, weight in examples])
    data = lightgbm.Dataset(rows, [float(t) for _, t, _ in examples], weight=weights / weights.mean())
    return lightgbm.train(OPTIONS, data, TREES)


def check(pages: Sequence[Page]) -> None:
    """Prints the figures of the benchmark for models that never saw the publisher; rules and cuts come on top."""
    shingles, words, snippets = defaultdict(list), defaultdict(list), []
    for fold in range(FOLDS):
        model = fit([page for page in pages if fold_of(page) != fold])
        for page in pages:
            if fold_of(page) != fold:
                continue
            stays = STAYS if page.rows and page.rows[0][FEATURES.index("declared-article")] else STAYS - 0.18
            chances = model.predict(page.rows) if page.rows else []
            # the benchmark leaves headlines out
            body = [chance > stays and row[TITLE] != 1.0 for row, chance in zip(page.rows, chances, strict=True)]
            text = "\n".join(t for t, stays_in in zip(page.texts, body, strict=True) if stays_in)
            if page.source == "trafilatura":
                snippets.append(score.snippet_counts(page.record, text))
                continue
            for key in (page.source, f"{page.source}.{page.record['lang']}"):
                shingles[key].append(score.shingle_counts(page.record["gold_text"], text))
            words[page.source].append(score.word_prf(text, page.record["gold_text"])[2])
    for key in sorted(key for key in shingles if len(shingles[key]) > 2):
        _say(key, "shingle P R F1", *(f"{figure:.4f}" for figure in score.shingle_metrics(shingles[key])))
    for key, found in words.items():
        _say(key, f"word F1 {sum(found) / len(found):.4f}")
    right, wrong, lost, _ = map(sum, zip(*snippets, strict=True))
    precision, recall = right / (right + wrong), right / (right + lost)
    _say(f"snippets P {precision:.4f} R {recall:.4f} F1 {2 * precision * recall / (precision + recall):.4f}")


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def main() -> None:
    """Train, or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, metavar="FILE")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    jobs = [(source, record) for source in SOURCES for record in read_jsonl(DATA / f"{source}.dev.jsonl.gz")]
    pages = parallel(page_of, jobs)
    if options.check:
        check(pages)
    if options.out:
        trees = [node_of(tree["tree_structure"]) for tree in fit(pages).dump_model()["tree_info"]]
        options.out.write_text(dump(FEATURES, {"first": trees[:FIRST], "rest": trees[FIRST:]}), "utf-8")


if __name__ == "__main__":
    main()
