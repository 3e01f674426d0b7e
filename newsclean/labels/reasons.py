"""The reasons of the model in words: what weighed most against a line (docs/labels.md explains each name).

A tree asks one feature after the other; what a feature contributes is how much the value changes where it is asked (`Trees.contributions`).
The second look mostly asks for the score of the first, so the contribution of that score is shared out among the features of the first look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newsclean.article import Label
from newsclean.blocks import Evidence
from newsclean.labels.features import FEATURES
from newsclean.labels.guard import Doubt
from newsclean.labels.lexicon import Lexicon
from newsclean.labels.line import Line
from newsclean.labels.model_only import MODEL_ONLY, MODEL_ONLY_PROSE
from newsclean.labels.region import REGION_FEATURES
from newsclean.labels.trees import builtin_trees

REASONS = 3  # named for a removal
FURNITURE_WORDS, WORD = "furniture-words", "word:"  # the reason whose words are named, and how their evidence begins
NAMED_WORDS = 3  # of a line, at most
CHECKABLE = frozenset({Doubt.RULE, Doubt.REPEATED})  # what a reader can see without believing the model
FIRST_TREES = 40  # that weigh the reasons: each later tree corrects those before it a little
# what a user understands -> how the names of the features begin that say it
GROUPS = {
    FURNITURE_WORDS: ("words-weigh", "first-words", "last-words", "unquoted-words", "words-known"),
    "furniture-words-nearby": (
        "words-above",
        "words-below",
        "document-weighs",
        "furniture-words-share",
        "words-weigh+",
        "words-weigh-",
    ),
    "unlike-a-sentence": (
        "words",
        "length",
        "end",
        "sentences",
        "quoted",
        "case",
        "digit",
        "question",
        "kind",
        "relative",
        "median",
    ),
    "in-a-list": ("listed", "run", "bar"),
    "metadata-in-line": ("metadata", "copyright"),
    "rule-in-line": ("strong-rule", "weak-rule"),
    "rule-nearby": ("rule-", "closings", "walls", "rule-share"),
    "section-of-furniture": ("section",),
    "repeated-line": ("copies", "repeats"),
    "other-topic": ("shared-words", "long-words"),
    "outside-the-article": (
        "position",
        "from-",
        "to-",
        "prose-",
        "region-share",
        "in-",
        "out-",
        "paragraph-",
        "article-",
        "lines",
        "short-share",
    ),
    "neighbours-removed": ("score", "chance", "kind+", "kind-", "size", "end+", "end-"),
}


def group_of(feature: str) -> str:
    """Return the reason that a feature stands for.

    >>> group_of("words-weigh"), group_of("words-weigh-1"), group_of("score-1"), group_of("kind")
    ('furniture-words', 'furniture-words-nearby', 'neighbours-removed', 'unlike-a-sentence')
    """
    best, length = "neighbours-removed", -1
    for name, starts in GROUPS.items():
        for start in starts:
            if feature.startswith(start) and len(start) > length:
                best, length = name, len(start)
    return best


_FIRST = tuple(map(group_of, FEATURES))
_SECOND = tuple(map(group_of, REGION_FEATURES))
_OWN_SCORE = REGION_FEATURES.index("score+0")


def model_reasons(first: Sequence[float], second: Sequence[float]) -> tuple[Evidence, ...]:
    """Return what weighed most against a line; weights are logits, positive against it.

    Args:
        first: The features of the first look.
        second: The features of the second look.
    """
    ensembles = builtin_trees()
    weights: dict[str, float] = defaultdict(float)
    score = 0.0
    for index, weight in builtin_trees("region")["region"].contributions(second, FIRST_TREES).items():
        if index == _OWN_SCORE:
            score = -weight
        else:
            weights[_SECOND[index]] -= weight
    own: dict[str, float] = defaultdict(float)
    for index, weight in ensembles["article"].contributions(first, FIRST_TREES).items():
        own[_FIRST[index]] -= max(0.0, weight) if score < 0 else min(0.0, weight)
    total = sum(own.values())
    for name, weight in own.items():
        weights[name] += score * weight / total if total else 0.0
    strongest = sorted(weights, key=lambda name: -weights[name])[:REASONS]
    return tuple(Evidence(name, round(weights[name], 1)) for name in strongest if weights[name] >= 0.05)


def with_words(reasons: Sequence[Evidence], plain: str, lexicon: Lexicon) -> tuple[Evidence, ...]:
    """Return the reasons with the words that weigh most behind `furniture-words`, if that is one of them.

    Args:
        reasons: The reasons of the model.
        plain: The undecorated line.
        lexicon: What words weigh.

    >>> with_words((Evidence("furniture-words", 1.2),), "Share this", Lexicon({"share": 2.0}, 0.0))[1].name
    'word:share'
    """
    out: list[Evidence] = []
    for reason in reasons:
        out.append(reason)
        if reason.name == FURNITURE_WORDS:
            heaviest = ((words, round(weight, 1)) for words, weight in lexicon.heaviest_words(plain, NAMED_WORDS))
            out += [Evidence(f"{WORD}{words}", weight) for words, weight in heaviest if weight]
    return tuple(out)


def with_doubt(reasons: tuple[Evidence, ...], doubt: Doubt, *, prose: bool) -> tuple[Evidence, ...]:
    """Return the reasons with what the guard found against a line, and whether that is no more than the model's word.

    Args:
        reasons: The reasons of the model.
        doubt: What the guard found.
        prose: Whether the line is prose.

    >>> [reason.name for reason in with_doubt((Evidence("in-a-list", 0.4),), Doubt.OUTSIDE, prose=True)]
    ['model-only-prose', 'outside-the-article', 'in-a-list']
    """
    found = [] if doubt in CHECKABLE else [Evidence(MODEL_ONLY_PROSE if prose else MODEL_ONLY)]
    if doubt is not Doubt.RULE and doubt.value not in [reason.name for reason in reasons]:
        found.append(Evidence(doubt.value))
    return (*found, *reasons)


def metadata_reason(line: Line, label: Label | None) -> tuple[Evidence, ...]:
    """Return the metadata of a line as the reason for a label.

    >>> from newsclean.labels.line import read_lines
    >>> from newsclean.rules.matcher import Matcher
    >>> [str(one) for line in read_lines(["12 mars 2024"], Matcher([]), "fr") for one in metadata_reason(line, Label.DATE)]
    ['metadata.date']
    """
    if not label or line.metadata.label != label:
        return ()
    spans = line.metadata.spans
    return (Evidence(spans[0].rule if spans else f"metadata.{label}"),)
