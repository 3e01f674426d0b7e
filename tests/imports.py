"""Which module of newsclean imports which, read from the source with `ast`: also inside functions, and by name at run time."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

PACKAGE = ROOT / "newsclean"


@functools.cache
def modules() -> dict[str, Path]:
    """The file of every module, by dotted name; a package stands for its `__init__`."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@functools.cache
def imports(path: Path, *, typing: bool = False) -> set[str]:
    """The modules and names that a file imports; with `typing`, also what only type checkers import."""
    found = set()
    for node in _nodes(ast.parse(path.read_text("utf-8")), typing=typing):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are absolute"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("import_module", "importlib.import_module"):
            name = node.args[0]
            if isinstance(name, ast.Constant):
                found.add(name.value)
    return found


def _nodes(tree: ast.AST, *, typing: bool) -> Iterator[ast.AST]:
    yield tree
    for child in ast.iter_child_nodes(tree):
        if not typing and isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        yield from _nodes(child, typing=typing)


@functools.cache
def graph(*, typing: bool = False) -> dict[str, set[str]]:
    """The modules of newsclean that each of its modules imports."""
    known = modules()
    return {
        module: {_module(name, known) for name in imports(path, typing=typing) if name.split(".")[0] == "newsclean"}
        - {module}
        for module, path in known.items()
    }


def _module(name: str, known: dict[str, Path]) -> str:
    """The module that an imported name is in: the name itself, or the longest part of it."""
    while name not in known:
        name = name.rpartition(".")[0]
    return name


@functools.cache
def packages() -> dict[str, set[str]]:
    """The packages that each package of newsclean imports; a module directly below `newsclean` counts as one."""
    found: dict[str, set[str]] = {}
    for module, imported in graph().items():
        own = package(module)
        found.setdefault(own, set()).update({package(name) for name in imported} - {own})
    return found


def package(module: str) -> str:
    """The part of newsclean that a module is in: its first name below `newsclean`."""
    return module.split(".")[1] if "." in module else "newsclean"


def cycle(edges: dict[str, set[str]]) -> list[str]:
    """A cycle of the graph, if there is one: each imports the next, the last the first."""
    done: set[str] = set()

    def walk(name: str, above: list[str]) -> list[str]:
        if name in above:
            return above[above.index(name) :]
        if name in done:
            return []
        for other in sorted(edges.get(name, ())):
            if found := walk(other, [*above, name]):
                return found
        done.add(name)
        return []

    return next((found for name in sorted(edges) if (found := walk(name, []))), [])
