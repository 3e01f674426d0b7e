"""Gold pages for the training of HTML mode from the benchmark beside the repository, and the check of what was trained.

    python tests/benchmarks/pages.py --out pages.jsonl.gz     gold pages, for `python -m newsclean.train --pages`
    python tests/benchmarks/pages.py --check FOLDER           figures of the models in FOLDER, each on the publishers that it never saw

FOLDER is what `python -m newsclean.train --folds FOLDER` wrote. The labels of lines are computed from the full text; of pages with snippets
only the lines that hold one count. Sources differ in what they keep: newspapers' gold weighs most.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench"
sys.path[:0] = [str(BENCH), str(Path(__file__).resolve().parents[2])]

from extraction import score  # noqa: E402
from work import parallel, read_jsonl, read_page  # noqa: E402

from newsclean.filters import fix_encoding  # noqa: E402
from newsclean.labels.html_features import FEATURES  # noqa: E402
from newsclean.labels.lexicon import FILE, parse_lexicon  # noqa: E402
from newsclean.labels.page_decision import MIN_CHANCE, UNDECLARED_DISCOUNT  # noqa: E402
from newsclean.labels.trees import Trees, chance_of, load  # noqa: E402
from newsclean.reading import read  # noqa: E402
from newsclean.train.examples import fold_of  # noqa: E402
from newsclean.train.html_model import page_example  # noqa: E402
from newsclean.train.lexicons import merged  # noqa: E402

DATA = BENCH / "extraction" / "data"
SOURCES = {"fundus": 3.0, "trafilatura": 1.0, "wcxb_dev": 0.7, "readability": 0.6}  # weight of a page
LABELS = {"content": "content", "title": "metadata", "meta": "metadata", "boilerplate": "furniture"}
TITLE, DECLARED = FEATURES.index("is-title"), FEATURES.index("declared-article")
UNKNOWN = {"label": "other", "sure": ""}


def gold_page(job: tuple[str, dict[str, Any]]) -> dict[str, Any]:
    """A page of the benchmark as a gold document with its `html`."""
    source, record = job
    page = read_page(DATA / record["html"])
    article = fix_encoding.apply(read(page, kind="html", url=record["url"] or None))
    texts = [block.source for block in article.blocks]
    labels = _labels(record, [" ".join(text.split()) or "-" for text in texts])
    told = ({"label": LABELS[label]} if label in LABELS else UNKNOWN for label in labels)
    return {
        "id": f"{source}/{record['id']}",
        "group": _group(record),
        "language": record["lang"],
        "url": record["url"],
        "gold": source,
        "weight": SOURCES[source],
        "html": page,
        "lines": [{"text": text, **label} for text, label in zip(texts, told, strict=True)],
    }


def _group(record: dict[str, Any]) -> str:
    if record.get("domain"):
        return str(record["domain"])
    address = record["url"] or record["id"]
    return ".".join((urlsplit(address).hostname or address).split(".")[-2:])


def _labels(record: dict[str, Any], texts: Sequence[str]) -> list[str]:
    if record["gold_paragraphs"]:
        return [label for _, _, label in score.Gold(record).label("\n".join(texts))]
    return [_snippet(record, text) for text in texts]


def _snippet(record: dict[str, Any], text: str) -> str:
    for label, key in (("boilerplate", "without"), ("content", "with")):
        wanted = [" ".join(snippet.split()) for snippet in record[key]]
        if any(snippet in text or (len(text) > 30 and text in snippet) for snippet in wanted):
            return label
    return "unknown"


@functools.lru_cache(maxsize=5)
def _models(folder: Path) -> tuple[Mapping[str, Trees], dict[str, dict[str, float]]]:
    """The trees and lexicons in the folder of a fold."""
    paths = sorted((folder / "languages").glob(f"*/{FILE}"))
    words = {path.parent.name: parse_lexicon(gzip.decompress(path.read_bytes()).decode()) for path in paths}
    return load(folder / "labels" / "html.json"), words


def _kept_by(job: tuple[Path, str, dict[str, Any]]) -> str:
    """What the model of the page's fold keeps of a page, without headlines: the benchmark leaves them out. Rules' cuts come on top."""
    folder, source, record = job
    page = page_example(gold_page((source, record)))
    model, words = _models(folder / str(fold_of(page.group)))
    texts = []
    for block, row in zip(page.blocks, page.rows(merged(words, page.language)), strict=True):
        least = MIN_CHANCE["normal"] - (0.0 if row[DECLARED] else UNDECLARED_DISCOUNT)
        if row[TITLE] != 1.0 and chance_of(model["first"].score(row) + model["rest"].score(row)) > least:
            texts.append(block.text)
    return "\n".join(texts)


def check(folder: Path) -> None:
    """Prints the figures of the benchmark for models that never saw the publisher."""
    jobs = list(_jobs())
    shingles, words, snippets = defaultdict(list), defaultdict(list), []
    for (source, record), text in zip(jobs, parallel(_kept_by, [(folder, *job) for job in jobs]), strict=True):
        if source == "trafilatura":
            snippets.append(score.snippet_counts(record, text))
            continue
        for key in (source, f"{source}.{record['lang']}"):
            shingles[key].append(score.shingle_counts(record["gold_text"], text))
        words[source].append(score.word_prf(text, record["gold_text"])[2])
    for key in sorted(key for key in shingles if len(shingles[key]) > 2):
        _say(key, "shingle P R F1", *(f"{figure:.4f}" for figure in score.shingle_metrics(shingles[key])))
    for key, found in words.items():
        _say(key, f"word F1 {sum(found) / len(found):.4f}")
    right, wrong, lost, _ = map(sum, zip(*snippets, strict=True))
    precision, recall = right / (right + wrong), right / (right + lost)
    _say(f"snippets P {precision:.4f} R {recall:.4f} F1 {2 * precision * recall / (precision + recall):.4f}")


def _jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for source in SOURCES:
        for record in read_jsonl(DATA / f"{source}.dev.jsonl.gz"):
            yield source, record


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def main() -> None:
    """Write gold pages, or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, metavar="FILE")
    parser.add_argument("--check", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    if options.out:
        with gzip.open(options.out, "wt", encoding="utf-8") as file:
            for page in parallel(gold_page, _jobs()):
                if page["lines"]:  # a page may have no text at all
                    file.write(json.dumps(page, ensure_ascii=False) + "\n")
    if options.check:
        check(options.check)


if __name__ == "__main__":
    main()
