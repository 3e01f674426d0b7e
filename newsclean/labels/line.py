"""One line and everything that it says by itself: its form, the rules that match, its metadata, what its words weigh."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from newsclean.article import METADATA, Label
from newsclean.labels.form import Form, form_of, is_prose
from newsclean.labels.lexicon import Lexicon, WordScore, lexicon_for
from newsclean.metadata import LineMetadata, read_line
from newsclean.normal_forms import NormalForms, key_of_untypeset, strip_typographic_spaces, undecorated
from newsclean.rules.matcher import Matcher
from newsclean.rules.rule import Rule, Strength

KEY_LENGTH = 400  # characters of a line that tell it from another
HEADLINE_WORDS, HEADLINE_SENTENCES = 30, 3  # of the longest headline
_STANDS_BEHIND = frozenset({Label.RELATED, Label.MOST_READ, Label.COMMENTS, Label.LEGAL, Label.AUTHOR_BIO, Label.OTHER})
# labels of rules on a scale from metadata of the article to what stands behind it
PLACE_OF_LABEL = dict.fromkeys(Label, 2)
PLACE_OF_LABEL |= dict.fromkeys({*METADATA, Label.TAGS}, 1) | {Label.NAV: 3} | dict.fromkeys(_STANDS_BEHIND, 4)


class LineKind(Enum):
    """What a line looks like to its neighbours, in the order of what it says about them."""

    FURNITURE = 0  # a strong rule matches
    HINT = 1  # only weak rules match
    SCRAP = 2  # three words or fewer
    TINY_ITEM = 3  # a list item of three words or fewer
    SHORT = 4  # more words, but no sentence
    ITEM = 5  # a list item of more than three words
    ROW = 6  # a row of a table
    METADATA = 7
    PROSE = 8


@dataclass(slots=True)
class Line:
    """One line of a text, after glued furniture was cut out of it.

    Attributes:
        text: The line.
        plain: The line without decorations; everything else is read from it.
        key: Its normal form; equal for two lines that differ in case, marks and spaces only.
        form: Its length, marks and case.
        rules: The rules that match.
        metadata: The metadata in it.
        words: What its words weigh.
        kind: What it looks like to its neighbours.
        mark: The tag of its block in HTML mode, else "".
        prose: Whether it reads like a sentence.
        strong: Where the strong rules that match place it (`PLACE_OF_LABEL`); 0 if there are none.
        weak: The same for weak rules.
    """

    text: str
    plain: str
    key: str
    form: Form
    rules: tuple[Rule, ...]
    metadata: LineMetadata
    words: WordScore
    kind: LineKind
    mark: str
    prose: bool
    strong: int
    weak: int


def may_be_headline(line: Line) -> bool:
    """Return True if a line is short enough for a headline, in words and sentences.

    >>> [may_be_headline(line) for line in read_lines(["Le pont rouvre", "Il l'a dit lundi. " * 9], Matcher([]), "fr")]
    [True, False]
    """
    return 1 < line.form.words <= HEADLINE_WORDS and line.form.sentences <= HEADLINE_SENTENCES


def place_of_label(label: Label | None) -> int:
    """Return where furniture of a label stands, from 1 (metadata) to 4 (behind the article); 0 for no label.

    >>> [place_of_label(label) for label in (Label.DATE, Label.AD, Label.NAV, Label.COMMENTS, None)]
    [1, 2, 3, 4, 0]
    """
    return PLACE_OF_LABEL[label] if label is not None else 0


def read_lines(texts: Iterable[str], matcher: Matcher, language: str | None, marks: Sequence[str] = ()) -> list[Line]:
    """Return a line for each text.

    Args:
        texts: The lines.
        matcher: The rules to match.
        language: The language of the text; it selects the learned words and the grammar of metadata.
        marks: The tag of each line in HTML mode.

    >>> matcher = Matcher([Rule("fr.share.bar", Label.SHARE, lines=("partager",))])
    >>> [line.kind.name for line in read_lines(["▶ Partager", "Longue incertitude à Genève"], matcher, "fr")]
    ['FURNITURE', 'SHORT']
    """
    lexicon = lexicon_for(language)
    return [
        line_of(text, read_line(text, language), matcher, lexicon, language, marks[n] if marks else "")
        for n, text in enumerate(texts)
    ]


def line_of(
    text: str,
    metadata: LineMetadata,
    matcher: Matcher,
    lexicon: Lexicon,
    language: str | None,
    mark: str = "",
    forms: NormalForms | None = None,
    document_anchors: frozenset[str] | None = None,
) -> Line:
    """Return the line of a text.

    Args:
        text: The line.
        metadata: The metadata in it.
        matcher: The rules to match.
        lexicon: What words weigh.
        language: The language of the text.
        mark: The tag of the line in HTML mode.
        forms: `NormalForms.of(text)`, if they are known.
        document_anchors: See `Matcher.match`.
    """
    plain = undecorated(text)
    if plain != text:
        forms, document_anchors = NormalForms.of(plain), None
        metadata = metadata if metadata.label else read_line(plain, language, forms.folded)
    forms = forms or NormalForms.of(plain)
    form = form_of(forms.untypeset)
    short = len(plain) <= KEY_LENGTH
    key = key_of_untypeset(forms.untypeset if short else strip_typographic_spaces(plain[:KEY_LENGTH]))
    rules = tuple(matcher.match(plain, key if short else None, forms, document_anchors))
    prose = is_prose(form)
    strong = max((PLACE_OF_LABEL[rule.label] for rule in rules if rule.strength is Strength.STRONG), default=0)
    weak = max((PLACE_OF_LABEL[rule.label] for rule in rules if rule.strength is not Strength.STRONG), default=0)
    kind = _kind(form, text, ruled=bool(rules), strong=strong, is_metadata=bool(metadata.label), prose=prose)
    words = lexicon.score(forms.folded)
    return Line(text, plain, key or text[:KEY_LENGTH], form, rules, metadata, words, kind, mark, prose, strong, weak)


def _kind(form: Form, text: str, *, ruled: bool, strong: int, is_metadata: bool, prose: bool) -> LineKind:
    if strong:
        return LineKind.FURNITURE
    if is_metadata:
        return LineKind.METADATA
    if prose:
        return LineKind.PROSE
    if ruled:
        return LineKind.HINT
    if text.count("|") > 1:
        return LineKind.ROW
    return LineKind.SHORT if form.words > 3 else LineKind.SCRAP
