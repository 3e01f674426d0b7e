"""What is known of one line before its neighbours are looked at: form, rules, metadata, key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsclean.article import METADATA, Label
from newsclean.labels.form import Form, form_of, is_prose
from newsclean.metadata import LineMetadata, read_line
from newsclean.normal_forms import NormalForms, key_of_untypeset, strip_typographic_spaces
from newsclean.rules.matcher import Matcher
from newsclean.rules.rule import Rule

KEYED = 400  # characters of a line that tell it from another
# what a rule speaks for: 1 metadata, 2 furniture that stands inside articles, 3 menus, 4 furniture that stands behind them
CLOSING = frozenset({Label.RELATED, Label.MOST_READ, Label.COMMENTS, Label.LEGAL, Label.AUTHOR_BIO, Label.OTHER})
SPEAKS_FOR = dict.fromkeys(Label, 2)
SPEAKS_FOR |= dict.fromkeys({*METADATA, Label.TAGS}, 1) | {Label.NAV: 3} | dict.fromkeys(CLOSING, 4)


@dataclass(slots=True)
class Line:
    """One line with all that it says by itself.

    `kind` is its class for the neighbours: "p" prose, "f" furniture by a strong rule, "w" by a weak one, "m" metadata, "b" bullet,
    "t" bullet of three words or fewer, "r" row of a table, "h" headline-like, "s" three words or fewer. `prose` is whether it reads
    like sentences of an article, whatever the rules say of it; `strong` and `weak` are the kind of furniture that its strong and
    weak rules speak for (`speaks_for`).
    """

    text: str
    key: str
    form: Form
    rules: tuple[Rule, ...]
    metadata: LineMetadata
    kind: str
    mark: str
    prose: bool
    strong: int
    weak: int
    # what the gate makes of the line itself, noted down when it is first asked: a line may come in many documents
    sieved: int | None = field(default=None, compare=False, repr=False)


def speaks_for(label: Label | None) -> int:
    """The kind of furniture a label is, as a number that grows from metadata to what stands behind an article.

    >>> speaks_for(Label.DATE), speaks_for(Label.AD), speaks_for(Label.NAV), speaks_for(Label.COMMENTS), speaks_for(None)
    (1, 2, 3, 4, 0)
    """
    return SPEAKS_FOR[label] if label is not None else 0


def lines_of(texts: Iterable[str], matcher: Matcher, language: str | None, marks: Sequence[str] = ()) -> list[Line]:
    """A line for each text.

    >>> from newsclean.rules.rule import Rule
    >>> from newsclean.article import Label
    >>> matcher = Matcher([Rule("fr.share.bar", Label.SHARE, lines=("partager",))])
    >>> [line.kind for line in lines_of(["Partager", "Longue incertitude à Genève"], matcher, "fr")]
    ['f', 'h']
    """
    return [
        line_of(text, read_line(text, language), matcher, marks[n] if marks else "") for n, text in enumerate(texts)
    ]


def line_of(
    text: str,
    metadata: LineMetadata,
    matcher: Matcher,
    mark: str = "",
    known: NormalForms | None = None,
    there: frozenset[str] | None = None,
) -> Line:
    """The line of a text whose metadata have been read; `known` is `NormalForms.of(text)`, `there` what `Matcher.match` may be told."""
    known = known or NormalForms.of(text)
    form = form_of(known.untypeset)
    key = key_of_untypeset(known.untypeset if len(text) <= KEYED else strip_typographic_spaces(text[:KEYED]))
    rules = tuple(matcher.match(text, key if len(text) <= KEYED else None, known, there))
    prose = is_prose(form)
    strong = weak = 0
    for rule in rules:
        if rule.strength == "strong":
            strong = max(strong, SPEAKS_FOR[rule.label])
        else:
            weak = max(weak, SPEAKS_FOR[rule.label])
    kind = "f" if strong else "m" if metadata.label else "p" if prose else _kind(form, text, ruled=bool(rules))
    return Line(text, key or text[:KEYED], form, rules, metadata, kind, mark, prose, strong, weak)


def _kind(form: Form, text: str, *, ruled: bool) -> str:
    """The class of a line that is neither prose nor metadata, and that no strong rule speaks for."""
    if ruled:
        return "w"
    if text.count("|") > 1:
        return "r"
    if form.bullet:
        return "b" if form.words > 3 else "t"
    return "h" if form.words > 3 else "s"
