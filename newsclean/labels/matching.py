"""Rules of several packs, indexed so that a line meets only those that can match it.

Whole lines are looked up in one dictionary of folded lines, beginnings and ends by their first or last word, patterns by an anchor word;
one large alternation would be a hundred times slower.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable

from newsclean.labels.folding import flat, fold, words
from newsclean.labels.rules import (
    LONGEST,
    REACH,
    Pack,
    Rule,
    builtin,
    compiled,
    ends_with,
    spaced_out,
    spoken_for,
    starts_with,
)


class Matcher:
    """The rules that fit a text.

    >>> from newsclean.article import Label
    >>> matcher = Matcher([Rule("fr.share.bar", Label.SHARE, lines=("partager",))])
    >>> [rule.id for rule in matcher.match("Partager")]
    ['fr.share.bar']
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._lines: dict[str, list[Rule]] = {}
        self._starts: dict[str, list[tuple[str, Rule]]] = {}
        self._ends: dict[str, list[tuple[str, Rule]]] = {}
        self._anchors: dict[str, list[Rule]] = {}
        self._long: dict[str, list[Rule]] = {}
        self._cuts: dict[str, dict[str, list[Rule]]] = {"head": {}, "tail": {}, "inside": {}}
        self.cuts: list[Rule] = []
        self.longest = 0
        self._order: dict[Rule, int] = {}
        for rule in rules:
            self._order[rule] = len(self._order)
            if rule.cut:
                self.cuts.append(rule)
                for anchor in rule.anchors:
                    self._cuts[rule.cut].setdefault(anchor, []).append(rule)
            else:
                self._add(rule)

    def _add(self, rule: Rule) -> None:
        self.longest = max(self.longest, rule.longest)
        for key in dict.fromkeys(map(fold, rule.lines)):
            self._lines.setdefault(key, []).append(rule)
        for start in rule.starts:
            self._starts.setdefault(words(start)[0], []).append((start, rule))
        for end in rule.ends:
            self._ends.setdefault(words(end)[-1], []).append((end, rule))
        if rule.pattern:
            for anchor in rule.anchors:
                self._anchors.setdefault(anchor, []).append(rule)
                if rule.longest > LONGEST:
                    self._long.setdefault(anchor, []).append(rule)

    def match(self, line: str, key: str | None = None) -> list[Rule]:
        """The rules that speak for a line, each once; `key` is `fold(line)` when it is known."""
        length = len(line)
        if length > self.longest:
            return []
        found = list(self._lines.get(fold(line) if key is None else key, ()))
        tokens = words(line)
        if not tokens:
            return found
        # a bullet or a number may stand before the first word
        self._match_ends(line, tokens[:3], tokens[-1], found)
        anchors = self._anchors if length <= LONGEST else self._long
        text = ""
        for token in anchors.keys() & tokens:
            for rule in anchors[token]:
                text = text or flat(line)
                if length <= rule.longest and rule not in found and compiled(rule.pattern).search(text):
                    found.append(rule)
        return sorted(found, key=self._order.__getitem__)

    def _match_ends(self, line: str, heads: list[str], tail: str, found: list[Rule]) -> None:
        spaced, length = "", len(line)
        for head in heads:
            for phrase, rule in self._starts.get(head, ()):
                spaced = spaced or spaced_out(line)
                if length <= rule.longest and rule not in found and starts_with(spaced, phrase):
                    found.append(rule)
        for phrase, rule in self._ends.get(tail, ()):
            spaced = spaced or spaced_out(line)
            if length <= rule.longest and rule not in found and ends_with(spaced, phrase):
                found.append(rule)

    def find_cuts(self, text: str) -> list[tuple[int, int, Rule]]:
        """The pieces of a paragraph that cuts take out, in order, none over another."""
        low = flat(text).lower()
        zones = {"head": low[:REACH], "tail": low[-REACH:], "inside": low}
        found: list[tuple[int, int, Rule]] = []
        for cut, anchors in self._cuts.items():
            zone = zones[cut]
            for anchor, rules in anchors.items():
                if anchor in zone:
                    self._find(text, rules, found)
        return sorted(found, key=lambda item: item[:2])

    @staticmethod
    def _find(text: str, rules: Iterable[Rule], found: list[tuple[int, int, Rule]]) -> None:
        for rule in rules:
            span = rule.find(text)
            if span and not any(span[0] < end and start < span[1] for start, end, _ in found):
                found.append((*span, rule))


@functools.lru_cache(maxsize=64)
def matcher_for(language: str | None, packs: tuple[Pack, ...]) -> Matcher:
    """The matcher of a language, with packs of the caller's.

    >>> "share" in {rule.label for rule in matcher_for("fr", ()).match("Partager")}
    True
    """
    return Matcher(spoken_for(builtin(), language) + [rule for pack in packs for rule in pack.rules])
