"""The options are one list: Python, the docstring, the command line, the configuration and the reference all have every option."""

from __future__ import annotations

import dataclasses
import inspect
import pickle
import re
from pathlib import Path
from typing import get_type_hints

import pytest

from newsclean import Label, NewscleanError, Pack, Record, Rule, analyze, analyze_many, clean, clean_many
from newsclean.cli.config import checked
from newsclean.option_info import Form, Group
from newsclean.options import DEFAULTS, INFO, Keywords, Options
from tests.conftest import ROOT
from tests.docs.reference import actions, parser_of

NAMES = [field.name for field in dataclasses.fields(Options)]
VALUES = {
    Form.NAME: "text",
    Form.NUMBER: 5,
    Form.SWITCH: True,
    Form.NAMES: ["share"],
    Form.PACKS: ["mine"],
    Form.FILE: "sites.toml",
}


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_a_keyword_of_the_same_type(name: str) -> None:
    values, keywords = get_type_hints(Options), get_type_hints(Keywords)
    converted = ("keep", "drop", "packs")
    assert name in converted or values[name] == keywords[name]
    assert set(keywords) == set(NAMES)


@pytest.mark.parametrize("function", [clean, analyze, clean_many, analyze_many])
@pytest.mark.parametrize("name", NAMES)
def test_every_function_shows_every_option_with_its_default(function: object, name: str) -> None:
    parameter = inspect.signature(function).parameters[name]
    assert parameter.kind is parameter.KEYWORD_ONLY
    assert parameter.default == DEFAULTS[name]


@pytest.mark.parametrize("name", NAMES)
def test_every_option_has_an_entry_in_the_docstring_of_clean(name: str) -> None:
    section = inspect.getdoc(clean).partition("Keyword Args:\n")[2].partition("\nReturns:")[0]
    entries = re.findall(r"^    (\w+): \S", section, re.MULTILINE)
    assert name in entries
    assert set(entries) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_a_flag_with_help(name: str) -> None:
    (flag,) = [action for action in actions(parser_of(None)) if action.dest == name]
    assert INFO[name].help in flag.help
    assert flag.default is None  # what is not given is left to the configuration


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_a_key_of_the_configuration(name: str) -> None:
    value = VALUES[INFO[name].form]
    assert name in checked({name: value}, Path("/news/newsclean.toml"))
    with pytest.raises(NewscleanError, match=f"{name} must be "):
        checked({name: 2.5}, Path("/news/newsclean.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_in_the_reference_of_the_command_line(name: str) -> None:
    page = (ROOT / "docs" / "cli-reference.md").read_text("utf-8")
    flag = INFO[name].flag or f"--{name.replace('_', '-')}"
    assert f"| `{flag}" in page


def test_the_own_options_of_a_record_are_options_of_the_input_or_its_locale() -> None:
    own = get_type_hints(Record).keys() - {"source", "id"}
    assert own <= {name for name, info in INFO.items() if info.group is Group.INPUT} | {"locale"}
    assert all(get_type_hints(Record)[name] == get_type_hints(Options)[name] for name in own)
    assert {name: Record._field_defaults[name] for name in own} == {name: DEFAULTS[name] for name in own}


def test_names_become_labels_and_packs() -> None:
    pack = Pack("mine", (Rule("mine.corner", Label.NAV, lines=("le coin des lecteurs",)),))
    options = Options.of(keep={"share", "ad"}, drop=["title"], packs=[pack])
    assert (options.keep, options.drop, options.packs) == ({Label.SHARE, Label.AD}, {Label.TITLE}, (pack,))


def test_a_generator_of_labels_is_read_once_for_all_sources() -> None:
    texts = ["Le conseil a voté le budget de la ville lundi soir.\nPartager"] * 3
    assert all("Partager" in text for text in clean_many(texts, keep=(name for name in ["share"])))


def test_a_misspelt_option_is_named_with_the_nearest() -> None:
    for function in (clean, analyze, clean_many, analyze_many):
        with pytest.raises(TypeError, match="unknown option 'strictnes', did you mean 'strictness'"):
            function("", strictnes="strict")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"kind": "pdf"}, "unknown kind 'pdf'. Known: html, text"),
        ({"strictness": None}, "unknown strictness None"),
        ({"format": "html"}, "unknown format 'html'"),
        ({"links": True}, "links are written in Markdown only"),
    ],
)
def test_values_are_checked_when_the_options_are_made(options: dict, message: str) -> None:
    with pytest.raises(NewscleanError, match=message):
        Options(**options)


def test_a_copy_is_checked_too() -> None:
    with pytest.raises(NewscleanError, match="unknown kind"):
        Options().replace(kind="pdf")


def test_options_go_to_other_processes() -> None:
    options = Options.of(keep={"share"}, locale="fr-CH")
    assert pickle.loads(pickle.dumps(options)) == options


def test_what_describes_one_input_does_not_change_the_filters() -> None:
    given = Options(url="https://example.ch/1", kind="html", locale="fr-CH", charset="utf-8", max_size=5)
    assert given.for_filters() == Options(locale="fr-CH")
