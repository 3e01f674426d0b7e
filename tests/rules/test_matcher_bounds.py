"""The index over the rules at its bounds: lengths, zones of cuts, anchors with signs, and layers."""

from __future__ import annotations

import pytest

from newsclean.article import Label
from newsclean.normal_forms import NormalForms, line_key
from newsclean.rules.matcher import LayeredMatcher, Matcher, matcher_for
from newsclean.rules.pack import Pack
from newsclean.rules.rule import CUT_REACH, DEFAULT_LENGTH, Rule


def rule(name: str = "a", **told: object) -> Rule:
    return Rule(name, Label.SHARE, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "told",
    [
        {"lines": ("partager ceci",)},
        {"starts": ("partager",)},
        {"ends": ("ceci",)},
        {"pattern": "partager", "anchors": ("partager",)},
    ],
)
def test_a_line_is_as_long_as_the_rule_allows(told: dict[str, object]) -> None:
    line = "Partager ceci"
    at_bound, below = rule(longest=len(line), **told), rule(longest=len(line) - 1, **told)
    assert Matcher([at_bound]).match(line) == [at_bound]
    assert Matcher([below]).match(line) == []
    other = rule("long", lines=("autre",), longest=1_000)
    assert Matcher([other, at_bound]).match(line) == [at_bound]
    if "lines" not in told:  # whole lines are as long as they are
        assert Matcher([other, below]).match(line) == []


def test_patterns_of_long_lines_are_met_from_the_bound_on() -> None:
    short = rule(pattern="^partager", anchors=("partager",), longest=DEFAULT_LENGTH)
    long = rule("b", pattern="^partager", anchors=("partager",), longest=DEFAULT_LENGTH + 1)
    matcher = Matcher([short, long])
    assert (Matcher([short]).long_anchors, Matcher([long]).long_anchors) == (set(), {"partager"})
    for length, met in (
        (DEFAULT_LENGTH - 1, [short, long]),
        (DEFAULT_LENGTH, [short, long]),
        (DEFAULT_LENGTH + 1, [long]),
        (DEFAULT_LENGTH + 2, []),
    ):
        line = "Partager " + "x" * (length - 9)
        assert matcher.match(line) == met, length


def test_the_first_three_words_may_begin_a_line_and_the_last_ends_it() -> None:
    start, end = rule(starts=("partager",)), rule("b", ends=("partager",))
    matcher = Matcher([start, end])
    assert matcher.match("Partager tout") == [start]
    assert matcher.match("Tout partager") == [end]
    assert matcher.match("Partager") == [start, end]
    assert matcher.match("Tout le monde peut ici partager") == [end]
    assert matcher.match("Tout partager tout") == []
    whole = Matcher([rule(starts=("partager ceci",)), rule("b", ends=("lire ceci",))])
    assert whole.match("Partager tout ceci") == []
    long = rule(starts=("partager ceci avec tous vos amis",))
    assert Matcher([long]).match("Partager ceci avec tous vos amis !") == [long]


def test_what_is_known_of_a_line_may_be_told() -> None:
    known = rule(lines=("partager",))
    matcher = Matcher([known])
    assert matcher.match("Partager", line_key("Partager")) == [known]
    assert matcher.match("Partager", forms=NormalForms.of("Partager")) == [known]
    assert matcher.match("autre", line_key("Partager")) == [known]  # the key counts
    assert matcher.match("Partager", "autre") == []


def test_anchors_say_nothing_without_a_pattern() -> None:
    bare = rule(lines=("partager",), anchors=("partager", "ceci"))
    assert Matcher([bare]).match("Partager ceci") == []


def test_marks_alone_meet_only_whole_lines() -> None:
    marks = rule(lines=("***",))
    assert Matcher([marks, rule("b", starts=("a",))]).match("***") == (
        [marks] if line_key("***") == line_key("* * *") else []
    )


def test_a_rule_that_speaks_in_several_ways_is_told_once() -> None:
    several = rule(
        lines=("partager ici",), starts=("partager",), ends=("ici",), pattern="partager", anchors=("partager", "ici")
    )
    assert Matcher([several]).match("Partager ici") == [several]


@pytest.mark.parametrize(("cut", "near", "far"), [("head", 0, 2), ("tail", 2, 0), ("inside", 1, 1)])
def test_cuts_look_in_their_zone(cut: str, near: int, far: int) -> None:
    """Of a beginning, a middle and an end, each further from the others than a cut reaches."""
    found = rule(pattern=r"\(pub\)", anchors=("(pub",), cut=cut)
    places = [["(pub)", "a", "a"], ["a", "(pub)", "a"], ["a", "a", "(pub)"]]
    filler = " " + "mot " * (CUT_REACH // 2)
    texts = [filler.join(place) for place in places]
    matcher = Matcher([found])
    assert [text[a:b] for text in (texts[near],) for a, b, _ in matcher.find_cuts(text)] == ["(pub)"]
    if near != far:
        assert matcher.find_cuts(texts[far]) == []
        assert matcher.find_cuts(texts[1]) == []


@pytest.mark.parametrize("cut", ["head", "tail"])
def test_an_anchor_counts_up_to_the_end_of_the_zone(cut: str) -> None:
    found = rule(pattern=r"\(pub\)", anchors=("(pub)",), cut=cut)
    for reach, cuts in ((CUT_REACH, 1), (CUT_REACH + 1, 0)):
        filler = "m" * (reach - 5)
        text = f"{filler}(pub){'n' * CUT_REACH}" if cut == "head" else f"{'n' * CUT_REACH}(pub){filler}"
        assert len(Matcher([found]).find_cuts(text)) == cuts, reach


def test_an_anchor_alone_takes_nothing_out() -> None:
    """The pattern decides."""
    found = rule(pattern=r" \(pub\)$", anchors=("(pub)",), cut="tail")
    assert Matcher([found]).find_cuts("Un mot (pub) et un autre.") == []
    assert Matcher([found]).find_cuts("Un mot (pub)") == [(6, 12, found)]


def test_pieces_that_touch_are_both_taken_and_pieces_that_overlap_are_not() -> None:
    one, two = (rule(n, pattern=rf"\[{n}\]", anchors=(f"[{n}]",), cut="inside") for n in "ab")
    wide = rule("w", pattern=r"\[a\]\[", anchors=("[a][",), cut="inside")
    for rules in ([one, two], [two, one]):
        assert [(a, b) for a, b, _ in Matcher(rules).find_cuts("x[a][b]x")] == [(1, 4), (4, 7)]
    assert [found.id for *_, found in Matcher([one, wide, two]).find_cuts("x[a][b]x")] == ["a", "b"]
    assert [found.id for *_, found in Matcher([wide, one, two]).find_cuts("x[a][b]x")] == ["w"]


def test_anchors_with_and_without_a_sign() -> None:
    """A sign opens the gate to all anchors that hold it; letters, spaces, apostrophes and hyphens are no signs."""
    rules = [rule(str(n), pattern=pattern, anchors=(anchor,), cut="inside") for n, (pattern, anchor) in enumerate(
        [(r"a\.b", "a.b"), (r"c\.d", "c.d"), ("l'autre", "l'autre"), ("peut-être", "peut-être"), (r"\(x\)", "(x)")]
    )]  # fmt: skip
    matcher = Matcher(rules)
    for text, met in (
        ("a.b", ["0"]),
        ("c.d", ["1"]),
        ("a.c", []),
        ("L'autre", ["2"]),
        ("peut-être", ["3"]),
        ("(x) a.b", ["4", "0"]),
    ):
        assert [found.id for *_, found in matcher.find_cuts(text)] == met, text
        low = NormalForms.of(text).straight_lower
        assert matcher.find_cuts(text, low, matcher.cuts_possible_in(f"avant\n{low}\naprès")) == matcher.find_cuts(text)
    assert not any(matcher.cuts_possible_in("rien").values())


def test_layers_give_what_one_matcher_of_all_rules_gives() -> None:
    base = [rule("base", lines=("partager",)), rule("cut", pattern=r"\(x\)", anchors=("(x)",), cut="tail")]
    more = [
        rule("more", starts=("partager",), longest=900),
        rule("other", pattern=r"\[y\]", anchors=("[y]",), cut="inside"),
    ]
    layered, one = LayeredMatcher(Matcher(base), Matcher(more)), Matcher([*base, *more])
    assert layered.longest == one.longest == 900
    assert layered.cuts == one.cuts
    for line in ("Partager", "Partager " + "x" * 500, "rien"):
        assert layered.match(line) == one.match(line)
        assert layered.match(line, line_key(line), NormalForms.of(line)) == one.match(line)
    text = "Un [y] deux (x)"
    assert layered.find_cuts(text) == one.find_cuts(text)
    assert [found.id for *_, found in layered.find_cuts(text)] == ["other", "cut"]
    bare = LayeredMatcher(Matcher(base), Matcher([more[0]]))
    assert [found.id for *_, found in bare.find_cuts(text)] == ["cut"]


def test_packs_of_the_caller_are_layered_over_those_of_the_language() -> None:
    pack = Pack("mine", (rule("mine.a", lines=("zzz",)),))
    matcher = matcher_for("fr", (pack,))
    assert [found.id for found in matcher.match("zzz")] == ["mine.a"]
    assert matcher.match("Partager") == matcher_for("fr", ()).match("Partager")
