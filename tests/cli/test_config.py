"""The configuration: where it is found, what it may say, and that the command line wins."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from newsclean import clean
from newsclean.cli.config import find
from newsclean.options import INFO
from tests.cli.conftest import Command


def test_keys_are_the_options_of_clean() -> None:
    assert set(INFO) == set(inspect.signature(clean).parameters) - {"source"}


@pytest.mark.parametrize(
    ("name", "table"), [("newsclean.toml", ""), ("pyproject.toml", '[project]\nname = "a"\n[tool.newsclean]\n')]
)
def test_found_upward(here: Path, command: Command, monkeypatch: pytest.MonkeyPatch, name: str, table: str) -> None:
    (here / name).write_text(f'{table}keep = ["share"]\nlocale = "fr-CH"\n', "utf-8")
    below = here / "a" / "b"
    below.mkdir(parents=True)
    (below / "pyproject.toml").write_text('[project]\nname = "b"\n', "utf-8")
    monkeypatch.chdir(below)
    assert find(below) == here / name
    assert command("../../article.txt")[1].endswith("Partager\n")
    assert not command("--no-config", "../../article.txt")[1].endswith("Partager\n")
    assert not command("--keep", "", "../../article.txt")[1].endswith("Partager\n")


def test_the_nearest_wins(here: Path) -> None:
    (here / "a").mkdir()
    (here / "newsclean.toml").write_text("", "utf-8")
    (here / "a" / "pyproject.toml").write_text("[tool.newsclean]\n", "utf-8")
    assert find(here / "a") == here / "a" / "pyproject.toml"
    (here / "a" / "newsclean.toml").write_text("", "utf-8")
    assert find(here / "a") == here / "a" / "newsclean.toml"


def test_paths_are_relative_to_the_file(here: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "rules").mkdir()
    (here / "mine.toml").rename(here / "rules" / "mine.toml")
    (here / "rules" / "sites.toml").write_text("", "utf-8")
    (here / "newsclean.toml").write_text('packs = ["rules/mine.toml"]\n', "utf-8")
    (here / "a").mkdir()
    monkeypatch.chdir(here / "a")
    assert "lecteurs" not in command("../corner.txt")[1]
    assert "lecteurs" in command("--no-config", "../corner.txt")[1]
    code, _, err = command("--config", "../rules/nothing.toml", "../corner.txt")
    assert (code, "nothing.toml: No such file" in err) == (2, True)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('kepp = ["share"]', "newsclean.toml: unknown key 'kepp', did you mean 'keep'? Known: "),
        ('keep = "share"', "newsclean.toml: keep must be a list of texts, not 'share'"),
        ("keep = [3]", "keep must be a list of texts"),
        ('tables = "no"', "tables must be true or false"),
        ("max_size = true", "max_size must be a whole number"),
        ("locale = 3", "locale must be a text in quotes"),
        ('keep = ["shares"]', "newsclean.toml: unknown label 'shares', did you mean 'share'?"),
        ('keep = ["ad"]\ndrop = ["ad"]', "newsclean.toml: the label 'ad' is in both keep and drop"),
        ('strictness = "strickt"', "newsclean.toml: unknown strictness 'strickt', did you mean 'strict'?"),
        ('format = "html"', "newsclean.toml: unknown format 'html'"),
        ('kind = "pdf"', "newsclean.toml: unknown kind 'pdf'"),
        ('locale = "klingon!"', "newsclean.toml: unknown locale 'klingon!'"),
        ('packs = ["nothing.toml"]', "nothing.toml: the pack cannot be read"),
        ('packs = ["swiss"]', "no installed pack is called 'swiss'"),
        ('packs = ["mine.toml", "./mine.toml"]', "two packs have the id 'mine': /"),
        ('profile = "nothing.toml"', "nothing.toml: the profile cannot be read"),
        ("keep = ", "newsclean.toml: not valid TOML"),
    ],
)
def test_bad_configuration(here: Path, command: Command, text: str, message: str) -> None:
    (here / "newsclean.toml").write_text(text, "utf-8")
    code, out, err = command("article.txt")
    assert (code, out) == (2, "")
    assert message in err
    assert err.count("\n") == 1


def test_a_conflict_with_the_configuration_names_it(here: Path, command: Command) -> None:
    (here / "newsclean.toml").write_text('keep = ["metadata"]', "utf-8")
    code, _, err = command("--drop", "date", "article.txt")
    assert (code, "the label 'date' is in both keep and drop" in err, "(keep comes from " in err) == (2, True, True)
    assert command("--drop", "date", "--keep", "", "article.txt")[0] == 0
    assert "comes from" not in command("--drop", "date", "--keep", "date", "article.txt")[2]


def test_two_packs_with_one_id_are_both_named(here: Path, command: Command) -> None:
    (here / "other.toml").write_text((here / "mine.toml").read_text("utf-8"), "utf-8")
    code, _, err = command("--pack", "mine.toml", "--pack", "other.toml", "article.txt")
    assert (code, "two packs have the id 'mine': mine.toml and other.toml; give" in err) == (2, True)


def test_files_of_windows_may_begin_with_a_mark(here: Path, command: Command) -> None:
    for name, text in (
        ("mine.toml", (here / "mine.toml").read_text("utf-8")),
        ("newsclean.toml", 'packs = ["mine.toml"]'),
    ):
        (here / name).write_text(text, "utf-8-sig")
    assert "lecteurs" not in command("corner.txt")[1]
    assert command("check-rules", "mine.toml")[0] == 0


def test_a_pyproject_that_is_given_must_have_the_table(here: Path, command: Command) -> None:
    (here / "pyproject.toml").write_text('[project]\nname = "a"\n', "utf-8")
    code, _, err = command("--config", "pyproject.toml", "article.txt")
    assert (code, "no table [tool.newsclean]" in err) == (2, True)
    (here / "pyproject.toml").write_text("[tool]\nnewsclean = 3\n", "utf-8")
    assert command("article.txt")[0] == 2
