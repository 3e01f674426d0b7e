"""Packs: what is read from TOML, and what a pack that is not well formed gets."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from newsclean import NewscleanError, Pack, analyze, clean
from newsclean.article import Label
from newsclean.rules import pack as packs
from newsclean.rules.catalog import builtin_packs, site_packs
from newsclean.rules.pack import PackError
from newsclean.rules.rule import MAX_LENGTH

RULE = """
[[rule]]
id = "share.bar"
label = "share"
lines = ["Teilen"]
matches = ["Teilen"]
keeps = ["Teilen ist schön."]
"""
TEXT = "Der Gemeinderat hat am Montag das Budget der Stadt beschlossen.\n\nZum Merkzettel"


def pack(rule: str = RULE, head: str = 'id = "mine"') -> str:
    """A pack of one rule."""
    return f"{head}\n{rule}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id = ", "mine.toml: not valid TOML"),
        ('id = "a"\nid = "b"', "not valid TOML"),
        (pack(head='id = "m"\nrules = 1'), "unknown key in mine.toml 'rules', did you mean 'rule'?"),
        (pack(head='langage = "fr"'), "unknown key in mine.toml 'langage', did you mean 'language'?"),
        (pack(head=""), "the pack has no id"),
        (pack(head="id = 3"), "the pack has no id"),
        (pack(RULE.replace('id = "share.bar"', "")), "mine.toml, rule 1: the rule has no id"),
        (pack(RULE.replace("lines", "line")), "(share.bar) 'line', did you mean 'lines'?"),
        (pack(RULE.replace('label = "share"', 'label = "shares"')), "'shares', did you mean 'share'?"),
        (pack(RULE.replace('label = "share"', "")), "unknown label in mine.toml, rule 1 (share.bar)"),
        (pack(RULE + 'strength = "stong"'), "'stong', did you mean 'strong'?"),
        (pack(RULE + 'cut = "tale"'), "'tale', did you mean 'tail'?"),
        (pack(RULE.replace('matches = ["Teilen"]', "")), "at least one example under matches and one under keeps"),
        (pack(RULE.replace('keeps = ["Teilen ist schön."]', "keeps = []")), "at least one example"),
        (pack(RULE.replace('lines = ["Teilen"]', "")), "the rule looks for nothing"),
        (pack(RULE.replace('lines = ["Teilen"]', 'lines = "Teilen"')), "lines: expected a list of non-empty strings"),
        (pack(RULE.replace('lines = ["Teilen"]', 'lines = [" "]')), "expected a list of non-empty strings"),
        (pack(RULE.replace('lines = ["Teilen"]', "lines = [3]")), "expected a list of non-empty strings"),
        (pack(RULE + 'pattern = "^teilen"'), "a pattern needs anchors"),
        (pack(RULE + "pattern = '(teilen'\nanchors = ['teilen']"), "the pattern is not well formed"),
        (pack(RULE + 'cut = "tail"'), "a cut needs a pattern"),
        (pack(RULE + "longest = 0"), f"longest must be a number of characters from 1 to {MAX_LENGTH}"),
        (pack(RULE + f"longest = {MAX_LENGTH + 1}"), f"from 1 to {MAX_LENGTH}"),
        (pack(RULE + 'longest = "200"'), f"from 1 to {MAX_LENGTH}"),
        (pack(RULE + "longest = true"), f"from 1 to {MAX_LENGTH}"),
        (pack(RULE + 'section = "yes"'), "(share.bar): section must be true or false"),
        (
            pack(RULE + "strenght = 'weak'"),
            "unknown key in mine.toml, rule 1 (share.bar) 'strenght', did you mean 'strength'?",
        ),
        (pack(RULE + RULE), "mine.toml: two rules are called 'mine.share.bar'; rename one"),
    ],
)
def test_a_pack_that_is_not_well_formed(text: str, message: str) -> None:
    with pytest.raises(NewscleanError) as caught:
        Pack.parse(text, "mine.toml")
    assert message in str(caught.value)


def test_load_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text('id = "mine"\nrule = ]', "utf-8")
    with pytest.raises(NewscleanError, match=r"broken\.toml: not valid TOML.*line 2"):
        Pack.load(path)
    path.write_bytes(b"id = '\xff'")
    with pytest.raises(NewscleanError, match=r"broken\.toml: the pack cannot be read"):
        Pack.load(path)
    with pytest.raises(NewscleanError, match=r"nowhere\.toml: the pack cannot be read"):
        Pack.load(tmp_path / "nowhere.toml")


def test_a_pack_of_the_users_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    text = RULE.replace("Teilen ist schön.", "Zum Merkzettel gehört ein Stift.").replace('"Teilen"', '"Zum Merkzettel"')
    path.write_text(pack(text), "utf-8")
    mine = Pack.load(path)
    assert "Merkzettel" in clean(TEXT)
    (removed,) = analyze(TEXT, packs=[mine]).removed
    assert (removed.source, removed.label) == ("Zum Merkzettel", Label.SHARE)
    assert removed.evidence[0].name == "mine.share.bar"
    assert "Merkzettel" in clean(TEXT, packs=[mine], keep={"share"})


SLOW = r"""
id = "mine"
[[rule]]
id = "promo.read"
label = "promo"
pattern = '^lisez (?:[\w ]{1,30} ?){1,30}vallée$'
anchors = ["lisez"]
matches = ["Lisez la vallée"]
keeps = ["Lisez-vous?"]
"""


@pytest.mark.parametrize("cut", ["", 'cut = "tail"\n'], ids=["line", "cut"])
def test_a_slow_rule_of_your_own_stops(cut: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "SEARCH_TIMEOUT", 0.05)
    mine = Pack.parse(SLOW.replace("anchors", f"{cut}anchors"))
    assert clean(TEXT, packs=[mine]) == clean(TEXT)
    with pytest.raises(NewscleanError, match=r"rule mine.promo.read: its pattern took more than 0.05 s on one line"):
        analyze(f"{TEXT}\n\n{'lisez ' * 30}vallee.", packs=[mine])


def test_rules_that_come_with_newsclean_were_tested_and_are_not_watched() -> None:
    assert {rule.timeout for pack in (*builtin_packs(), *site_packs()) for rule in pack.rules} == {None}
    assert {rule.timeout for rule in Pack.parse(pack()).rules} == {packs.SEARCH_TIMEOUT}


def test_an_error_names_the_key_of_the_rule() -> None:
    with pytest.raises(PackError) as caught:
        Pack.parse(pack(RULE + "strenght = 'weak'"))
    assert caught.value.key == "strenght"
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.key) == (str(caught.value), "strenght")
