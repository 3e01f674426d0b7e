"""The commands of the documentation print what it says they print."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest

from newsclean import NewscleanError
from newsclean.cli.config import load
from newsclean.options import INFO
from newsclean.rules.lint import lint_pack
from newsclean.rules.pack import RULE_KEYS as KEYS_OF_A_RULE
from tests.cli.conftest import Command
from tests.conftest import ROOT

DOCS = ROOT / "docs"
PAGES = ("cli.md", "rules.md")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: str, kind: str) -> list[str]:
    return [text for found, text in BLOCK.findall((DOCS / page).read_text("utf-8")) if found == kind]


def commands(page: str) -> list[tuple[str, str]]:
    """Each command of a page with the output that is shown below it."""
    shown = "".join(blocks(page, "console"))
    return [
        (piece.partition("\n")[0], piece.partition("\n")[2])
        for piece in re.split(r"^\$ ", shown, flags=re.MULTILINE)[1:]
    ]


@pytest.mark.parametrize("page", PAGES)
def test_commands(page: str, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (DOCS / "examples" / "rules").iterdir():
        shutil.copy(path, tmp_path)
    monkeypatch.chdir(tmp_path)
    code = 0
    assert commands(page)
    for line, shown in commands(page):
        if line == "echo $?":
            assert shown == f"{code}\n"
            continue
        name, *arguments = shlex.split(line)
        assert name == "newsclean"
        code, out, err = command(*arguments)
        assert doctest.OutputChecker().check_output(shown, out + err, doctest.ELLIPSIS), out + err


def test_the_configuration_shown_is_right(tmp_path: Path) -> None:
    (text,) = blocks("cli.md", "toml")
    path = tmp_path / "newsclean.toml"
    path.write_text(text.replace("# profile", "profile"), "utf-8")
    named = {*load(path), *re.findall(r"\w+", text.partition("# also: ")[2])}
    assert named == set(INFO)
    path.write_text(f"{text}\nnothing = 1\n", "utf-8")
    with pytest.raises(NewscleanError):
        load(path)


def test_the_pack_shown_is_sound() -> None:
    pack, _ = blocks("rules.md", "toml")
    assert lint_pack(pack) == []


def test_every_key_of_a_rule_is_described() -> None:
    page = (DOCS / "rules.md").read_text("utf-8")
    described = re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| (`[^|]*`) \|", page, re.MULTILINE)))
    assert set(described) == set(KEYS_OF_A_RULE)
