"""`python -m newsclean.train`: gold to the models that come with newsclean; needs the extra `train`.

    python -m newsclean.train --gold GOLD --lines LINES --words WORDS --pages PAGES --out newsclean
    python -m newsclean.train --gold GOLD --lines LINES --words WORDS --pages PAGES --folds FOLDER [--by genre]

GOLD are gold files (docs/gold.md) and files of written documents (`train/written.py`), LINES files of single lines (`label<TAB>text`, named by their language), WORDS lines of pages (JSON lines with
`group`, `language`, `text`, `furniture`), PAGES gold pages (gold documents with their `html`; `tests/benchmarks/pages.py` writes them) for the model
of HTML mode. The second form trains the models of each fold without its publishers, to be measured on them
(`tests/benchmarks/crossvalidate.py`); with `--by genre`, without its genres.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newsclean.train.run import train


def main() -> int:
    """Train and write the files."""
    parser = argparse.ArgumentParser(prog="python -m newsclean.train", description=__doc__.split("\n")[0])
    parser.add_argument("--gold", nargs="+", type=Path, required=True, metavar="FILE")
    parser.add_argument("--lines", nargs="*", type=Path, default=[], metavar="FILE")
    parser.add_argument("--words", nargs="*", type=Path, default=[], metavar="FILE")
    parser.add_argument("--pages", nargs="*", type=Path, default=[], metavar="FILE")
    parser.add_argument("--pages-only", action="store_true", help="train the model of HTML mode only")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="the package that gets the files")
    parser.add_argument(
        "--folds", type=Path, metavar="FOLDER", help="write the models of each fold to subfolders instead"
    )
    parser.add_argument(
        "--by", metavar="KEY", help="the key of the documents that is left out as a whole (default: group)"
    )
    options = parser.parse_args()
    train(
        options.gold,
        options.lines,
        options.words,
        options.out,
        options.folds,
        options.by,
        options.pages,
        text=not options.pages_only,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
