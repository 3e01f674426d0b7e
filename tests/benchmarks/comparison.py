"""The tables of docs/comparison.md: newsclean and its neighbours, on articles of our own and on the benchmark beside the repository.

    python tests/benchmarks/comparison.py ours              every tool that is installed, on our own articles: a minute
    python tests/benchmarks/comparison.py bench PART ...    newsclean on parts of ../shared/bench (minutes); the others' figures are stored there
    python tests/benchmarks/comparison.py crossed           newsclean on its pages, cross-validated by publisher (needs LightGBM)
    python tests/benchmarks/comparison.py page              only write the page again

Figures are kept in comparison.json, each table with its date and versions; the page shows all of them. An environment with the neighbours:
pip install -e . trafilatura ftfy clean-text polytypo jusText newspaper4k readability-lxml inscriptis goose3 boilerpy3 typographeur smartypants
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.figures import TABLES, table  # noqa: E402

BENCH = ROOT.parent / "shared" / "bench"
STORE = HERE / "comparison.json"
PAGE = ROOT / "docs" / "comparison.md"
CROSSED = {  # what pages.py prints -> our name of the figure
    r"^fundus shingle P R F1 \S+ \S+ (\S+)": "extraction.fundus.shingle_f1",
    r"^readability shingle P R F1 \S+ \S+ (\S+)": "extraction.readability.shingle_f1",
    r"^wcxb_dev word F1 (\S+)": "extraction.wcxb_dev.word_f1",
    r"^snippets P \S+ R \S+ F1 (\S+)": "extraction.trafilatura.snippet_f1",
}


def main() -> None:
    """Measure, store, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("ours", "bench", "crossed", "page"))
    parser.add_argument("parts", nargs="*", metavar="PART")
    options = parser.parse_args()
    made: dict[str, Any] = {}
    if options.what == "ours":
        made["ours"] = _dated(_ours())
    for part in options.parts if options.what == "bench" else ():
        made[f"bench.{part}"] = _dated(_bench(part))
    if options.what == "crossed":
        made["bench.crossed"] = _dated(_crossed())
    stored = (json.loads(STORE.read_text("utf-8")) if STORE.exists() else {}) | made
    STORE.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", "utf-8")
    PAGE.write_text(written(PAGE.read_text("utf-8"), stored), "utf-8")


def written(page: str, stored: dict[str, Any]) -> str:
    """A page with its tables as the stored figures have them."""
    for name in TABLES:
        shown = f"<!-- table {name} -->\n{table(name, stored)}\n<!-- end -->"
        page = re.sub(rf"<!-- table {name} -->\n.*?<!-- end -->", lambda _, shown=shown: shown, page, flags=re.DOTALL)
    return page


def _dated(figures: dict[str, Any]) -> dict[str, Any]:
    return {"date": f"{datetime.now(tz=UTC):%d %B %Y}".lstrip("0"), **figures}


def _ours() -> dict[str, Any]:
    from tests.benchmarks import ours, peers

    return {"versions": peers.versions(), "figures": _rounded(ours.measure())}


def _bench(part: str) -> dict[str, Any]:
    """newsclean's figures of one part, and the stored ones of the others."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.json"
        _run([str(BENCH / "run.py"), part, "--json", str(out)])
        mine = json.loads(out.read_text("utf-8"))
    reference = json.loads((BENCH / "reference.json").read_text("utf-8"))
    wanted = {key for keys, _ in TABLES.values() for key in keys if key in mine["figures"]}
    figures = {
        key: {"newsclean": mine["figures"][key]["value"], **reference["full"].get(key, {}).get("all", {})}
        for key in sorted(wanted)
    }
    used = {name for row in figures.values() for name in row}
    return {
        "versions": {
            "newsclean": mine["system"].split()[-1],
            **{k: v for k, v in reference["versions"].items() if k in used and v},
        },
        "figures": _rounded(figures),
    }


def _crossed() -> dict[str, Any]:
    told = _run([str(HERE / "pages.py"), "--check"])
    figures = {key: float(found[1]) for line, key in CROSSED.items() if (found := re.search(line, told, re.MULTILINE))}
    return {"figures": figures}


def _run(command: list[str]) -> str:
    return subprocess.run([sys.executable, *command], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    return float(f"{value:.5g}") if isinstance(value, float) else value


if __name__ == "__main__":
    main()
