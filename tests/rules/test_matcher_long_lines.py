"""Long lines: what is known of the whole document spares work and changes no match."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.article import Label
from newsclean.rules.matcher import LayeredMatcher, Matcher, matcher_for
from newsclean.rules.pack import Pack
from newsclean.rules.rule import DEFAULT_LENGTH, Rule

LANGUAGES = ("fr", "de", "en", "it", "es", None)
OWN = Pack("mine", (Rule("mine.other", Label.OTHER, pattern="zorbe|_x", anchors=("zorbe", "_x"), longest=700),))
GLUE = st.sampled_from(["", "", "_", "1", "x", "É", "'", "-", "\u0301", "٣", ".", " "])
FILL = "mot de plus, soit 12 % de la ville entière ; "


@st.composite
def long_line(draw: st.DrawFn, anchors: list[str], sizes: tuple[int, int]) -> str:
    """Anchors, glued to other signs or not, anywhere in a line of a given size."""
    size = draw(st.integers(*sizes))
    pieces = [f"{draw(GLUE)}{draw(st.sampled_from(anchors))}{draw(GLUE)}" for _ in range(draw(st.integers(1, 4)))]
    head, tail = pieces[0], " ".join(pieces[1:])
    fill = (FILL * 30)[: max(0, size - len(head) - len(tail) - 2)]
    line = f"{head} {fill} {tail}" if draw(st.booleans()) else f"{fill} {head} {tail}"
    return line.title() if draw(st.booleans()) else line


@pytest.mark.parametrize("packs", [(), (OWN,)], ids=["builtin", "layered"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_document_holds_changes_no_match(language: str | None, packs: tuple[Pack, ...]) -> None:
    matcher = matcher_for(language, packs)
    anchors = [*sorted(matcher.long_anchors), "zorbe", "_x"]
    lines = st.lists(long_line(anchors, (DEFAULT_LENGTH + 1, 1_000)), min_size=1, max_size=3)

    @settings(max_examples=60, deadline=None)
    @given(lines)
    def check(lines: list[str]) -> None:
        there = matcher.long_anchors_in("\n".join(lines).lower())
        for line in lines:
            assert matcher.match(line, document_anchors=there) == matcher.match(line), line

    check()


@pytest.mark.parametrize("length", [DEFAULT_LENGTH, DEFAULT_LENGTH + 1, 400, 401])
def test_rules_of_long_lines_agree_with_the_rules_alone(length: int) -> None:
    rules = [
        Rule("a", Label.OTHER, pattern="cookies", anchors=("cookies",), longest=400),
        Rule("b", Label.OTHER, pattern="cookies", anchors=("cookies",)),
        Rule("c", Label.OTHER, starts=("nos cookies",), ends=("les cookies",), longest=400),
        Rule("d", Label.OTHER, pattern="nos|_x", anchors=("_x", "nos"), longest=1_000),
    ]
    matcher = Matcher(rules)
    for first, last in (
        ("Nos cookies", "ici"),
        ("Ici", "les cookies"),
        ("_cookies", "cookies1"),
        ("_x", "nos_"),
        ("", ""),
    ):
        line = f"{first} {'m' * (length - len(first) - len(last) - 2)} {last}"
        wanted = [rule for rule in rules if rule.matches_line(line)]
        assert matcher.match(line) == wanted
        assert matcher.match(line, document_anchors=matcher.long_anchors_in(line.lower())) == wanted
        assert matcher.match(line, document_anchors=matcher.long_anchors_in("nos cookies et _x")) == wanted


def test_only_what_a_document_holds_is_looked_for() -> None:
    rule = Rule("a", Label.OTHER, pattern="cookies", anchors=("cookies",), longest=400)
    line = "Nos cookies " + "m" * DEFAULT_LENGTH
    assert Matcher([rule]).match(line, document_anchors=frozenset()) == []
    assert Matcher([rule]).long_anchors_in("nos cookies_ et sites") == frozenset()
    assert Matcher([rule]).long_anchors_in("nos cookies") == {"cookies"}


def test_layers_part_the_anchors_between_them() -> None:
    one, two = (
        Rule(name, Label.OTHER, pattern=name, anchors=(name, "commun"), longest=400) for name in ("cookies", "traceurs")
    )
    layered, whole = LayeredMatcher(Matcher([one]), Matcher([two])), Matcher([one, two])
    assert layered.long_anchors == whole.long_anchors == {"cookies", "traceurs", "commun"}
    for words in ("cookies", "traceurs", "cookies traceurs", "commun", "cookies commun", "rien"):
        line = f"{words} {'m' * DEFAULT_LENGTH}"
        there = layered.long_anchors_in(line)
        assert there == whole.long_anchors_in(line)
        assert layered.match(line, document_anchors=there) == layered.match(line) == whole.match(line)


def test_a_line_of_spaces_has_no_ends() -> None:
    assert Matcher([Rule("a", Label.OTHER, starts=("a",), longest=900)]).match(" " * 300) == []
