"""The quick reader reads as the standard one does, and what comes with newsclean is as sound as if it were checked on every start."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

import newsclean
from newsclean.labels.trees import builtin_trees
from newsclean.labels.trees import parse as checked_trees
from newsclean.rules.catalog import builtin_pack, builtin_packs, file_of, site_packs
from newsclean.rules.pack import Pack
from newsclean.rules.rule import Rule
from newsclean.tables import data_of, parse

HOME = Path(newsclean.__file__).parent
TABLES = sorted(path.relative_to(HOME).as_posix() for path in HOME.rglob("*.toml"))
PACKS = [pack.id for pack in builtin_packs()]


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_read_as_the_standard_reader_does(name: str) -> None:
    text = (HOME / name).read_text("utf-8")
    ours, theirs = parse(text), tomllib.loads(text)
    assert ours == theirs
    assert list(ours) == list(theirs)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "a = 1\nb = 2.5\nc = true\nd = [1, 2]\n",
        "a = 'C:\\x'\nb = '''it's'''\n",
        'a = """\none\ntwo"""\nb = 1\n',
        "a = '''\n[b]\nc = 1\n'''\n",
        'a = [ # list\n  "b", # so\n  # and so\n  "c",\n]\n',
        'a = ["#", ",]", "x]", "= ["]\n',
        'a = "b" # c\n',
        "[a.b]\nc = 1\n[a]\nd = 2\n[[e]]\nf = 1\n[[e]]\nf = 2\n[e.g]\nh = 3\n",
        '"a b" = "é\\u00e9\\t"\n',
        "a = { b = 1, c = 'd' }\n",
        "a = 2020-01-02\n",
        'a = "\\U0001F600"\r\nb = 1\r\n',
    ],
)
def test_forms_of_toml(text: str) -> None:
    assert parse(text) == tomllib.loads(text)


@pytest.mark.parametrize("text", ["a = \n", 'a = "b\n', "a = [1\n", "a = b\n"])
def test_what_is_no_toml_is_an_error(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(OSError, match="nothing"):
        data_of("newsclean", "nothing.toml")


@pytest.mark.parametrize("name", PACKS)
def test_packs_are_what_checking_them_gives(name: str) -> None:
    ours, theirs = (
        builtin_pack(name),
        Pack.parse(data_of("newsclean.languages", f"{'/'.join(file_of(name))}.toml"), name),
    )
    assert (ours.id, ours.language, ours.sites) == (theirs.id, theirs.language, theirs.sites)
    assert list(map(told, ours.rules)) == list(map(told, theirs.rules))


def test_site_packs_are_what_checking_them_gives() -> None:
    for ours in site_packs():
        theirs = Pack.parse(data_of("newsclean.rules", f"sites/{ours.id}.toml"), ours.id)
        assert (ours.id, ours.language, ours.sites) == (theirs.id, theirs.language, theirs.sites)
        assert list(map(told, ours.rules)) == list(map(told, theirs.rules))


def told(rule: Rule) -> list[object]:
    """All of a rule but how long it may look: those that come with newsclean are not watched."""
    return [getattr(rule, field.name) for field in fields(rule) if field.name != "timeout"]


@pytest.mark.parametrize("name", ["text", "html"])
def test_models_are_what_checking_them_gives(name: str) -> None:
    assert builtin_trees(name) == checked_trees(data_of("newsclean.labels", f"{name}.json"))
