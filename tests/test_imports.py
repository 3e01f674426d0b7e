"""Imports point one way, and only the outer packages touch files: `docs/architecture.md` says it, these tests hold the code to it."""

from __future__ import annotations

import ast
import re

import pytest

from tests.conftest import ROOT
from tests.imports import cycle, graph, imports, modules, package, packages

PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
# the packages in the order of the tables of the page
ORDER = re.findall(r"^\| `(\w+)(?:/|\.py)` \|", PAGE, re.MULTILINE)
OUTER = {"cli", "integrations", "train"}
SYSTEM = (
    "pathlib",
    "io",
    "gzip",
    "bz2",
    "lzma",
    "zipfile",
    "tarfile",
    "shutil",
    "tempfile",
    "subprocess",
    "sqlite3",
    "mmap",
    "os",
)
CALLS = {
    "open",
    "write_text",
    "write_bytes",
    "read_bytes",
    "mkdir",
    "unlink",
    "rmdir",
    "rglob",
    "glob",
    "listdir",
    "iterdir",
}
# who touches files outside of the outer packages, and why; the page lists them
MAY_READ = {
    "newsclean.rules.pack": "Pack.load: a path that the caller names",
    "newsclean.gold": "read_gold: paths that the caller names",
    "newsclean.labels.trees": "a model for training: a path that the caller names",
    "newsclean.languages": "data of the package",
    "newsclean.tables": "data of the package",
    "newsclean.demo": "data of the package",
    "newsclean.encoding.word_lists": "unpacks data of the package",
    "newsclean.labels.lexicon": "unpacks data of the package",
    "newsclean.workers": "asks for the number of processors",
}


def test_no_module_imports_itself_by_a_detour() -> None:
    """Also not through imports inside functions."""
    assert cycle(graph()) == []


def test_a_cycle_is_found() -> None:
    assert cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c"]


def test_the_page_lists_every_package_once() -> None:
    assert sorted(ORDER) == sorted(set(packages()) - {"newsclean", "__main__"})


@pytest.mark.parametrize("name", ORDER)
def test_a_package_imports_only_what_stands_above_it(name: str) -> None:
    above = {*ORDER[: ORDER.index(name)], "newsclean"}
    assert packages()[name] - above == set()


def test_only_the_outer_packages_import_the_front_door() -> None:
    """`from newsclean import ...` is for users: inside, a module imports what it needs from its home."""
    assert {name for name, imported in packages().items() if "newsclean" in imported} <= {"cli", "demo"}


def test_the_extractor_decides_nothing() -> None:
    assert packages()["extract"] & {"labels", "rules"} == set()


def test_nothing_imports_the_outer_packages() -> None:
    for name, imported in packages().items():
        assert imported & (OUTER - {name}) <= (
            {"integrations"} if name == "cli" else {"cli"} if name == "__main__" else set()
        )


@pytest.mark.parametrize("module", sorted(modules()))
def test_only_the_outer_packages_touch_files(module: str) -> None:
    tree = ast.parse(modules()[module].read_text("utf-8"))
    called = {ast.unparse(node.func).rpartition(".")[2] for node in ast.walk(tree) if isinstance(node, ast.Call)}
    touched = {name for name in imports(modules()[module]) if name.split(".")[0] in SYSTEM} | (called & CALLS)
    if package(module) not in OUTER:
        assert bool(touched) == (module in MAY_READ), touched


def test_the_files_that_the_page_names_exist() -> None:
    named = re.findall(r"[\w./]+\.(?:py|toml)", PAGE)
    assert len(named) > 40
    for name in named:
        assert (ROOT / name).exists() or (ROOT / "newsclean" / name).exists() or name.startswith("tests/"), name
