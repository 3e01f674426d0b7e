"""The page to try newsclean, without its server: what it offers, and what it answers."""

from __future__ import annotations

import pytest

from newsclean import Label, NewscleanError, analyze
from newsclean.demo import ASSETS, MAX_SIZE, answer, asset, choices

TEXT = "Le conseil n'a pas voté le budget de la ville lundi soir.\n\nPartager"


@pytest.mark.parametrize("path", [*ASSETS, "/report.css", "/report.js"])
def test_every_file_of_the_page_is_there(path: str) -> None:
    data, kind = asset(path) or (b"", "")
    assert data
    assert kind.startswith("text/")


@pytest.mark.parametrize("path", ["", "/nothing", "/../__init__.py", "/examples.json"])
def test_nothing_else_is_a_file_of_the_page(path: str) -> None:
    assert asset(path) is None


def test_the_choices_have_every_label_once() -> None:
    groups = choices()["groups"]
    assert sorted(label for labels in groups.values() for label in labels) == sorted(Label)


def test_every_example_has_an_answer() -> None:
    for example in choices()["examples"]:
        assert answer({"text": example["text"]})["text"]


def test_an_answer_is_what_analyze_returns() -> None:
    found = answer({"text": TEXT, "locale": "fr-CH", "keep": ["share"]})
    article = analyze(TEXT, locale="fr-CH", keep={"share"})
    assert (found["text"], found["locale"], found["removed"]) == (article.text, "fr-CH", 0)


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ([], "has no text"),
        ({"text": 7}, "has no text"),
        ({"text": "a", "keep": "ad"}, "keep must be a list"),
        ({"text": "a", "locale": 7}, "locale must be a name"),
        ({"text": "a", "kind": "pdf"}, "unknown kind"),
        ({"text": "a" * (MAX_SIZE + 1)}, "1,000,001 characters"),
    ],
)
def test_a_request_of_another_form_is_an_error(request_: object, message: str) -> None:
    with pytest.raises(NewscleanError, match=message):
        answer(request_)
