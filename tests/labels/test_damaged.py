"""Packs and models that are damaged: one clear error each."""

from __future__ import annotations

import pytest

from newsclean import NewscleanError, Pack
from newsclean.labels.trees import parse

RULE = '\n[[rule]]\nid = "share.bar"\nlabel = "share"\nlines = ["Teilen"]\nmatches = ["Teilen"]\nkeeps = ["Teilen ist schön."]\n'
HEAD = 'id = "mine"'


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "\nrule = 3",
        HEAD + "\nrule = [1, 2]",
        HEAD + '\nrule = ["share"]',
        HEAD + "\nsites = 3",
        HEAD + RULE + "pattern = 3\nanchors = ['teilen']",
        HEAD + RULE.replace('label = "share"', 'label = ["share"]'),
    ],
)
def test_values_of_another_type_are_one_clear_error(text: str) -> None:
    with pytest.raises(NewscleanError, match=r"mine\.toml"):
        Pack.parse(text, "mine.toml")


@pytest.mark.parametrize(
    "tree",
    ["[0.5, 1.0, 0.0, 1.0, 2.0]", "[0,1.0,0.0,1.0," * 5_000 + "0.5" + "]" * 5_000],
    ids=["index", "deep"],
)
def test_damaged_model(tree: str) -> None:
    with pytest.raises(NewscleanError, match=r"mine\.json"):
        parse(f'{{"version": 1, "names": ["words"], "ensembles": {{"content": [{tree}]}}}}', "mine.json")
