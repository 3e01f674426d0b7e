"""A decorated variant of a line is decided like the line itself."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest

from newsclean.labels.line import Line, read_lines
from newsclean.rules.catalog import builtin_packs
from newsclean.rules.matcher import matcher_for
from tests.labels.articles import ARTICLES, DECORATIONS, FURNITURE, PROSE, decided

BEFORE = ("guillemet", "angles", "bullet", "triangle", "arrow", "emoji")
SPACES = ("no-break spaces", "doubled spaces")
MARKS = "«»‹›<>→▶[]()"
SAMPLE = 20  # examples of rules of each language that are set into an article


def examples() -> dict[str, list[str]]:
    """The examples of all rules, by language: what they match, and what looks alike."""
    found: dict[str, list[str]] = defaultdict(list)
    for pack in builtin_packs():
        for rule in pack.rules:
            found[rule.id.partition(".")[0].partition("-")[0]] += [*rule.matches, *rule.keeps]
    return found


EXAMPLES = examples()


def said(line: Line) -> tuple[object, ...]:
    """What a line says by itself, but for the decoration."""
    return (line.plain, line.key, line.form, [rule.id for rule in line.rules], line.words, line.prose)


@pytest.mark.parametrize("language", sorted(EXAMPLES))
@pytest.mark.parametrize("name", [*BEFORE, *SPACES])
def test_a_variant_says_the_same(language: str, name: str) -> None:
    lines = [text for text in EXAMPLES[language] if text[0].isalnum()]
    matcher = matcher_for(language, ())
    plain = read_lines(lines, matcher, language)
    variants = read_lines(map(DECORATIONS[name], lines), matcher, language)
    assert [line.text for line, variant in zip(plain, variants, strict=True) if said(line) != said(variant)] == []


@pytest.mark.parametrize("language", sorted(EXAMPLES))
@pytest.mark.parametrize("name", ["guillemet behind", "brackets"])
def test_a_variant_of_a_line_without_quotes_and_brackets_says_the_same(language: str, name: str) -> None:
    lines = [text for text in EXAMPLES[language] if text[0].isalnum() and not set(MARKS) & set(text)]
    matcher = matcher_for(language, ())
    plain = read_lines(lines, matcher, language)
    variants = read_lines(map(DECORATIONS[name], lines), matcher, language)
    assert [line.text for line, variant in zip(plain, variants, strict=True) if said(line) != said(variant)] == []


@pytest.mark.parametrize("language", sorted(ARTICLES))
def test_examples_of_rules_are_decided_alike_in_every_variant(language: str) -> None:
    lines = [text for text in EXAMPLES[language] if text[0].isalnum() and not set(MARKS) & set(text)]
    chosen = random.Random(language).sample(lines, SAMPLE)
    names = [name for name in DECORATIONS if name != "capitals"]
    other = [
        (name, line)
        for line in chosen
        for name in random.Random(line).sample(names, 3)
        if decided(language, line).kept != decided(language, DECORATIONS[name](line)).kept
    ]
    assert len(other) <= 1  # near the threshold, a bullet may tip a line over


@pytest.mark.parametrize("language", sorted(ARTICLES))
@pytest.mark.parametrize("name", [None, *DECORATIONS])
def test_clear_furniture_goes_however_it_is_decorated(language: str, name: str | None) -> None:
    variants = [DECORATIONS[name](line) if name else line for line in FURNITURE[language]]
    assert [variant for variant in variants if decided(language, variant).kept] == []


@pytest.mark.parametrize("language", sorted(ARTICLES))
@pytest.mark.parametrize("name", [None, *DECORATIONS])
def test_clear_prose_stays_however_it_is_decorated(language: str, name: str | None) -> None:
    variants = [DECORATIONS[name](line) if name else line for line in PROSE[language]]
    assert [variant for variant in variants if not decided(language, variant).kept] == []
