"""The index over the rules: it finds what each rule alone would find."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclean.article import Label
from newsclean.rules.catalog import builtin_packs
from newsclean.rules.matcher import Matcher, matcher_for
from newsclean.rules.rule import DEFAULT_LENGTH, Rule

LANGUAGES = ("fr", "de", "en", "it", "es", None)
TEXTS = [
    case[key]
    for path in sorted((Path(__file__).parent.parent / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
    for key in ("input", "expected")
]
LINES = sorted({line.strip() for text in TEXTS for line in text.splitlines() if line.strip()})


def _rules_with_examples(language: str | None) -> list[Rule]:
    """What `builtin_rules` gives, with the examples."""
    return [rule for pack in builtin_packs() if pack.language in {"", "en", language} for rule in pack.rules]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_agrees_with_the_rules_on_article_lines(language: str | None) -> None:
    rules = [rule for rule in _rules_with_examples(language) if not rule.cut]
    matcher = Matcher(rules)
    for line in LINES[::11]:
        assert matcher.match(line) == [rule for rule in rules if rule.matches_line(line)], line


def test_the_index_agrees_with_the_rules_on_their_examples() -> None:
    """Each rule meets the examples of its neighbours too."""
    for language in ("fr", "de"):
        rules = [rule for rule in _rules_with_examples(language) if not rule.cut]
        matcher = Matcher(rules)
        examples = [line for rule in rules for line in (*rule.matches, *rule.keeps)]
        for line in examples[::61]:
            assert matcher.match(line) == [rule for rule in rules if rule.matches_line(line)], line


def test_each_rule_once_in_the_order_of_the_pack() -> None:
    first = Rule("a", Label.SHARE, ends=("facebook",))
    second = Rule("b", Label.SHARE, lines=("partager sur facebook",), starts=("partager", "partager sur"))
    assert Matcher([first, second]).match("Partager sur Facebook") == [first, second]
    assert Matcher([second, first]).match("Partager sur Facebook") == [second, first]


@pytest.mark.parametrize(
    "line", ["- Partager", "• Partager", "2. Partager", "► Partager", "Partager :", "  PARTAGER  "]
)
def test_a_bullet_or_marks_do_not_hide_a_line(line: str) -> None:
    whole, start = Rule("a", Label.SHARE, lines=("partager",)), Rule("b", Label.SHARE, starts=("partager",))
    assert Matcher([whole]).match(line.strip()) == [whole]
    assert Matcher([start]).match(line.strip()) == [start]


def test_lines_longer_than_any_rule_looks_at_are_not_searched() -> None:
    rule = Rule("a", Label.SHARE, starts=("partager",))
    assert Matcher([rule]).match("Partager " + "x" * (DEFAULT_LENGTH - 9)) == [rule]
    assert Matcher([rule]).match("Partager " + "x" * (DEFAULT_LENGTH - 8)) == []


def test_a_rule_for_long_lines_meets_them() -> None:
    long = Rule("a", Label.CONSENT, pattern="cookies", anchors=("cookies",), longest=400)
    short = Rule("b", Label.CONSENT, pattern="cookies", anchors=("cookies",))
    matcher = Matcher([long, short])
    assert matcher.match("Nos cookies") == [long, short]
    assert matcher.match("Nos cookies " + "servent " * 30) == [long]


def test_nothing_matches_nothing() -> None:
    assert matcher_for("fr", ()).match("") == []
    assert Matcher([]).match("Partager") == []
    assert Matcher([]).find_cuts("Une phrase. (AFP)") == []


def test_cuts_do_not_overlap_and_are_in_order() -> None:
    wide = Rule("a", Label.AD, pattern=r"window\._a\(\); window\._b\(\);", anchors=("window._a",), cut="inside")
    narrow = Rule("b", Label.AD, pattern=r"window\._b\(\);", anchors=("window._b",), cut="inside")
    tail = Rule("c", Label.AGENCY, pattern=r" \(afp\)$", anchors=("(afp)",), cut="tail")
    text = "Le conseil a voté. window._a(); window._b(); Il rit. (AFP)"
    found = Matcher([tail, wide, narrow]).find_cuts(text)
    assert [(text[a:b], rule.id) for a, b, rule in found] == [("window._a(); window._b();", "a"), (" (AFP)", "c")]


def test_cuts_agree_with_the_rules() -> None:
    for language in ("fr", "en", "de"):
        matcher = matcher_for(language, ())
        for rule in matcher.cuts:
            for line in rule.matches:
                assert matcher.find_cuts(line), (rule.id, line)


def test_offsets_of_cuts_hold_when_lower_case_is_longer() -> None:
    tail = Rule("c", Label.AGENCY, pattern=r" \(afp\)$", anchors=("(afp)",), cut="tail")
    text = "İstanbul İçin " * 30 + "bitti. (AFP)"
    ((start, end, _),) = Matcher([tail]).find_cuts(text)
    assert text[start:end] == " (AFP)"


def test_the_users_packs_come_after_the_builtin_ones() -> None:
    assert matcher_for("fr", ()) is matcher_for("fr", ())
    own = matcher_for("fr", ()).match("Partager")
    assert own
    assert {rule.label for rule in own} == {Label.SHARE}
