"""Signs: the named facts about a line from which its label is chosen (`naming.py`).

Which part of the article a kept line is, or which furniture a removed line is, depends on other things than whether it stays: a sign is
"is true or not" and names what a person would point at, such as `shape:w3` (two or three words), `rule:share` or `under:related` (in the section
below a heading "related"). Lines of the article see only lines of the article, so that the names do not depend on what was removed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.article import Label
from newsclean.labels.document import Document
from newsclean.labels.lexicon import tokens_of
from newsclean.labels.line import Line
from newsclean.normal_forms import fold
from newsclean.rules.rule import Strength

NEAR = 12  # lines behind the article in which its tags and its author stand
FOOT = 0.9  # share of the lines behind which the foot of a page lies
SECTION = 25  # lines of a section below its heading
QUESTION = 20  # words of the longest question in an interview
MANY_QUESTIONS = 3  # from which short questions are those of an interviewer
HEADS = frozenset(
    {"related", "most_read", "comments", "newsletter", "nav", "promo", "author_bio", "tags", "share", "legal"}
)
HEADING_WORDS = 8  # words of the longest heading of a section
COPY_WORDS = 4  # words of the shortest line that repeats another one
TITLE_LENGTH = 15  # characters of the shortest title that is looked for inside other lines
WORDS_HEAD, WORDS_TAIL = 10, 3  # words at the ends of a line that are signs
BAR = "|"


def _bucket(number: float, edges: Sequence[float]) -> str:
    """Return the first edge that a number does not exceed, "+" if it exceeds all."""
    return next((f"{edge:g}" for edge in edges if number <= edge), "+")


def shape_of(line: Line) -> str:
    """Return what a line looks like at a glance: "empty", "long", "sentence", or its words in steps."""
    if not any(map(str.isalpha, line.plain[:200])):
        return "empty"
    if line.prose:
        return "long" if line.form.words > 24 else "sentence"
    return f"w{_bucket(line.form.words, (1, 3, 6, 12, 20))}"


def part_signs(lines: Sequence[Line], gaps: Sequence[int]) -> list[list[str]]:
    """Return the signs of each line of an article.

    Args:
        lines: The lines that stay, in order.
        gaps: The line breaks above each line in the source, 2 for more.
    """
    shapes = [shape_of(line) for line in lines]
    asked = sum(line.plain.endswith("?") and line.form.words <= QUESTION for line in lines)
    first_prose = next((n for n, line in enumerate(lines) if line.prose), 0)
    listed = [line.text != line.plain and line.form.words > 0 for line in lines]
    looks = [
        f"{shape}{'b' if bullet else ''}{'?' if line.plain.endswith('?') else ''}"
        for shape, bullet, line in zip(shapes, listed, lines, strict=True)
    ]
    out = []
    for n, line in enumerate(lines):
        signs = [*_own_signs(line, shapes[n]), *_gap_signs(gaps, n, shapes[n])]
        if line.plain.endswith("?"):
            signs.append("interview" if asked >= MANY_QUESTIONS else "question")
        signs += (f"at{_bucket(n, (0, 1, 2, 3, 6))}", f"left{_bucket(len(lines) - 1 - n, (0, 1, 2))}")
        signs.append(f"at{_bucket(n, (0, 1, 2, 3))}:{shapes[n]}")
        signs.append("at-prose" if n == first_prose else "below-prose" if n > first_prose else "above-prose")
        if n < first_prose:
            signs.append(f"to-prose{_bucket(first_prose - n, (1, 2, 3, 5))}")
        signs += [f"{by:+d}:{looks[n + by] if 0 <= n + by < len(lines) else 'none'}" for by in (-2, -1, 1, 2)]
        above = shapes[n - 1] if n else "none"
        below = shapes[n + 1] if n + 1 < len(lines) else "none"
        signs.append(f"{above}<{shapes[n]}>{below}")
        signs += _word_signs(line) if shapes[n] != "long" else ()
        out.append(signs)
    return out


def furniture_signs(document: Document, removed: Sequence[int], gaps: Sequence[int]) -> list[list[str]]:
    """Return the signs of each removed line.

    Args:
        document: All lines.
        removed: The numbers of the lines that are removed, in order.
        gaps: The line breaks above each line of the document, 2 for more.
    """
    lines, count = document.lines, document.count
    gone = set(removed)
    kept = [n for n in range(count) if n not in gone]
    first, last = (kept[0], kept[-1]) if kept else (count, -1)
    same = {lines[n].key for n in kept if lines[n].form.words >= COPY_WORDS}
    title = lines[first].key if kept else ""
    noise = "dump" if 5 * len(kept) < 3 * count else "clean"
    shapes = [shape_of(line) for line in lines]
    sections = section_headings(lines)
    out = []
    for n in removed:
        line, shape = lines[n], shapes[n]
        place = _place(n, first, last, count)
        signs = [*_own_signs(line, shape), *_gap_signs(gaps, n, shape), place, f"{place}:{shape}", noise]
        signs += _distance_signs(n, first, last)
        if document.runs[n]:
            signs.append(f"run{_bucket(document.runs[n], (1, 2, 4, 8, 20))}")
        if line.key in same:
            signs.append("copy-of-kept")
        if len(title) > TITLE_LENGTH and title in line.key:
            signs.append("holds-title")
        if document.copies[line.key] > 1:
            signs.append(f"copies{_bucket(document.copies[line.key], (2, 3))}")
        for by in (-2, -1, 1, 2):
            m = n + by
            signs.append(f"{by:+d}:{('' if m in gone else 'kept-') + shapes[m] if 0 <= m < count else 'none'}")
        heading, distance = sections[n]
        if heading and distance <= SECTION:
            signs += (f"under:{heading}", f"under:{heading}:{shape}", f"under{_bucket(distance, (1, 3, 8, 14))}")
        if line.metadata.label:
            signs.append(f"metadata:{line.metadata.label}:{place}")
        signs += _word_signs(line)
        if n and (words := tokens_of(fold(lines[n - 1].plain))):
            signs.append(f"above^{words[0]}")
        out.append(signs)
    return out


def section_headings(lines: Sequence[Line]) -> list[tuple[str, int]]:
    """Return for each line the label of the heading of furniture above it, "" for none, and the distance in lines."""
    out, label, distance = [], "", 0
    for line in lines:
        out.append((label, distance))
        heading = next(
            (rule.label for rule in line.rules if rule.strength is Strength.STRONG and rule.label in HEADS), None
        )
        if heading and line.form.words <= HEADING_WORDS:
            label, distance = str(heading), 0
        distance += 1
        if line.prose and distance > 6:
            label = ""
    return out


def _own_signs(line: Line, shape: str) -> Iterator[str]:
    form, plain = line.form, line.plain
    yield from (
        "any",
        shape,
        f"end{form.end}",
        f"{shape}:end{form.end}",
        f"case{form.case}",
        f"{shape}:case{form.case}",
    )
    yield f"sentences{_bucket(form.sentences, (1, 2, 4))}"
    if line.text != plain:
        yield "bullet"
        yield f"bullet:{shape}"
    if form.quoted:
        yield "quoted"
    if plain[:1] in "«“„\"'‘":
        yield "opens-quote"
    if plain.endswith("?"):
        yield "asks"
    if form.digits:
        yield f"digits{_bucket(form.digits / max(1, form.length), (0.1, 0.3, 0.6))}"
    if BAR in plain:
        yield "bar"
    seen: set[Label] = set()
    for rule in line.rules:
        yield f"rule:{rule.id.partition('.')[2]}"
        if rule.label not in seen:
            seen.add(rule.label)
            yield f"{rule.strength}:{rule.label}"
            yield f"{rule.strength}:{rule.label}:{shape}"
    if line.metadata.label:
        yield f"metadata:{line.metadata.label}"


def _gap_signs(gaps: Sequence[int], n: int, shape: str) -> Iterator[str]:
    below = gaps[n + 1] if n + 1 < len(gaps) else 2
    yield f"gap{gaps[n]}{below}"
    yield f"gap{gaps[n]}{below}:{shape}"


def _word_signs(line: Line) -> Iterator[str]:
    words = tokens_of(fold(line.plain))
    if not words:
        return
    ends = words if len(words) <= WORDS_HEAD + WORDS_TAIL else words[:WORDS_HEAD] + words[-WORDS_TAIL:]
    for word in dict.fromkeys(ends):
        yield f"word:{word}"
    for pair in dict.fromkeys(zip(ends, ends[1:], strict=False)):
        yield f"word:{' '.join(pair)}"
    yield f"^{words[0]}"
    yield f"{words[-1]}$"
    if len(words) <= 4:
        yield f"={' '.join(words)}"


def _place(n: int, first: int, last: int, count: int) -> str:
    if n < first:
        return "above"
    if n <= last:
        return "inside"
    if n <= last + NEAR:
        return "near"
    return "foot" if n > FOOT * count else "behind"


def _distance_signs(n: int, first: int, last: int) -> Iterator[str]:
    if n < first:
        yield f"to-article{_bucket(first - n, (1, 2, 3, 6, 12))}"
    elif n > last:
        yield f"from-article{_bucket(n - last, (1, 2, 3, 6, 12))}"
