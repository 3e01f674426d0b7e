"""What the library must not do, read from its source: no pickle, no code made of texts, no network, nothing that shells out."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import newsclean

HOME = Path(newsclean.__file__).parent
MODULES = sorted(HOME.rglob("*.py"))
DANGEROUS = {"pickle", "cPickle", "_pickle", "dill", "cloudpickle", "joblib", "shelve", "marshal", "yaml"}
NETWORK = {
    "socket",
    "ssl",
    "http",
    "urllib3",
    "requests",
    "httpx",
    "aiohttp",
    "ftplib",
    "smtplib",
    "subprocess",
    "urllib.request",
}
CALLS = {"eval", "exec", "compile", "__import__"}
SERVES = {"cli/verbs/demo.py"}  # the demo page, on this machine only


def imported(tree: ast.Module) -> set[str]:
    """All modules that a module imports, and those above them."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names | {name.split(".")[0] for name in names}


def called(tree: ast.Module) -> set[str]:
    """The names of the functions that are called without a module before them, and of `os.system`."""
    names = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    return names | {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOME).as_posix())
def test_source(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    names = imported(tree)
    assert not names & DANGEROUS
    assert not called(tree) & (CALLS | {"os.system", "os.popen", "numpy.load", "np.load"})
    if path.relative_to(HOME).as_posix() not in SERVES:
        assert not names & NETWORK


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOME).as_posix())
def test_caches_are_bounded(path: Path) -> None:
    """Every cache of what depends on the input says how much it holds; functions without arguments have one result."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.FunctionDef):
            continue
        for said in map(ast.unparse, node.decorator_list):
            if said.startswith("language_cache"):  # is bounded when it says nothing
                assert "None" not in said, f"{node.name}: {said}"
            elif "cache" in said and "cached_property" not in said and node.args.args:
                assert "maxsize=" in said and "maxsize=None" not in said, f"{node.name}: {said}"  # noqa: PT018


def test_the_reading_finds_what_it_looks_for() -> None:
    tree = ast.parse(
        "import pickle\nfrom urllib.request import urlopen\nfrom os import path\neval('1')\nos.system('a')"
    )
    assert {"pickle", "urllib.request"} <= imported(tree)
    assert {"eval", "os.system"} <= called(tree)


def test_data_is_text() -> None:
    """Models and tables can be read by people; only lists of words are packed."""
    others = {path.suffix for path in HOME.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert others <= {".py", ".toml", ".json", ".typed", ".html", ".css", ".js", ".svg", ".gz", ".md"}
    assert {path.name for path in HOME.rglob("*.gz")} <= {"words.txt.gz", "lexicon.txt.gz"}
