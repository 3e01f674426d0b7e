"""Every example of the documentation is run, or says why it is not."""

from __future__ import annotations

import doctest
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command
from tests.conftest import ROOT
from tests.docs.blocks import PAGES, Block, blocks

BY_HAND = ("$EDITOR proposed.jsonl", "newsclean demo")  # an editor and a server would not stop
NAMES = {"README.md": {"scraped": (ROOT / "docs" / "examples" / "ferry.txt").read_text("utf-8")}}
LOOSE = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@pytest.mark.parametrize("block", [block for block in blocks("python", "console") if not block.is_ours], ids=str)
def test_run_elsewhere(block: Block) -> None:
    if block.run_by:
        reads = (ROOT / block.run_by).read_text("utf-8")
        same = "README.md" in reads and block.text.removeprefix("$ ") in (ROOT / "README.md").read_text("utf-8")
        assert same or block.page.name in reads, f"{block.run_by} does not read {block}"
    assert block.is_doctest or block.run_by or block.is_excused


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_block_is_overlooked(page: Path) -> None:
    """A block that is indented, or of a kind that no test looks at, would be run by none."""
    text = page.read_text("utf-8")
    opened = [line for n, line in enumerate(re.findall(r"^[ >]*```.*$", text, re.MULTILINE)) if n % 2 == 0]
    assert set(opened) <= {f"```{kind}" for kind in ("python", "console", "text", "toml", "json")}


@pytest.mark.parametrize("block", [block for block in blocks("python") if block.is_ours], ids=str)
def test_python(block: Block, folder: Path) -> None:
    names: dict[str, Any] = {"__name__": "__main__", **NAMES.get(block.page.name, {})}
    exec(compile(block.text, str(block), "exec"), names)
    assert "newsclean" in block.text


def pages_with_commands() -> list[Path]:
    return sorted({block.page for block in blocks("console") if block.is_ours})


def commands(page: Path) -> Iterator[tuple[str, str]]:
    """Each command of a page with the output that is shown below it."""
    for block in blocks("console"):
        if block.page != page or not block.is_ours:
            continue
        if not block.text.startswith("$ "):
            yield from ((line, "") for line in block.text.splitlines())
            continue
        for piece in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            line, _, shown = piece.partition("\n")
            yield line, shown


@pytest.mark.parametrize("page", pages_with_commands(), ids=lambda page: page.name)
def test_commands(page: Path, folder: Path, command: Command) -> None:
    for line, shown in commands(page):
        if line.startswith(BY_HAND):
            continue
        name, *arguments = shlex.split(line, comments=True)
        assert name == "newsclean", line
        paths = [
            path for given in arguments for path in (sorted(map(str, Path().glob(given))) if "*" in given else [given])
        ]
        code, out, err = command(*paths)
        assert code == int("--check" in arguments), f"{line}: {err}"
        assert not shown or doctest.OutputChecker().check_output(shown, out + err, LOOSE), f"{line}\n{out}{err}"
