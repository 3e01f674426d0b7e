"""An index over the rules of several packs, with which a line meets only those that can match it.

Whole lines are looked up in one dictionary by their key, beginnings and ends by their first or last word, patterns by an anchor word;
one large alternation would be a hundred times slower. What a whole document holds spares work too: `Matcher.long_anchors_in` and
`Matcher.cuts_possible_in` look once at its text, and lines then ask only for what was found there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from newsclean.languages import language_cache
from newsclean.normal_forms import TOKENS, NormalForms, key_of_untypeset, line_key, phrase_of, straighten, words
from newsclean.patterns import lazy_re
from newsclean.rules.anchors import edge_words, present_anchors, sign_of
from newsclean.rules.catalog import builtin_rules
from newsclean.rules.pack import Pack
from newsclean.rules.rule import CUT_REACH, DEFAULT_LENGTH, Cut, Rule, ends_with, starts_with

# lines of packs that are their own key: thousands are read at the start
_OWN_KEY = lazy_re(r"[a-zà-öø-ÿ]{2,40}+(?: [a-zà-öø-ÿ]{1,40}+){0,20}")
_Gates = dict[str, dict[str, list[Rule]]]  # a sign -> the anchors that hold it -> the rules of each
# for each kind of cut, the anchors that a text holds, and the rules of each
PossibleCuts = dict[Cut, list[tuple[str, list[Rule]]]]


class Matcher:
    """The rules that apply to a text.

    Attributes:
        cuts: The rules that take pieces out of paragraphs.
        longest: The length of the longest line that any rule looks at, in characters.

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
        self._long_anchors: dict[str, list[Rule]] = {}
        self._cuts: dict[Cut, _Gates] = {Cut.HEAD: {}, Cut.TAIL: {}, Cut.INSIDE: {}}
        self.cuts: list[Rule] = []
        self.longest = 0
        self._order: dict[Rule, int] = {}
        for rule in rules:
            self._order[rule] = len(self._order)
            if rule.cut:
                self.cuts.append(rule)
                for anchor in rule.anchors:
                    self._cuts[rule.cut].setdefault(sign_of(anchor), {}).setdefault(anchor, []).append(rule)
            else:
                self._add(rule)

    def _add(self, rule: Rule) -> None:
        self.longest = max(self.longest, rule.longest)
        for key in dict.fromkeys([line if _OWN_KEY.fullmatch(line) else line_key(line) for line in rule.lines]):
            self._lines.setdefault(key, []).append(rule)
        for start in rule.starts:
            self._starts.setdefault(words(start)[0], []).append((start, rule))
        for end in rule.ends:
            self._ends.setdefault(words(end)[-1], []).append((end, rule))
        if rule.pattern:
            for anchor in rule.anchors:
                self._anchors.setdefault(anchor, []).append(rule)
                if rule.longest > DEFAULT_LENGTH:
                    self._long_anchors.setdefault(anchor, []).append(rule)

    def match(
        self,
        line: str,
        key: str | None = None,
        forms: NormalForms | None = None,
        document_anchors: frozenset[str] | None = None,
    ) -> list[Rule]:
        """Return the rules that match a line, each once, in the order of the packs.

        Args:
            line: The line.
            key: `line_key(line)`, when it is known.
            forms: `NormalForms.of(line)`, when they are known.
            document_anchors: `long_anchors_in` of a text that holds the line, when it is known.
        """
        length = len(line)
        if length > self.longest:
            return []
        forms = forms or NormalForms.of(line)
        lower = forms.straight_lower
        found = list(self._lines.get(key_of_untypeset(forms.untypeset) if key is None else key, ()))
        anchors: Iterable[str]
        if length > DEFAULT_LENGTH:
            head, tail = edge_words(lower)
            rules = self._long_anchors
            known = document_anchors is not None
            anchors = (
                present_anchors(document_anchors or (), lower)
                if known
                else self.long_anchors & set(TOKENS.findall(lower))
            )
        else:
            tokens = TOKENS.findall(lower)
            head, tail = tokens[:3], tokens[-1:]
            rules = self._anchors
            anchors = rules.keys() & tokens
        if not tail:
            return found
        # a bullet or a number may stand before the first word
        self._match_ends(length, lower, head, tail[-1], found)
        for anchor in anchors:
            for rule in rules[anchor]:
                if length <= rule.longest and rule not in found and rule.search(forms.straight):
                    found.append(rule)
        return sorted(found, key=self._order.__getitem__) if len(found) > 1 else found

    @property
    def long_anchors(self) -> AbstractSet[str]:
        """The anchors of patterns for lines longer than `DEFAULT_LENGTH`."""
        return self._long_anchors.keys()

    def long_anchors_in(self, straight_lower: str) -> frozenset[str]:
        """Return the anchors of patterns for long lines that stand in any line of a text.

        Args:
            straight_lower: The text, straightened and in lower case.
        """
        return frozenset(self.long_anchors & set(TOKENS.findall(straight_lower)))

    def _match_ends(self, length: int, lower: str, head: Sequence[str], tail: str, found: list[Rule]) -> None:
        starting = [entry for word in head if word in self._starts for entry in self._starts[word]]
        ending = self._ends.get(tail, ())
        if not starting and not ending:
            return
        whole = phrase_of(lower)
        for phrase, rule in starting:
            if length <= rule.longest and rule not in found and starts_with(whole, phrase):
                found.append(rule)
        for phrase, rule in ending:
            if length <= rule.longest and rule not in found and ends_with(whole, phrase):
                found.append(rule)

    def cuts_possible_in(self, straight_lower: str) -> PossibleCuts:
        """Return the cuts whose anchor stands in any line of a text.

        Args:
            straight_lower: The text, straightened and in lower case.
        """
        low = straight_lower
        anchors = {anchor for gates in self._cuts.values() for sign in gates if sign in low for anchor in gates[sign]}
        anchors = {anchor for anchor in anchors if anchor in low}
        return {
            cut: [(anchor, rules) for group in gates.values() for anchor, rules in group.items() if anchor in anchors]
            for cut, gates in self._cuts.items()
        }

    def find_cuts(
        self, text: str, straight_lower: str | None = None, possible: PossibleCuts | None = None
    ) -> list[tuple[int, int, Rule]]:
        """Return the pieces of a paragraph that cuts take out: their spans and rules, in order, none over another.

        Args:
            text: The paragraph.
            straight_lower: `NormalForms.of(text).straight_lower`, when it is known.
            possible: `cuts_possible_in` of a text that holds the paragraph, when it is known.
        """
        low = straighten(text).lower() if straight_lower is None else straight_lower
        possible = self.cuts_possible_in(low) if possible is None else possible
        found: list[tuple[int, int, Rule]] = []
        for cut, anchored in possible.items():
            if anchored:
                zone = low if cut is Cut.INSIDE else low[:CUT_REACH] if cut is Cut.HEAD else low[-CUT_REACH:]
                for anchor, rules in anchored:
                    if anchor in zone:
                        self._find(text, rules, found)
        return sorted(found, key=lambda item: item[:2]) if found else found

    @staticmethod
    def _find(text: str, rules: Iterable[Rule], found: list[tuple[int, int, Rule]]) -> None:
        for rule in rules:
            for span in rule.find_all(text):
                if not any(span[0] < end and start < span[1] for start, end, _ in found):
                    found.append((*span, rule))


class LayeredMatcher(Matcher):
    """A matcher with more rules behind those of another.

    It is made at once, however many rules the first has, so that each site can have its own.

    >>> from newsclean.article import Label
    >>> base, more = (Matcher([Rule(name, Label.SHARE, lines=("partager",))]) for name in ("base", "more"))
    >>> [rule.id for rule in LayeredMatcher(base, more).match("Partager")]
    ['base', 'more']
    """

    def __init__(self, base: Matcher, more: Matcher) -> None:
        self._base, self._more = base, more
        self.cuts = [*base.cuts, *more.cuts]
        self.longest = max(base.longest, more.longest)

    @property
    def long_anchors(self) -> AbstractSet[str]:
        """The anchors of patterns for lines longer than `DEFAULT_LENGTH`."""
        return self._base.long_anchors | self._more.long_anchors

    def match(
        self,
        line: str,
        key: str | None = None,
        forms: NormalForms | None = None,
        document_anchors: frozenset[str] | None = None,
    ) -> list[Rule]:
        """Return the rules that match a line, as `Matcher.match` does."""
        forms = forms or NormalForms.of(line)
        base = None if document_anchors is None else document_anchors & self._base.long_anchors
        more = None if document_anchors is None else document_anchors & self._more.long_anchors
        return [*self._base.match(line, key, forms, base), *self._more.match(line, key, forms, more)]

    def cuts_possible_in(self, straight_lower: str) -> PossibleCuts:
        """Return the cuts whose anchor stands in any line of a text, as `Matcher.cuts_possible_in` does."""
        more = self._more.cuts_possible_in(straight_lower) if self._more.cuts else {}
        base = self._base.cuts_possible_in(straight_lower)
        return {cut: [*found, *more.get(cut, ())] for cut, found in base.items()}


@language_cache(64)
def matcher_for(language: str | None, packs: tuple[Pack, ...]) -> Matcher:
    """Return the matcher of a language, with the rules of some packs behind its own.

    >>> "share" in {rule.label for rule in matcher_for("fr", ()).match("Partager")}
    True
    """
    if not packs:
        return Matcher(builtin_rules(language))
    return LayeredMatcher(matcher_for(language, ()), Matcher(rule for pack in packs for rule in pack.rules))
