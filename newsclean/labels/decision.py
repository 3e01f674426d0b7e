"""The decision: what of a text is the article, and what everything else is.

Theory
------
A scraped text is an article with furniture around and inside it. Whether a line belongs to the article is one question; which furniture,
or which part of the article, it is, is another one. The first is answered by one model on evidence from everywhere, the second by
another model once the first has its answer.

1. `read_blocks` cuts glued furniture out of the lines and collects what each line says by itself: its form, the rules that match, the metadata
   in it, and what its words weigh (`lexicon.py`).
2. `PASSES` decide on every line, in this order; a `LineDecision` records the state, the reasons, and the pass that decided:

   - `apply_given_rules`: rules that the caller gave (packs, a profile) decide alone. Rules that come with newsclean are evidence.
   - `score_lines`: gradient-boosted trees (`trees.py`) give each line the probability that it is article text: first from its features and
     those of its neighbours and the document (`features.py`), then from the scores around it (`region.py`). A line stays if its
     probability reaches the threshold of the strictness.
   - `guard_prose`: prose stays unless something speaks against it, and never too much of it goes (`guard.py`).
   - `keep_lists`: the items of a list go together.
   - `keep_headline`: an article has a headline; if none was kept, the likeliest line above the text is.
   - `drop_copies`: what merely repeats another line that stays goes.

3. What stays is decided on again as a text of its own, until nothing more goes. Without this, cleaning twice could remove more than
   cleaning once.
4. `name_parts` and `name_furniture` give every line its label (`naming.py`).

Losing a line of the article is worse than leaving furniture in, so that every doubt keeps a line: the training weighs a lost line more, the
thresholds are below one half, and the guard only ever keeps.

From a line to the reason of its removal one reads: this module, `inline_cuts.py` and `line.py` (evidence), `document.py`, `features.py` and
`region.py` (context), `trees.py` (score), `guard.py`, `naming.py` (label).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from newsclean.article import CONTENT, Article, Block, Evidence, Label
from newsclean.labels.captions import glued_captions
from newsclean.labels.document import Document
from newsclean.labels.features import feature_rows
from newsclean.labels.guard import MOST_PROSE_NOTE, doubts, runs_of_items, too_much_prose
from newsclean.labels.inline_cuts import read_blocks
from newsclean.labels.lexicon import lexicon_for
from newsclean.labels.line import Line, may_be_headline
from newsclean.labels.line_decision import LineDecision, Round, State
from newsclean.labels.model_only import model_only_note
from newsclean.labels.naming import name_furniture, name_parts
from newsclean.labels.reasons import model_reasons, with_doubt, with_words
from newsclean.labels.region import region_rows
from newsclean.labels.trees import builtin_trees, chance_of
from newsclean.language import find_language
from newsclean.mending.copies import find_copies
from newsclean.rules.pack import Pack
from newsclean.rules.rule import Strength
from newsclean.vocabulary import Detail

# the probability of being article text from which a line stays: the less certain it must be, the more stays
THRESHOLDS: Mapping[str, float] = {"careful": 0.12, "normal": 0.25, "strict": 0.45}
ROUNDS = 5  # times that what is left is decided on again; a text settles in two or three
HEADLINES = frozenset({Label.TITLE, Label.KICKER})
EXPLAINED = 3_000  # lines; in a longer text removals name rules and doubts only
LIST_SHARE = 0.6  # of the items of a list that were kept, from which the others stay
HEAD_LINES = 40  # lines above the text in which its headline is looked for
HEADLINE = 0.3  # chance of being the headline from which a line that was kept settles it
HEADLINE_AT_LEAST = 0.1  # chance from which the likeliest line is kept
EMPTY_NOTE = "nothing but furniture was found: the text is empty"


def apply_given_rules(turn: Round) -> None:
    """Decide lines that a rule of the caller, or of a profile, matches: the last such rule decides."""
    for decision in turn.decisions:
        for rule in reversed(decision.line.rules):
            if rule.id.startswith(turn.given) and rule.strength is Strength.STRONG:
                state = State.KEPT if rule.label in CONTENT else State.REMOVED
                decision.decide(state, "given-rule", Evidence(rule.id), label=rule.label)
                break


def score_lines(turn: Round) -> None:
    """Give each line its probability of being article text, in two looks, and decide by it."""
    ensembles, document = builtin_trees(), turn.document
    logits = [ensembles["article"].score(row) for row in turn.rows]
    rows = region_rows(document, turn.rows, logits, list(map(chance_of, logits)))
    for n in turn.open:
        decision = turn.decisions[n]
        decision.chance = chance_of(builtin_trees("region")["region"].score(rows[n]))
        if decision.chance >= turn.threshold:
            decision.decide(State.KEPT, "model")
            continue
        decision.decide(State.REMOVED, "model", *(_reasons(turn, n, rows[n]) if turn.explain else ()))


def _reasons(turn: Round, n: int, row: Sequence[float]) -> tuple[Evidence, ...]:
    return with_words(model_reasons(turn.rows[n], row), turn.document.lines[n].plain, lexicon_for(turn.language))


def guard_prose(turn: Round) -> None:
    """Keep prose that nothing but the model speaks against."""
    removed = [
        n
        for n, decision in enumerate(turn.decisions)
        if decision.decided_by == "model" and decision.state is State.REMOVED
    ]
    against = doubts(turn.document, removed, [turn.decisions[n].chance for n in removed])
    for n in removed:
        doubt, decision = against.get(n), turn.decisions[n]
        if doubt is None:
            decision.decide(State.KEPT, "guard", Evidence("no-evidence-against"))
        else:
            decision.evidence = with_doubt(decision.evidence, doubt, prose=decision.line.prose)
    going = [n for n in removed if turn.decisions[n].state is State.REMOVED]
    for n in too_much_prose(turn.document, going):
        turn.decisions[n].decide(State.KEPT, "guard", Evidence("too-much-prose"))
        if MOST_PROSE_NOTE not in turn.notes:
            turn.notes.append(MOST_PROSE_NOTE)


def keep_lists(turn: Round) -> None:
    """Keep the items of a list most of which were kept: items of one list go together, unless a rule matches."""
    decisions, lines = turn.decisions, turn.document.lines
    for run in runs_of_items(lines):
        kept = sum(decisions[n].state is State.KEPT for n in run)
        if kept < LIST_SHARE * len(run):
            continue
        for n in run:
            if decisions[n].state is State.REMOVED and decisions[n].decided_by == "model" and not lines[n].strong:
                decisions[n].decide(State.KEPT, "lists", Evidence("item-of-a-kept-list"))


def keep_headline(turn: Round) -> None:
    """Keep the likeliest headline above the text if no line was kept that may be one.

    An article has a headline; alone between share bars and dates, far above the text, it looks like a teaser.
    """
    decisions, lines = turn.decisions, turn.document.lines
    first = next((n for n, one in enumerate(decisions) if one.state is State.KEPT and lines[n].prose), None)
    if first is None:
        return
    head = [
        n
        for n in range(max(0, first - HEAD_LINES), first + 1)
        if may_be_headline(lines[n]) and _is_by_model(decisions[n])
    ]
    rows, trees = turn.rows, builtin_trees()["headline"]
    chances = {n: chance_of(trees.score(rows[n])) for n in head}
    if any(decisions[n].state is State.KEPT and chance > HEADLINE for n, chance in chances.items()):
        return
    best = max(chances, key=chances.__getitem__, default=None)
    if best is not None and chances[best] > HEADLINE_AT_LEAST and decisions[best].state is State.REMOVED:
        decisions[best].decide(State.KEPT, "headline", Evidence("headline", round(chances[best], 2)))


def _is_by_model(decision: LineDecision) -> bool:
    return decision.decided_by in ("model", "guard")


def drop_copies(turn: Round) -> None:
    """Remove what merely repeats another line that stays."""
    where = find_copies([decision.line.text for decision in turn.decisions])
    for n, first in enumerate(where):
        seen = {n}
        while first >= 0 and where[first] >= 0 and first not in seen:
            seen.add(first)
            first = where[first]
        if first >= 0 and first != n and all(turn.decisions[k].state is State.KEPT for k in (n, first)):
            turn.decisions[n].decide(State.REMOVED, "copies", Evidence("copy"), label=Label.DUPLICATE)


PASSES: tuple[Callable[[Round], None], ...] = (
    apply_given_rules,
    score_lines,
    guard_prose,
    keep_lists,
    keep_headline,
    drop_copies,
)


def decide(
    article: Article,
    packs: tuple[Pack, ...] = (),
    strictness: str = "normal",
    keep: frozenset[Label] = frozenset(),
    detail: Detail = Detail.EVIDENCE,
) -> Article:
    """Return the article with a label and its reasons on every block, and furniture inside paragraphs cut out.

    Args:
        article: The article; its blocks are lines of text, or blocks of a page.
        packs: Rules besides those that come with newsclean.
        strictness: How certain the model must be that a line stays: a key of `THRESHOLDS`.
        keep: Labels whose pieces stay inside paragraphs.
        detail: How much is found out about removed lines.

    Raises:
        NewscleanError: A file of the model or of the learned words is missing or damaged.

    >>> from newsclean.reading import read_text
    >>> [str(block.label) for block in decide(read_text("Le conseil a voté le budget de la ville.\\nPartager")).blocks]
    ['paragraph', 'share']
    """
    if article.kind == "html":
        return _decide_page(article, packs, strictness, keep)
    language = article.language
    # the language of a text is found in its lines, unless the caller gave it: what is left may not tell it any more, as when it is cleaned again
    given_language = None if language == find_language(block.text for block in article.blocks) else language
    blocks, lines = read_blocks(article.blocks, language, packs, keep)
    decisions = [LineDecision(line) for line in lines]
    for decision, block in zip(decisions, blocks, strict=True):
        if not decision.line.text:
            decision.decide(State.REMOVED, "cut", _emptied_by(block)[1], label=_emptied_by(block)[0])
    given = tuple(f"{pack.id}." for pack in packs)
    explain = detail is Detail.EVIDENCE and len(lines) <= EXPLAINED
    notes: list[str] = []
    for n in glued_captions(lines, _gaps(article, blocks)):
        decisions[n].decide(State.REMOVED, "captions", Evidence("glued-to-date"), label=Label.CAPTION)
    left = [n for n, decision in enumerate(decisions) if decision.state is State.OPEN]
    for turn in range(ROUNDS):
        if not left:
            break
        document = Document([decisions[n].line for n in left])
        turned, rows = [decisions[n] for n in left], feature_rows(document)
        current = Round(turned, document, THRESHOLDS[strictness], given, explain, rows, language)
        for decision in current.decisions:
            decision.state = State.OPEN
        for run in PASSES:
            run(current)
        notes += current.notes if turn == 0 else ()
        remaining = [n for n in left if decisions[n].state is State.KEPT]
        spoken = find_language(decisions[n].line.text for n in remaining) or given_language
        if len(remaining) == len(left) and spoken == language:
            break
        if spoken != language:
            language = spoken
            blocks, lines = read_blocks(blocks, language, packs, keep)
            for n in remaining:
                decisions[n].line = lines[n]
        left = remaining
    gaps = _gaps(article, blocks)
    name_parts(decisions, gaps)
    name_furniture(decisions, gaps, detail)
    if blocks and not any(decision.state is State.KEPT for decision in decisions):
        notes.append(EMPTY_NOTE)
    if detail is Detail.EVIDENCE:
        removed = [d.evidence for d in decisions if d.state is State.REMOVED and d.label not in keep]
        notes += filter(None, [model_only_note(removed, len(decisions))])
    done = tuple(block.with_label(d.label, d.evidence) for block, d in zip(blocks, decisions, strict=True))
    return article.replace(blocks=done, notes=(*article.notes, *notes))


def _gaps(article: Article, blocks: Sequence[Block]) -> list[int]:
    """Return the line breaks above each block in the source, 2 for more."""
    pairs = zip(blocks, blocks[1:], strict=False)
    return [2, *(min(2, article.source[above.end : below.start].count("\n")) for above, below in pairs)]


def _emptied_by(block: Block) -> tuple[Label, Evidence]:
    """Return what a block was that a repair or a cut has left empty."""
    for edit in block.edits:
        if edit.label:
            return Label(edit.label), Evidence(edit.rule)
    return Label.OTHER, Evidence("nothing-visible")


def _decide_page(article: Article, packs: tuple[Pack, ...], strictness: str, keep: frozenset[Label]) -> Article:
    from newsclean.labels.page_decision import decide_page

    def read(blocks: Sequence[Block]) -> tuple[list[Block], list[Line]]:
        return read_blocks(blocks, article.language, packs, keep)

    return _without_copies(decide_page(article, read, strictness))


def _without_copies(article: Article) -> Article:
    """Return the article of a page, where what merely repeats another block that stays is a duplicate."""
    kept = [n for n, block in enumerate(article.blocks) if block.label in CONTENT and block.label not in HEADLINES]
    blocks = list(article.blocks)
    for place, first in enumerate(find_copies([blocks[n].text for n in kept])):
        if first >= 0 and blocks[kept[first]].label in CONTENT:
            blocks[kept[place]] = blocks[kept[place]]._replace(label=Label.DUPLICATE, evidence=(Evidence("copy"),))
    return article.replace(blocks=tuple(blocks))


__all__ = ["PASSES", "THRESHOLDS", "LineDecision", "State", "decide"]
