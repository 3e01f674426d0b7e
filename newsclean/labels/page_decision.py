"""The decision in HTML mode: trees over what the markup says, rules for what they would keep, a label for all the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from newsclean.article import Article, Block, Evidence, Label
from newsclean.labels.furniture import metadata_label
from newsclean.labels.html_features import numbers_of, ruled
from newsclean.labels.lines import Line
from newsclean.labels.structure import MARKS
from newsclean.labels.trees import builtin_trees, chance_of

STAYS = {"careful": 0.35, "normal": 0.58, "strict": 0.7}  # chance of being article text from which a block stays
UNTOLD = 0.18  # a page that does not say that it is a news article may be of any kind: less is against a block
OUT = -1.3  # score after the first trees below which the others cannot bring a block back
IN = 2.3  # the same for being thrown out: of 55,000 blocks of unseen publishers beyond it, 20 would go, all of them wrongly
READ = -1.2  # score from which a block is worth the rules
KICKER, KICKER_NEAR = (
    80,
    2.0,
)  # characters of the longest kicker; how near its name stands: on it or on the boxes next to it
LEAD = 600  # characters: no lead is longer
# which label a group of names or a place speaks for; the first that is told the loudest wins
SPOKEN = {
    "newsletter": Label.NEWSLETTER,
    "ad": Label.AD,
    "share": Label.SHARE,
    "comment": Label.COMMENTS,
    "most-read": Label.MOST_READ,
    "related": Label.RELATED,
    "paywall": Label.PAYWALL,
    "consent": Label.CONSENT,
    "promo": Label.PROMO,
    "caption": Label.CAPTION,
    "in-figcaption": Label.CAPTION,
    "tags": Label.TAGS,
    "author": Label.BYLINE,
    "byline": Label.BYLINE,
    "date": Label.DATE,
    "nav": Label.NAV,
    "teaser": Label.RELATED,
    "legal": Label.LEGAL,
    "in-nav": Label.NAV,
    "in-footer": Label.LEGAL,
    "in-header": Label.NAV,
    "in-figure": Label.CAPTION,
    "footer": Label.LEGAL,
    "header": Label.NAV,
}
ORDER = {key: n for n, key in enumerate((*SPOKEN, "no-name"))}
SHORT = frozenset({Label.BYLINE, Label.DATE, Label.TAGS})  # labels of lines, not of sentences
BIO, SENTENCE = (
    80,
    120,
)  # characters from which what is named a byline tells of an author, from which a text is no label of one line
SURE = 30.0  # the score of what has no other place on the page
BARE = 3  # blocks of the longest fragment that stays when the markup says nothing of it
HEADLINE = 3  # words of the shortest headline that the page tells nowhere else
NOTE = "no article was found on the page: the text is empty"
Read = Callable[[Sequence[Block]], tuple[list[Block], list[Line]]]


class Found(NamedTuple):
    """What was found out about a block near the article."""

    block: Block
    line: Line | None
    chance: float


def decide_page(article: Article, read: Read, strictness: str = "normal") -> Article:
    """The article of a page with a label and its reasons on every block, and furniture inside paragraphs cut out.

    Arguments: `read` takes out of blocks what is glued into them and gives the line of each.
    """
    places = [n for n, block in enumerate(article.blocks) if block.clues is not None and "outside" not in block.clues]
    found = _weighed([article.blocks[n] for n in places], read)
    title = _title(found)
    stays = STAYS[strictness] - (0.0 if _told(found) else UNTOLD)
    likely = [n != title and one.chance > stays for n, one in enumerate(found)]
    kept = [
        is_likely and not (title is not None and _repeats(one)) for is_likely, one in zip(likely, found, strict=True)
    ]
    if not any(kept) and _is_bare(article.blocks, found):
        kept = [True] * len(found)
    labels = _structure(found, kept, title)
    out = {
        at: _stays(one, labels[n]) if n in labels else _copied(one) if likely[n] else _verdict(one)
        for n, (at, one) in enumerate(zip(places, found, strict=True))
    }
    above = None if title is None else _kicker(article.blocks, places[title])
    if above is not None:
        out[above] = article.blocks[above]._replace(label=Label.KICKER, evidence=(Evidence("kicker"),))
    known: dict[tuple[int, bool, bool], tuple[Label, tuple[Evidence, ...]]] = {}
    blocks = tuple(out[n] if n in out else _outside(block, known) for n, block in enumerate(article.blocks))
    done = article.replace(blocks=blocks)
    return done if any(kept) or not blocks else done.with_note(NOTE)


def _is_bare(blocks: Sequence[Block], found: Sequence[Found]) -> bool:
    """Is this a fragment of a few lines that nothing speaks against: no page, no name of a box, no rule?"""
    if len(found) != len(blocks) or len(blocks) > BARE:
        return False
    return not any(
        SPOKEN.keys() & (one.block.clues or {}).keys()
        or (one.block.clues or {}).get("link-density", 0.0) > 0.5
        or (one.line is not None and (one.line.rules or one.line.metadata.label))
        for one in found
    )


def _weighed(blocks: Sequence[Block], read: Read) -> list[Found]:
    """The blocks with their chance of being article text; only those that have one are read."""
    rows = numbers_of(blocks)
    scores = [_score(row) for row in rows]
    found = [Found(block, None, chance_of(score)) for block, score in zip(blocks, scores, strict=True)]
    for n, block in enumerate(blocks):
        if block.clues and "told-only" in block.clues:
            scores[n] = SURE
    worth = [n for n, score in enumerate(scores) if score > READ]
    cleared, lines = read([blocks[n] for n in worth])
    for n, block, line in zip(worth, cleared, lines, strict=True):
        score = scores[n]
        if score < SURE and (line.rules or line.metadata.label or line.metadata.spans):
            score = _score(ruled(rows[n], line))
        found[n] = Found(block, line, chance_of(score) if block.text else 0.0)
    return found


def _score(row: Sequence[float]) -> float:
    """The logit of being article text; the first trees settle what plainly is, and what plainly is none."""
    trees = builtin_trees("html")
    score = trees["first"].score(row)
    return score + trees["rest"].score(row) if OUT <= score <= IN else score


def _told(found: Sequence[Found]) -> bool:
    """Does the head of the page say that it is an article?"""
    return any((one.block.clues or {}).get("told-article") for one in found)


def _title(found: Sequence[Found]) -> int | None:
    """The headline: the block that reads as the page says its title does, a heading before any other."""
    told = [n for n, one in enumerate(found) if _repeats(one)]
    if not told:  # the page tells no headline, or one with the name of the site in it
        tops = [n for n, one in enumerate(found) if one.block.mark == "h1" and one.block.text]
        alone = len(tops) == 1 and found[tops[0]].block.text.count(" ") + 1 >= HEADLINE
        return tops[0] if alone else next((n for n in tops if _clue(found[n], "is-title") > 0.0), None)
    headings = [n for n in told if found[n].block.mark in ("h1", "h2")] or told
    return next((n for n in headings if found[n].block.mark == "h1"), headings[0]) if headings else None


def _repeats(found: Found) -> bool:
    """Does a block read as the headline does?"""
    return _clue(found, "is-title") == 1.0


def _clue(found: Found, name: str) -> float:
    return (found.block.clues or {}).get(name, 0.0)


def _copied(found: Found) -> Block:
    """A block that says the headline once more."""
    return found.block._replace(label=Label.DUPLICATE, evidence=(Evidence("is-title"),))


def _kicker(blocks: Sequence[Block], title: int) -> int | None:
    """The short line right above the headline that the markup calls a kicker."""
    if not title or blocks[title].mark != "h1":
        return None
    above = blocks[title - 1]
    named = (above.clues or {}).get("kicker", 0.0) >= KICKER_NEAR and 0 < len(above.text) <= KICKER
    return title - 1 if named else None


def _structure(found: Sequence[Found], kept: Sequence[bool], title: int | None) -> dict[int, Label]:
    """The labels of what stays: title, lead, headings, list items, quotes, paragraphs."""
    labels: dict[int, Label] = {}
    for n, one in enumerate(found):
        if n == title:
            labels[n] = Label.TITLE
        elif kept[n]:
            labels[n] = MARKS.get(one.block.mark, Label.PARAGRAPH)
    content = [n for n in labels if n != title]
    if content and title is not None and len(content) > 1 and title < content[0]:
        first = found[content[0]].block
        if labels[content[0]] == Label.PARAGRAPH and 40 < len(first.text) <= LEAD:
            labels[content[0]] = Label.LEAD
    return labels


def _stays(found: Found, label: Label) -> Block:
    return found.block._replace(label=label, evidence=(Evidence("markup", round(found.chance, 2)),))


def _verdict(found: Found) -> Block:
    """A block near the article that goes, with what it is."""
    block, line = found.block, found.line
    reasons = (Evidence("markup", round(found.chance - 1, 2)),)
    if line is not None:
        strong = next((rule for rule in line.rules if rule.strength == "strong"), None)
        if strong:
            return block._replace(label=Label(strong.label), evidence=(Evidence(strong.id), *reasons))
        if line.metadata.label:
            return block._replace(label=metadata_label(line), evidence=(Evidence("reading"), *reasons))
    label, name = _spoken(block)
    return block._replace(label=label, evidence=(Evidence(name), *reasons))


def _outside(block: Block, known: dict[tuple[int, bool, bool], tuple[Label, tuple[Evidence, ...]]]) -> Block:
    """A block far from the article; those of one box share their clues, and so what is known of them."""
    size = len(block.text)
    key = (id(block.clues), size > BIO, size > SENTENCE)
    found = known.get(key)
    if found is None or not size:
        label, name = _spoken(block)
        found = label, (Evidence("outside"), Evidence(name))
        if size:
            known[key] = found
    return block._replace(label=found[0], evidence=found[1])


def _spoken(block: Block) -> tuple[Label, str]:
    """What the names and places around a block say that it is, and which of them."""
    if not block.text:
        for edit in block.edits:
            if edit.label:
                return Label(edit.label), edit.rule
    clues: Mapping[str, float] = block.clues or {}
    best, name, loudest = Label.OTHER, "no-name", 0.0
    for key, told in clues.items():
        if key in SPOKEN and told >= loudest:
            label = SPOKEN[key]
            if (told > loudest or ORDER[key] < ORDER[name]) and not (label in SHORT and len(block.text) > SENTENCE):
                best, name, loudest = label, key, told
    if best == Label.BYLINE and len(block.text) > BIO:
        return Label.AUTHOR_BIO, name
    if best is Label.OTHER and clues.get("link-density", 0.0) > 0.8:
        return Label.RELATED, "link-density"
    return best, name


__all__ = ["decide_page"]
