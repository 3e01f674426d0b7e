"""The JSON form holds what its schema says, and the documentation names every part of it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from newsclean.article import Fields, Label
from newsclean.report import SCHEMA, schema, to_dict
from tests.conftest import ROOT
from tests.report.articles import varied

ARTICLES = dict(varied())


@pytest.fixture(scope="module")
def validator() -> Any:
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


@pytest.mark.parametrize("name", ARTICLES)
def test_valid(name: str, validator: Any) -> None:
    validator.validate(json.loads(json.dumps(to_dict(ARTICLES[name]))))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["schema"], SCHEMA + 1),
        (["text"], None),
        (["date"], "2 juin 2018"),
        (["authors"], "ats"),
        (["blocks", 0, "label"], "adds"),
        (["blocks", 0, "span"], [0]),
        (["blocks", 0, "evidence"], [{"name": "a"}]),
    ],
)
def test_invalid(path: list[str | int], value: object, validator: Any) -> None:
    document = to_dict(ARTICLES["ferry.txt"])
    place: Any = document
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    assert not validator.is_valid(document)


@pytest.mark.parametrize("key", schema()["required"])
def test_no_key_may_go(key: str, validator: Any) -> None:
    document = to_dict(ARTICLES["ferry.txt"])
    del document[key]
    assert not validator.is_valid(document)


def test_schema_names_every_key() -> None:
    document = to_dict(ARTICLES["ferry.txt"])
    assert set(document) == set(schema()["properties"]) - {"file"} == set(schema()["required"])
    block = schema()["$defs"]["block"]
    assert set(document["blocks"][0]) == set(block["properties"]) == set(block["required"])
    edit = block["properties"]["edits"]["items"]
    edits = [edit for block in document["blocks"] for edit in block["edits"]]
    assert set(edits[0]) == set(edit["properties"]) == set(edit["required"])


def test_every_field_of_the_article_is_there() -> None:
    assert {field.name for field in dataclasses.fields(Fields)} <= set(to_dict(ARTICLES["html"]))


def test_labels_are_those_of_the_library() -> None:
    assert schema()["$defs"]["label"]["enum"] == [*(label.value for label in Label), None]


def test_edits_turn_the_source_into_the_text() -> None:
    for article in ARTICLES.values():
        for block in to_dict(article)["blocks"]:
            text, at = "", 0
            for edit in block["edits"]:
                text += block["source"][at : edit["span"][0]] + edit["after"]
                at = edit["span"][1]
            assert text + block["source"][at:] == block["text"]


def _keys(properties: dict[str, Any]) -> Iterator[str]:
    for key, value in properties.items():
        yield key
        yield from _keys(value.get("items", {}).get("properties", {}))


def test_documented() -> None:
    page = (ROOT / "docs" / "json.md").read_text("utf-8")
    for key in {*_keys(schema()["properties"]), *_keys(schema()["$defs"]["block"]["properties"])}:
        assert f"`{key}`" in page, key
