"""newsclean rules and newsclean check-rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean.rules.catalog import builtin_packs
from tests.cli.conftest import Command


def test_overview(command: Command) -> None:
    code, out, _ = command("rules")
    assert code == 0
    for pack in builtin_packs():
        assert f"\n{pack.id}: {len(pack.rules)} rules" in f"\n{out}"
    assert "bnj: 3 rules, rfj.ch, rjb.ch, rtn.ch" in out


def test_a_rule_is_explained(command: Command) -> None:
    rule = builtin_packs()[0].rules[0]
    code, out, _ = command("rules", rule.id)
    assert code == 0
    assert out.startswith(f"{rule.id}  (newsclean/languages/core/rules.toml)\n")
    assert f"label     {rule.label}" in out
    assert f"matches   {rule.matches[0]}" in out
    assert f"keeps     {rule.keeps[0]}" in out


def test_every_rule_can_be_explained(command: Command) -> None:
    for pack in builtin_packs():
        _, out, _ = command("rules", pack.id)
        assert [rule.id for rule in pack.rules if f"{rule.id}  (" not in out] == []


def test_beginning_and_label(command: Command) -> None:
    out = command("rules", "fr.newsletter")[1]
    assert "fr.newsletter.subscribe" in out
    assert "fr-CA" not in out
    assert "de.most_read" in command("rules", "most_read")[1]


def test_unknown(command: Command) -> None:
    code, out, err = command("rules", "fr.newslettr")
    assert (code, out) == (2, "")
    assert "did you mean fr.newsletter" in err
    assert "did you mean fr.newsletter" in command("rules", "FR.Newsletter")[2]
    assert command("rules", "qqqqqq")[2].startswith("newsclean: no rule is called 'qqqqqq'; `newsclean rules`")


def test_own_packs(here: Path, command: Command) -> None:
    assert "mine: 1 rule, every language  (mine.toml)" in command("rules", "--pack", "mine.toml")[1]
    assert command("rules", "mine", "--pack", "mine.toml")[1].startswith("mine.nav.corner  (mine.toml)")
    assert command("rules", "--pack", "swiss")[0] == 2


def test_words_of_a_line_are_weighed(command: Command) -> None:
    code, out, _ = command("rules", "--words", "Lire aussi")
    assert code == 0
    head, _, rest = out.partition("\n\n")
    rows = [line.split() for line in rest.partition("\n\n")[0].splitlines()[1:]]
    assert head.splitlines()[:2] == ["Lire aussi", "  language  fr"]
    score = float(head.splitlines()[2].split()[1].rstrip(":"))
    assert sum(float(row[0]) for row in rows) == pytest.approx(score, abs=0.05)
    assert {row[-1] for row in rows} == {"fr", "common"}
    assert "lire aussi" in rest


def test_decorations_weigh_nothing(command: Command) -> None:
    plain, dressed = (
        command("rules", "--words", line)[1].partition("\n")[2] for line in ("Lire aussi", "▶ LIRE AUSSI »")
    )
    assert plain == dressed


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Mehr zum Thema", "de"),
        ("Abonnez-vous à notre newsletter", "fr"),
        ("Le conseil a voté le budget de la ville", "fr"),
    ],
)
def test_the_language_of_words_is_found(command: Command, line: str, language: str) -> None:
    assert f"  language  {language}\n" in command("rules", "--words", line)[1]


def test_a_language_can_be_chosen(command: Command) -> None:
    assert "  language  de\n" in command("rules", "--words", "Newsletter", "--language", "de")[1]
    assert "el, which has no words of its own" in command("rules", "--words", "Newsletter", "--language", "el")[1]
    code, out, err = command("rules", "--words", "Newsletter", "--language", "ff")
    assert (code, out) == (2, "")
    assert "unknown language 'ff'" in err


@pytest.mark.parametrize("line", ["", " ", "zzzqqq", "☃", "\x1b[31m", "mot " * 500])
def test_any_line_can_be_weighed(command: Command, line: str) -> None:
    code, out, _ = command("rules", "--words", line)
    assert code == 0
    assert "  score     " in out
    assert "\x1b" not in out


def test_what_does_not_go_with_words(command: Command) -> None:
    assert command("rules", "aussi", "--words", "Lire")[0] == 2
    assert "quote a line" in command("rules", "aussi", "--words", "Lire")[2]
    assert "--language needs --words" in command("rules", "--language", "fr")[2]
