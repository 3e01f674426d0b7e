"""The blocks of code of the documentation, and what runs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
_BLOCK = re.compile(r"(?:^<!-- (?P<mark>.+?) -->\n+)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)

# kinds of blocks of a page that a test of their own runs
RUN_BY = {
    ("cli.md", "console"): "tests/cli/test_docs.py",
    ("rules.md", "console"): "tests/cli/test_docs.py",
    ("corpus.md", "console"): "tests/cli/verbs/test_batch.py",
    ("corpus.md", "python"): "tests/integrations/test_recipes.py",
    ("scrapers.md", "python"): "tests/integrations/test_scraper_recipes.py",
}


class Block(NamedTuple):
    """One fenced block: where it stands, what it is, and the comment above it."""

    page: Path
    line: int
    kind: str
    text: str
    mark: str

    @property
    def is_doctest(self) -> bool:
        """Whether tests/test_docs.py runs it."""
        return self.text.startswith(">>> ")

    @property
    def run_by(self) -> str | None:
        """The file that runs it, when the comment above it or the list here names one."""
        told = re.match(r"run by (\S+)", self.mark)
        return told[1] if told else RUN_BY.get((self.page.name, self.kind))

    @property
    def is_excused(self) -> bool:
        """Whether the comment above it says why it is not run."""
        return bool(re.match(r"not run: \w", self.mark))

    @property
    def is_ours(self) -> bool:
        """Whether it is run here."""
        return not (self.is_doctest or self.run_by or self.is_excused)

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"


def blocks(*kinds: str) -> Iterator[Block]:
    """All blocks of these kinds, page by page."""
    for page in PAGES:
        text = page.read_text("utf-8")
        for found in _BLOCK.finditer(text):
            if found["kind"] in kinds:
                line = text.count("\n", 0, found.start("kind")) + 1
                yield Block(page, line, found["kind"], found["text"], found["mark"] or "")
