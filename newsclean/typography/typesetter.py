"""The typesetter: all rules over one paragraph after another, as one list of edits each."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from newsclean.edits import Edit, apply, compose
from newsclean.typography import dashes, editorial, numbers, quotes
from newsclean.typography import spaces as blanks
from newsclean.typography.evidence import Evidence, gather
from newsclean.typography.plan import make_plan
from newsclean.typography.protect import masked, may_protect, protected

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from newsclean.typography.locales import Locale
    from newsclean.typography.plan import Plan, Raw

_ROUNDS = 6  # a second round is rare, a third one an oddity


def typeset(
    paragraphs: Sequence[str],
    locale: str | Locale | None,
    *,
    spaces: str = "typographic",
    style: str | None = None,
    off: Collection[str] = (),
    on: Collection[str] = (),
) -> list[tuple[Edit, ...]]:
    """The edits that set each paragraph by the conventions of a locale.

    Arguments: `paragraphs` are those of one text, for they bear on each other (dashes, spaced guillemets, quotes that run on);
    `locale` a name such as "fr-CH", a `Locale`, or None for apostrophes between letters only; `spaces` "typographic" (no-break and
    narrow no-break), "nbsp" (no narrow ones) or "plain"; `style` another style of the place, such as "guide" for fr-CH;
    `off` ids of rules to leave out, `on` ids of editorial changes to make.
    Errors: `NewscleanError` for an unknown locale, style, rule or kind of spaces.

    >>> from newsclean.edits import apply
    >>> text = "Un 'certain rapprochement' n'a pas eu lieu"
    >>> apply(text, typeset([text], "fr-CH")[0])
    'Un «certain rapprochement» n’a pas eu lieu'
    """
    plan = make_plan(locale, spaces, style, off, on)
    evidence = gather(paragraphs, plan.row) if plan.row.marks else Evidence()
    within = replace(evidence, open_before=True)
    out: list[tuple[Edit, ...]] = []
    is_open = False
    for paragraph in paragraphs:
        edits = _set(paragraph, plan, within if is_open else evidence)
        out.append(edits)
        if is_open or not paragraph[:1].isalnum() or (edits and not edits[0].start):
            is_open = plan.row.marks and _runs_on(apply(paragraph, edits), is_open=is_open)
    return out


def _runs_on(text: str, *, is_open: bool) -> bool:
    """Does a paragraph, as it now reads, leave a quote open for the next one?"""
    head = text.lstrip()[:1]
    closers = _CLOSERS.get(head)
    if closers is None:
        return is_open and not any(c in text for c in '»”“"')
    if head in closers:
        return text.count(head) == 1
    return text.count(head) > sum(text.count(c) for c in closers)


def _set(text: str, plan: Plan, evidence: Evidence) -> tuple[Edit, ...]:
    """The edits of a paragraph, repeated until nothing is left to do, so that a second run finds nothing."""
    raw = _pass(text, plan, evidence)
    if not raw:
        return ()
    edits = tuple([_new(Edit, e) for e in raw])
    now = apply(text, edits)
    for _ in range(_ROUNDS):
        raw = _pass(now, plan, evidence)
        if not raw:
            return edits
        more = tuple([_new(Edit, e) for e in raw])
        edits = compose(text, edits, more)
        now = apply(text, edits)
    return ()  # rules that undo each other: no edit is better than one that the next run takes back


_CLOSERS = {"«": "»", "“": "”", "„": "“”", '"': '"', "”": "”"}
_new = tuple.__new__
_place = itemgetter(0, 1)


def _pass(source: str, plan: Plan, evidence: Evidence) -> list[Raw]:
    """One round of all rules, each behind a cheap test of whether its signs occur."""
    if not plan.row.marks:
        return _clean(quotes.quote_edits(source, plan, evidence), plan) if "'" in source or "＇" in source else []
    text, loose = source, False
    for sign in plan.rare:
        if sign in source:
            loose = True
            break
    if loose or may_protect(source):
        spans = protected(source)
        text = masked(source, spans) if spans else source
        loose = quotes.undecided(text, plan)
    edits: list[Raw] = quotes.quote_edits(text, plan, evidence) if loose or quotes.half_set(text, plan) else []
    _add_spaces(text, plan, edits)
    _add_numbers(text, source, plan, edits)
    if "-" in text:
        if dashes.worth_a_look(text):
            edits += dashes.dashes(text, plan, evidence)
        if text[0] == "-":
            edits += dashes.head(text, plan)
    if plan.on:
        edits += editorial.editorial(text, plan)
        if "primes" in plan.on:
            edits += editorial.primes(source)
    return _clean(edits, plan) if edits else edits


def _add_spaces(text: str, plan: Plan, edits: list[Raw]) -> None:
    row = plan.row
    if "  " in text:
        edits += blanks.doubled(text)
    spaced_stop = " ." in text
    if spaced_stop or " ," in text:
        edits += blanks.comma(text)
    if (spaced_stop and ". . ." in text) or "..." in text:
        edits += dashes.ellipses(text, plan)
    if ":" in text or "?" in text or "!" in text or ";" in text:
        if row.colon_mode in ("insert", "replace"):
            edits += blanks.high(text, plan)
        if ("remove" in (row.high_mode, row.colon_mode)) and (
            " :" in text or " ?" in text or " !" in text or " ;" in text
        ):
            edits += blanks.stray(text, plan)
    if plan.inner not in ("", " ") and (("«" in text and "« " in text) or ("»" in text and " »" in text)):
        edits += blanks.guillemets(text, plan)


def _add_numbers(text: str, source: str, plan: Plan, edits: list[Raw]) -> None:
    row = plan.row
    if row.swiss_thousands and ("'" in source or "`" in source or "´" in source):
        edits += numbers.swiss(source)
    if row.percent and ("%" in text or "€" in text or "$" in text or "‰" in text or "£" in text):
        edits += numbers.signs(text, plan)
    if (row.thousands or row.units) and numbers.SPACED_DIGIT.search(text):
        if row.thousands:
            edits += numbers.thousands(text, plan)
        if row.units and plan.no_break != " ":
            edits += numbers.units(text, plan)


def _clean(edits: list[Raw], plan: Plan) -> list[Raw]:
    """Sorted, without those that are switched off or that meet an earlier one; the next round sees to what was dropped."""
    edits.sort(key=_place)
    out: list[Raw] = []
    end, off = -1, plan.off
    inserted = -1
    for edit in edits:
        start, stop = edit[0], edit[1]
        if start < end or (start == stop == inserted) or edit[4] in off:
            continue
        out.append(edit)
        end = stop
        inserted = stop if start == stop else -1
    return out
