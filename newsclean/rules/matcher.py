"""Rules of several packs, indexed so that a line meets only those that can match it.

Whole lines are looked up in one dictionary of folded lines, beginnings and ends by their first or last word, patterns by an anchor word;
one large alternation would be a hundred times slower.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from newsclean.languages import language_cache
from newsclean.normal_forms import TOKENS, NormalForms, key_of_untypeset, line_key, phrase_of, words
from newsclean.patterns import lazy_re
from newsclean.rules.rule import (
    LONGEST,
    REACH,
    Pack,
    Rule,
    ends_with,
    starts_with,
)
from newsclean.rules.shipped import spoken

ENDS = 80  # characters at both ends of a long line that its first and last words are looked for in
# lines of packs that are folded as they are: thousands are read at the start
_PLAIN = lazy_re(r"[a-zà-öø-ÿ]{2,40}+(?: [a-zà-öø-ÿ]{1,40}+){0,20}")
# a sign, the anchors that hold it, and the rules of each
Gates = dict[str, dict[str, list[Rule]]]
# for each kind of cut, the anchors that a text holds, and the rules of each
Anchored = dict[str, list[tuple[str, list[Rule]]]]


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
        self._cuts: dict[str, Gates] = {"head": {}, "tail": {}, "inside": {}}
        self.cuts: list[Rule] = []
        self.longest = 0
        self._order: dict[Rule, int] = {}
        for rule in rules:
            self._order[rule] = len(self._order)
            if rule.cut:
                self.cuts.append(rule)
                for anchor in rule.anchors:
                    self._cuts[rule.cut].setdefault(_gate(anchor), {}).setdefault(anchor, []).append(rule)
            else:
                self._add(rule)

    def _add(self, rule: Rule) -> None:
        self.longest = max(self.longest, rule.longest)
        for key in dict.fromkeys([line if _PLAIN.fullmatch(line) else line_key(line) for line in rule.lines]):
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

    def match(
        self, line: str, key: str | None = None, text: NormalForms | None = None, there: frozenset[str] | None = None
    ) -> list[Rule]:
        """The rules that speak for a line, each once.

        `key` is `line_key(line)`, `text` is `NormalForms.of(line)` and `there` is `anchors_in` of a text that holds the line, when they are known.
        """
        length = len(line)
        if length > self.longest:
            return []
        text = text or NormalForms.of(line)
        found = list(self._lines.get(key_of_untypeset(text.untypeset) if key is None else key, ()))
        if length > LONGEST:
            head, tail = _ends(text.straight_lower)
            rules = self._long
            told = (
                self.long & set(TOKENS.findall(text.straight_lower))
                if there is None
                else _standing(there, text.straight_lower)
            )
        else:
            tokens = TOKENS.findall(text.straight_lower)
            head, tail = tokens[:3], tokens[-1:]
            rules = self._anchors
            told = rules.keys() & tokens
        if not tail:
            return found
        # a bullet or a number may stand before the first word
        self._match_ends(length, text.straight_lower, head, tail[-1], found)
        for anchor in told:
            for rule in rules[anchor]:
                if length <= rule.longest and rule not in found and rule.searched(text.straight):
                    found.append(rule)
        return sorted(found, key=self._order.__getitem__) if len(found) > 1 else found

    @property
    def long(self) -> AbstractSet[str]:
        """The anchors of patterns for long lines."""
        return self._long.keys()

    def anchors_in(self, low: str) -> frozenset[str]:
        """The anchors of patterns for long lines that can be found in any line of a text, given in lower case."""
        return frozenset(self.long & set(TOKENS.findall(low)))

    def _match_ends(self, length: int, low: str, head: Sequence[str], tail: str, found: list[Rule]) -> None:
        starting = [told for word in head if word in self._starts for told in self._starts[word]]
        ending = self._ends.get(tail, ())
        if not starting and not ending:
            return
        spaced = phrase_of(low)
        for phrase, rule in starting:
            if length <= rule.longest and rule not in found and starts_with(spaced, phrase):
                found.append(rule)
        for phrase, rule in ending:
            if length <= rule.longest and rule not in found and ends_with(spaced, phrase):
                found.append(rule)

    def cuts_in(self, low: str) -> Anchored:
        """The cuts that can be found in any line of a text, given in lower case."""
        there = {anchor for gates in self._cuts.values() for gate in gates if gate in low for anchor in gates[gate]}
        there = {anchor for anchor in there if anchor in low}
        return {
            cut: [(anchor, rules) for anchors in gates.values() for anchor, rules in anchors.items() if anchor in there]
            for cut, gates in self._cuts.items()
        }

    def find_cuts(
        self, text: str, low: str | None = None, there: Anchored | None = None
    ) -> list[tuple[int, int, Rule]]:
        """The pieces of a paragraph that cuts take out, in order, none over another.

        `low` is `NormalForms.of(text).straight_lower`, `there` is `cuts_in` of a text that holds it, when they are known.
        """
        low = NormalForms.of(text).straight_lower if low is None else low
        there = self.cuts_in(low) if there is None else there
        found: list[tuple[int, int, Rule]] = []
        for cut, anchored in there.items():
            if anchored:
                zone = low if cut == "inside" else low[:REACH] if cut == "head" else low[-REACH:]
                for anchor, rules in anchored:
                    if anchor in zone:
                        self._find(text, rules, found)
        return sorted(found, key=lambda item: item[:2]) if found else found

    @staticmethod
    def _find(text: str, rules: Iterable[Rule], found: list[tuple[int, int, Rule]]) -> None:
        for rule in rules:
            span = rule.find(text)
            if span and not any(span[0] < end and start < span[1] for start, end, _ in found):
                found.append((*span, rule))


def _ends(low: str) -> tuple[list[str], list[str]]:
    """The first three words and the last of a long line in lower case."""
    head, tail = TOKENS.findall(low[:ENDS]), TOKENS.findall(low[-ENDS:])
    if len(head) <= 3 or len(tail) <= 1:  # a word of these may have been cut
        head = tail = TOKENS.findall(low)
    return head[:3], tail[-1:]


def _standing(anchors: Iterable[str], low: str) -> list[str]:
    """The anchors that a text holds as words of their own, as `TOKENS` would find them."""
    return [anchor for anchor in anchors if anchor in low and _stands(anchor, low)]


def _stands(anchor: str, low: str) -> bool:
    at = low.find(anchor)
    while at >= 0:
        end = at + len(anchor)
        if not (_joins(anchor[0], low[at - 1 : at]) or _joins(anchor[-1], low[end : end + 1])):
            return True
        at = low.find(anchor, at + 1)
    return False


def _joins(inner: str, outer: str) -> bool:
    """Are two neighbouring characters parts of one word?"""
    return (inner.isalnum() or inner == "_") and (outer.isalnum() or outer == "_")


def _gate(anchor: str) -> str:
    """The sign in an anchor without which it need not be looked for, "" when it is all letters."""
    return next((sign for sign in anchor if not (sign.isalnum() or sign in " '-")), "")


class Layered(Matcher):
    """A matcher and one with more rules behind it: made at once, however many rules the first has, so each site can have its own.

    >>> from newsclean.article import Label
    >>> base, more = (Matcher([Rule(name, Label.SHARE, lines=("partager",))]) for name in ("base", "more"))
    >>> [rule.id for rule in Layered(base, more).match("Partager")]
    ['base', 'more']
    """

    def __init__(self, base: Matcher, more: Matcher) -> None:
        self._base, self._more = base, more
        self.cuts = [*base.cuts, *more.cuts]
        self.longest = max(base.longest, more.longest)

    @property
    def long(self) -> AbstractSet[str]:
        """The anchors of patterns for long lines."""
        return self._base.long | self._more.long

    def match(
        self, line: str, key: str | None = None, text: NormalForms | None = None, there: frozenset[str] | None = None
    ) -> list[Rule]:
        """The rules that speak for a line, as `Matcher.match` gives them."""
        text = text or NormalForms.of(line)
        base = None if there is None else there & self._base.long
        more = None if there is None else there & self._more.long
        return [*self._base.match(line, key, text, base), *self._more.match(line, key, text, more)]

    def cuts_in(self, low: str) -> Anchored:
        """The cuts that can be found in any line of a text, given in lower case."""
        more = self._more.cuts_in(low) if self._more.cuts else {}
        return {cut: [*found, *more.get(cut, ())] for cut, found in self._base.cuts_in(low).items()}


@language_cache(64)
def matcher_for(language: str | None, packs: tuple[Pack, ...]) -> Matcher:
    """The matcher of a language, with packs of the caller's.

    >>> "share" in {rule.label for rule in matcher_for("fr", ()).match("Partager")}
    True
    """
    if not packs:
        return Matcher(spoken(language))
    return Layered(matcher_for(language, ()), Matcher(rule for pack in packs for rule in pack.rules))
