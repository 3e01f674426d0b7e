"""The recipes of docs/corpus.md, as they stand there, with the tools that are installed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from newsclean import clean
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "corpus.md").read_text("utf-8")
TEXTS = [f"Le conseil n'a pas voté le budget numéro {n} de la ville lundi soir.\nPartager" for n in range(6)]

# heading -> package, and what the column "clean" then holds
RECIPES: dict[str, tuple[str, Callable[[Any], list[str]]]] = {
    "pandas": ("pandas", lambda frame: list(frame["clean"])),
    "Polars": ("polars", lambda frame: frame["clean"].to_list()),
    "Hugging Face datasets": ("datasets", lambda frame: list(frame["clean"])),
    "Dask": ("dask.dataframe", lambda frame: list(frame["clean"].compute())),
    "Ray Data": ("ray", lambda frame: [row["clean"] for row in frame.take_all()]),
}


def code(heading: str) -> str:
    found = re.search(rf"^##+ {re.escape(heading)}\n.*?^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1]


def test_every_recipe_is_here() -> None:
    behind = PAGE.partition("## Five lines")[2].partition("\n## ")[0]
    assert re.findall(r"^### (.+)$", behind, re.MULTILINE) == [*RECIPES]


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")
@pytest.mark.parametrize("heading", RECIPES)
def test_recipe(heading: str) -> None:
    package, column = RECIPES[heading]
    pytest.importorskip(package, reason=f"{package} is not installed: the recipe is not run here")
    names: dict[str, Any] = {"texts": TEXTS, "__name__": "__main__"}
    exec(code("Five lines for other tools"), names)
    exec(code(heading), names)
    assert column(names["frame"]) == [clean(text) for text in TEXTS]
