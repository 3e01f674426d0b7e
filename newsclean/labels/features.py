"""Evidence from form, place and neighbours: the named features of every line of a document.

Features are language-neutral but for the rules: a language without a pack gains from all the rest. Each is a short string such as
"form=4-6|:|u"; the model has a weight for it and a state. Most stand together with how dirty the document is, since the same line means
another thing in a page dumped whole and in an almost clean text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

import regex

from newsclean.labels.lines import Line

_WORD = regex.compile(r"\p{L}{4,}")
_SIGNS = {"©": "copyright", "|": "bar", "›": "arrow", "»": "arrow", "→": "arrow", "http": "url", "www.": "url", "@": "at", "€": "money", "$": "money"}
MENU = 4  # short lines in a row that make a menu on a page dumped whole
LONG = 400  # characters of a line that signs are looked for in


def features(lines: Sequence[Line]) -> list[list[str]]:
    """The features of each line.

    >>> from newsclean.labels.lines import lines_of
    >>> from newsclean.labels.rules import Matcher
    >>> found = features(lines_of(["Un titre", "Le conseil a voté le budget de la ville lundi soir."], Matcher([]), "fr"))
    >>> "prev=^|s" in found[0], "kind=p" in found[1]
    (True, True)
    """
    return features_of(Document(lines)) if lines else []


def features_of(document: Document) -> list[list[str]]:
    """The features of each line of a document that was looked at as a whole."""
    return [
        [*_own(line), *_rules(line), *document.place(n), *document.around(n), *document.words(n)]
        for n, line in enumerate(document.lines)
    ]


def _own(line: Line) -> list[str]:
    form = line.form
    length = bucket(form.words)
    out = [
        f"kind={line.kind}",
        f"form={length}|{form.end}|{form.case}",
        f"sentences={min(form.sentences, 4)}|{form.end}",
    ]
    if form.digits:
        out.append(f"digits={length}|{min(4, 5 * form.digits // form.length)}")
    if form.bullet:
        out.append(f"bullet={line.text[0] if not line.text[0].isdigit() else '1'}|{length}")
    if form.quoted:
        out.append(f"quoted|{length}")
    head = line.text[:LONG]
    out.extend({f"sign={name}|{length}" for sign, name in _SIGNS.items() if sign in head})
    if form.words <= 12 and line.text.endswith("?"):
        out.append("question")
    if line.mark:
        out.append(f"mark={line.mark}")
    return out


def _rules(line: Line) -> list[str]:
    out = []
    if line.reading.label:
        out.append(f"metadata={line.reading.label}")
    elif line.reading.pieces:
        out.append(f"piece={line.reading.pieces[0].label}|{bucket(line.form.words)}")
    for rule in line.rules:
        out.append(f"rule={rule.label}|{rule.strength}")
        out.append(f"rule={rule.strength}|{line.kind}|{bucket(line.form.words)}")
    return out


def bucket(count: int) -> str:
    """A count in classes that grow.

    >>> [bucket(n) for n in (0, 1, 3, 5, 30)]
    ['0', '1', '3', '4-5', '21-35']
    """
    for top, name in _BUCKETS:
        if count <= top:
            return name
    return "36+"


_BUCKETS = ((0, "0"), (1, "1"), (2, "2"), (3, "3"), (5, "4-5"), (8, "6-8"), (13, "9-13"), (20, "14-20"), (35, "21-35"))


def far(distance: int) -> str:
    """A distance in lines, in classes.

    >>> [far(n) for n in (0, 2, 4, 9, 50)]
    ['0', '2', '3-4', '5-9', '20+']
    """
    for top, name in ((0, "0"), (1, "1"), (2, "2"), (4, "3-4"), (9, "5-9"), (19, "10-19")):
        if distance <= top:
            return name
    return "20+"


class Document:
    """What only the whole document tells: how dirty it is, where its dense part lies, what comes twice."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.kinds = "".join(line.kind for line in lines)
        weights = [line.form.words if line.kind == "p" else 0 for line in lines]
        self.prose = list(accumulate((kind == "p" for kind in self.kinds), initial=0))
        self.count = len(lines)
        self.dirty = self._dirt()
        self.known = self._known()
        self.start, self.end = self._dense(weights)
        self.keys = Counter(line.key for line in lines)
        self.seen: set[str] = set()
        self.vocabulary = self._vocabulary()
        self.sections = self._sections()
        self.runs = self._runs()
        self.islands = self._islands(weights)
        walls = (kind in "fw" or (run >= MENU and kind in "sth") for kind, run in zip(self.kinds, self.runs, strict=True))
        self.barriers = list(accumulate(walls, initial=0))

    def _dirt(self) -> str:
        """From "0" (nothing but prose) to "4" (a page dumped whole)."""
        short = sum(kind in "fwst" for kind in self.kinds) / self.count
        for top, name in ((0.04, "0"), (0.15, "1"), (0.35, "2"), (0.6, "3")):
            if short <= top:
                return name
        return "4"

    def _known(self) -> str:
        """How much of the document is furniture by a rule: short lines alone may be a list or a table of the article."""
        strong = self.kinds.count("f")
        share = (strong + 0.5 * self.kinds.count("w")) / self.count
        return f"{min(strong, 3)}{'a' if share < 0.02 else 'b' if share < 0.1 else 'c' if share < 0.25 else 'd'}"

    def _dense(self, weights: Sequence[int]) -> tuple[int, int]:
        """First and last line of the densest part: the run of lines with the most prose, when every other line costs some."""
        cost = 6.0 if self.dirty in "34" else 3.0
        best = (0.0, 0, -1)
        total, start = 0.0, 0
        for n, weight in enumerate(weights):
            gain = min(weight, 60) if weight else -cost
            if total <= 0:
                total, start = 0.0, n
            total += gain
            if total > best[0]:
                best = (total, start, n)
        return best[1], best[2]

    def _vocabulary(self) -> Counter[str]:
        """In how many prose lines of the dense part a word stands."""
        found: Counter[str] = Counter()
        for line in self.lines[self.start : self.end + 1]:
            if line.kind == "p":
                found.update(set(_WORD.findall(line.text[:2000].lower())))
        return found

    def _sections(self) -> list[tuple[str, int]]:
        """For each line, the furniture heading above it and the distance, when no prose stands between."""
        out: list[tuple[str, int]] = []
        label, distance = "", 0
        for line in self.lines:
            out.append((label, distance))
            section = next((rule for rule in line.rules if rule.section), None)
            if section:
                label, distance = section.label, 1
            elif label:
                distance += 1
                if line.kind == "p" and distance > 6:
                    label = ""
        return out

    def _runs(self) -> list[int]:
        """The length of the run of short lines that each line stands in."""
        out = [0] * self.count
        n = 0
        while n < self.count:
            m = n
            while m < self.count and self.kinds[m] in "fwshmtb" and self.lines[m].form.words <= 8:
                m += 1
            out[n:m] = [m - n] * (m - n)
            n = max(m, n + 1)
        return out

    def _islands(self, weights: Sequence[int]) -> list[str]:
        """For each line, how large its stretch of prose is beside the largest one, from "0" (none) to "4" (the largest)."""
        spans: list[tuple[int, int, int]] = []
        start, last, total = 0, -9, 0
        for n, weight in enumerate(weights):
            if not weight:
                continue
            if n - last > 3:
                if total:
                    spans.append((start, last, total))
                start, total = n, 0
            last, total = n, total + weight
        if total:
            spans.append((start, last, total))
        largest = max((size for _, _, size in spans), default=0)
        out = ["0"] * self.count
        for start, last, size in spans:
            share = "4" if size == largest else str(min(3, 1 + int(4 * size / largest)))
            out[start : last + 1] = [share] * (last + 1 - start)
        return out

    def place(self, n: int) -> list[str]:
        """Features of where the line stands."""
        line, dirty = self.lines[n], self.dirty
        kind = line.kind
        before, after = self.prose[n], self.prose[-1] - self.prose[n + 1]
        if n < self.start:
            part, distance = "before", self.start - n
        elif n > self.end:
            part, distance = "after", n - self.end
        else:
            part, distance = "in", min(n - self.start, self.end - n)
        size = bucket(self.prose[-1])
        return [
            f"island={self.islands[n]}|{kind}|{dirty}",
            f"island={self.islands[n]}|{part}|{kind}",
            f"barrier={far(self.barrier(n))}|{part}|{kind}",
            f"dirty={dirty}|{kind}",
            f"known={self.known}|{kind}",
            f"known={self.known[1]}|{part}|{bucket(line.form.words)}",
            f"part={part}|{kind}|{dirty}",
            f"part={part}|{far(distance)}|{kind}",
            f"part={part}|{bucket(line.form.words)}|{line.form.end}|{dirty}",
            f"proseBefore={far(before)}|{kind}|{dirty}",
            f"proseAfter={far(after)}|{kind}|{dirty}",
            f"fromStart={far(n)}|{kind}|{dirty}",
            f"fromEnd={far(self.count - 1 - n)}|{kind}|{dirty}",
            f"size={size}|{kind}",
            f"run={far(self.runs[n])}|{kind}|{part}",
        ]

    def barrier(self, n: int) -> int:
        """How many lines of furniture stand between the line and the dense part."""
        if n < self.start:
            return self.barriers[self.start] - self.barriers[n + 1]
        return self.barriers[n] - self.barriers[self.end + 1] if n > self.end else 0

    def around(self, n: int) -> list[str]:
        """Features of the neighbours."""
        kinds = self.kinds
        kind = kinds[n]
        one = kinds[n - 1] if n else "^"
        two = kinds[n - 2] if n > 1 else "^"
        next_one = kinds[n + 1] if n + 1 < self.count else "$"
        next_two = kinds[n + 2] if n + 2 < self.count else "$"
        near = kinds[max(0, n - 4) : n] + kinds[n + 1 : n + 5]
        prose = near.count("p")
        furniture = near.count("f") + near.count("w")
        out = [
            f"prev={one}|{kind}",
            f"next={next_one}|{kind}",
            f"around={one}{kind}{next_one}|{self.dirty}",
            f"before={two}{one}|{kind}",
            f"behind={next_one}{next_two}|{kind}",
            f"near={prose}|{kind}|{self.dirty}",
            f"nearFurniture={min(furniture, 4)}|{kind}",
        ]
        label, distance = self.sections[n]
        if label:
            out.append(f"section={label}|{far(distance)}|{kind}")
            out.append(f"section={far(distance)}|{kind}")
        if n and self.lines[n - 1].form.end == ":":
            out.append(f"afterColon|{kind}")
        if n:
            for rule in self.lines[n - 1].rules:
                out.append(f"prevRule={rule.label}|{kind}")
        if n + 1 < self.count:
            for rule in self.lines[n + 1].rules:
                out.append(f"nextRule={rule.label}|{kind}")
            if self.lines[n + 1].reading.label:
                out.append(f"nextMeta={self.lines[n + 1].reading.label}|{kind}")
        if n and self.lines[n - 1].reading.label:
            out.append(f"prevMeta={self.lines[n - 1].reading.label}|{kind}")
        return out

    def words(self, n: int) -> list[str]:
        """Features of what the words share with the rest of the document."""
        line = self.lines[n]
        out = []
        count = self.keys[line.key]
        if count > 1:
            again = "again" if line.key in self.seen else "first"
            out.append(f"twice={again}|{line.kind}|{min(count, 3)}")
        self.seen.add(line.key)
        own = set(_WORD.findall(line.text[:1000].lower()))
        if len(own) >= 2:
            # a line of the dense part is in the vocabulary itself, so a word must stand in another line as well
            need = 2 if line.kind == "p" and self.start <= n <= self.end else 1
            share = sum(self.vocabulary[word] >= need for word in own) / len(own)
            out.append(f"shared={int(4 * share)}|{line.kind}|{self.dirty}")
            out.append(f"shared={int(4 * share)}|{bucket(len(own))}")
        return out
