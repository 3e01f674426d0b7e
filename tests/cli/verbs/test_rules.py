"""newsclean rules and newsclean check-rules."""

from __future__ import annotations

from pathlib import Path

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
