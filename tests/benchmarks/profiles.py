"""What profiles are worth: python tests/benchmarks/profiles.py [--seeds 3] [--corpus OUT.jsonl PROFILES.toml]

1. French press: profiles learned on a random half of the corpus of the benchmark, applied to the gold articles of the same sites.
2. The same articles with lines of the site planted in them, in the corpus and in the gold: lines that no built-in rule can know.
3. A synthetic corpus (tests/benchmarks/corpus.py): which planted lines were learned, from the profiles of `newsclean learn`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from newsclean import Profiles, analyze
from newsclean.profiles.keys import counting_key

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT.parent / "shared" / "bench"
FRENCH = BENCH / "french"
# invented lines, share of the articles of a site in which each stands
OWN = [
    ("Le fil du Vallon, chaque heure en un regard", 0.9),
    ("Votre espace à vous dans nos colonnes", 0.6),
    ("La rédaction vous répond le jeudi", 0.4),
    ("Gardez cette page dans votre classeur", 0.3),
    ("Carnet du jour et petites annonces du Vallon", 0.15),
    ("Notre journal est imprimé sur du papier suisse, à quelques pas de chez vous.", 0.8),
    ("Cette page a servi 1204 fois", 0.7),
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--corpus", nargs=2, type=Path, metavar=("OUT", "PROFILES"))
    given = parser.parse_args()
    if given.corpus:
        synthetic(*given.corpus)
        return
    if not FRENCH.exists():
        sys.exit(f"{FRENCH}: not there; the French figures need it")
    corpus, gold = list(read(FRENCH / "corpus.dev.jsonl.gz")), list(read(FRENCH / "gold.dev.jsonl.gz"))
    sites = {row["site"] for row in corpus}
    gold = [row for row in gold if row["site"] in sites and row["kind"] == "scraped_p_text"]
    show("no profile", gold, None)
    for seed in range(given.seeds):
        show(f"half {seed}", gold, half(corpus, seed))
    gold, corpus = [planted_gold(row) for row in gold], [planted_text(row) for row in corpus]
    show("planted, no profile", gold, None)
    for seed in range(given.seeds):
        show(f"planted, half {seed}", gold, half(corpus, seed))


def half(corpus: list[dict[str, Any]], seed: int) -> Profiles:
    rows = random.Random(seed).sample(corpus, len(corpus) // 2)
    return Profiles.learn((row["site"], row["text"]) for row in rows)


def show(name: str, gold: Iterable[dict[str, Any]], profiles: Profiles | None) -> None:
    """Recall of the furniture lines, and the share of the prose that is lost, by the scorer of the benchmark."""
    if str(BENCH) not in sys.path:
        sys.path.insert(0, str(BENCH))
    from french import score_french

    counts: Counter[str] = Counter()
    for row in gold:
        url = f"https://{row['site']}/"
        article = analyze(score_french.source_of(row), kind="text", profile=profiles, url=url if profiles else None)
        counts.update(score_french.kept_counts(row, article.text)[0])
    gone, left = counts["rm_boilerplate"], counts["keep_boilerplate"]
    loss = counts["lost"] / counts["chars"]
    sys.stdout.write(
        f"{name:24} furniture recall {100 * gone / (gone + left):6.2f} % ({gone} of {gone + left})  prose lost {100 * loss:.3f} %\n"
    )


def own(name: str) -> list[str]:
    """The planted lines of one article: the same whenever it is asked."""
    rng = random.Random(zlib.crc32(name.encode()))
    return [line.replace("1204", str(rng.randint(2, 9999))) for line, share in OWN if rng.random() < share]


def planted_text(row: dict[str, Any]) -> dict[str, Any]:
    rows = row["text"].split("\n")
    return row | {"text": "\n".join(mixed(rows, own(row["id"])))}


def planted_gold(row: dict[str, Any]) -> dict[str, Any]:
    lines = [{"text": line, "label": "other_boilerplate"} for line in own(row["id"])]
    return row | {"lines": mixed(row["lines"], lines)}


def mixed(rows: list[Any], lines: list[Any]) -> list[Any]:
    """The first planted line in the middle, the others at the end."""
    middle = (len(rows) + 1) // 2
    return [*rows[:middle], *lines[:1], *rows[middle:], *lines[1:]]


def synthetic(corpus: Path, learned: Path) -> None:
    """Precision and recall of the learned lines against those that were planted."""
    from tests.benchmarks.corpus import lines_of

    profiles = Profiles.parse(learned.read_text("utf-8"), str(learned))
    with corpus.open(encoding="utf-8") as rows:
        sites = {json.loads(row)["site"] for row in rows}
    right = found = wanted = 0
    for site in sites:
        profile = profiles.get(site)
        got = {line.line for line in profile.lines} if profile else set()
        kept = {counting_key(line.text.replace("{n}", "12")) for line in lines_of(site, 1) if line.kept}
        right, found, wanted = right + len(got & kept), found + len(got), wanted + len(kept)
    sys.stdout.write(f"{len(sites)} sites: {wanted} lines to learn, {found} learned, {right} right\n")
    sys.stdout.write(f"precision {100 * right / max(1, found):.2f} %, recall {100 * right / max(1, wanted):.2f} %\n")


def read(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        yield from map(json.loads, rows)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
