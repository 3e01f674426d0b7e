"""The typesetter: sets paragraphs by the conventions of a locale, as one list of edits each.

Theory. The hard part is that one character has several roles: a straight single quote is an apostrophe, opens or closes a
quote, or marks minutes. The steps for a paragraph:

1. **Protect.** URLs, code, measures and the like are masked with letters (`protect`); no rule sees them.
2. **Scan.** Marks between two letters are apostrophes; all other quote-like marks get a cost for every role, by their
   neighbours (`quote_marks`) and by the words of the language that take an apostrophe (`apostrophes`).
3. **Pair.** The roles of all marks together are those of least total cost: Viterbi's algorithm over a small stack of the
   families of the open quotes (`pairing`). Leaving a mark alone has a fixed price, so that doubt changes nothing.
4. **Set.** A pair gets the glyphs of its level in the locale (`levels`), unless the locale accepts the ones it has.
5. The rules for spaces, numbers, dashes and ellipses are independent patterns, each behind a cheap test of whether its
   characters occur.

The rules are repeated until none finds anything, so that a text that was set once is never changed again. What the rest of
the text shows of its style (`text_style`) chooses among glyphs but never decides whether a mark changes, so that this holds
for every part of a text, too. Conventions come from CLDR, the Lexique de l'Imprimerie nationale, DIN 5008, the OQLF, the RAE
and the usage of the press; docs/typography.md lists the rules by their ids.
"""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from newsclean.edits import Edit, apply, compose
from newsclean.typography import dashes, editorial, numbers, quotes
from newsclean.typography import spaces as space_rules
from newsclean.typography.conventions import resolve_conventions
from newsclean.typography.protect import mask, may_protect, protected_spans
from newsclean.typography.text_style import TextStyle, observe_style

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from newsclean.typography.conventions import Conventions, RawEdit
    from newsclean.typography.locales import Locale

_MAX_ROUNDS = 6  # repetitions of the rules; a second one is rare, more than two are a conflict of rules


def typeset(
    paragraphs: Sequence[str],
    locale: str | Locale | None,
    *,
    spaces: str = "typographic",
    style: str | None = None,
    off: Collection[str] = (),
    on: Collection[str] = (),
) -> list[tuple[Edit, ...]]:
    """Return the edits that set each paragraph by the conventions of a locale.

    Args:
        paragraphs: All paragraphs of one text; they influence each other (dashes, spaced guillemets, quotes that run on).
        locale: A name such as "fr-CH", a `Locale`, or None for nothing but apostrophes between letters.
        spaces: "typographic" (no-break and narrow no-break spaces), "nbsp" (no narrow ones) or "plain".
        style: Another style of the place, such as "guide" for fr-CH.
        off: Ids of rules to leave out.
        on: Ids of editorial changes to make.

    Raises:
        NewscleanError: The locale, the style, a rule or the kind of spaces is unknown.

    >>> from newsclean.edits import apply
    >>> text = "Un 'certain rapprochement' n'a pas eu lieu"
    >>> apply(text, typeset([text], "fr-CH")[0])
    'Un «certain rapprochement» n’a pas eu lieu'
    """
    conventions = resolve_conventions(locale, spaces, style, off, on)
    text_style = observe_style(paragraphs, conventions.row) if conventions.row.marks else TextStyle()
    within_quote = replace(text_style, quote_is_open=True)
    out: list[tuple[Edit, ...]] = []
    is_open = False
    for paragraph in paragraphs:
        edits = _typeset_paragraph(paragraph, conventions, within_quote if is_open else text_style)
        out.append(edits)
        if is_open or not paragraph[:1].isalnum() or (edits and not edits[0].start):
            is_open = conventions.row.marks and _leaves_quote_open(apply(paragraph, edits), is_open=is_open)
    return out


def _leaves_quote_open(text: str, *, is_open: bool) -> bool:
    """Return True if a paragraph, as it now reads, leaves a quote open for the next one."""
    head = text.lstrip()[:1]
    closers = _CLOSERS.get(head)
    if closers is None:
        return is_open and not any(c in text for c in '»”“"')
    if head in closers:
        return text.count(head) == 1
    return text.count(head) > sum(text.count(c) for c in closers)


def _typeset_paragraph(text: str, conventions: Conventions, style: TextStyle) -> tuple[Edit, ...]:
    """Return the edits of a paragraph; the rules are repeated until none finds anything."""
    raw = _apply_rules(text, conventions, style)
    if not raw:
        return ()
    edits = tuple([_new_tuple(Edit, e) for e in raw])
    now = apply(text, edits)
    for _ in range(_MAX_ROUNDS):
        raw = _apply_rules(now, conventions, style)
        if not raw:
            return edits
        more = tuple([_new_tuple(Edit, e) for e in raw])
        edits = compose(text, edits, more)
        now = apply(text, edits)
    return ()  # the rules undo each other: no edit is better than one that the next call reverts


_CLOSERS = {"«": "»", "“": "”", "„": "“”", '"': '"', "”": "”"}
_new_tuple = tuple.__new__
_start_and_end = itemgetter(0, 1)


def _apply_rules(source: str, conventions: Conventions, style: TextStyle) -> list[RawEdit]:
    """Return the edits of one round of all rules, each behind a cheap test of whether its characters occur."""
    if not conventions.row.marks:
        return (
            _without_overlaps(quotes.quote_edits(source, conventions, style), conventions)
            if "'" in source or "＇" in source
            else []
        )
    text, ambiguous = source, False
    for sign in conventions.signs:
        if sign in source:
            ambiguous = True
            break
    if ambiguous or may_protect(source):
        spans = protected_spans(source)
        text = mask(source, spans) if spans else source
        ambiguous = quotes.has_ambiguous_marks(text, conventions)
    edits: list[RawEdit] = (
        quotes.quote_edits(text, conventions, style)
        if ambiguous or quotes.has_unpaired_marks(text, conventions)
        else []
    )
    _add_space_edits(text, conventions, edits)
    _add_number_edits(text, source, conventions, edits)
    if "-" in text:
        if dashes.has_dash_candidate(text):
            edits += dashes.set_dashes(text, conventions, style)
        if text[0] == "-":
            edits += dashes.set_leading_dash(text, conventions)
    if conventions.on:
        edits += editorial.editorial(text, conventions)
        if "primes" in conventions.on:
            edits += editorial.primes(source)
    return _without_overlaps(edits, conventions) if edits else edits


def _add_space_edits(text: str, conventions: Conventions, edits: list[RawEdit]) -> None:
    """Append the edits of the rules for spaces and ellipses."""
    row = conventions.row
    if "  " in text:
        edits += space_rules.collapse_spaces(text)
    spaced_stop = " ." in text
    if spaced_stop or " ," in text:
        edits += space_rules.unspace_commas(text)
    if (spaced_stop and ". . ." in text) or "..." in text:
        edits += dashes.set_ellipses(text, conventions)
    if ":" in text or "?" in text or "!" in text or ";" in text:
        if row.colon_mode in ("insert", "replace"):
            edits += space_rules.space_high_punctuation(text, conventions)
        if ("remove" in (row.high_mode, row.colon_mode)) and (
            " :" in text or " ?" in text or " !" in text or " ;" in text
        ):
            edits += space_rules.unspace_high_punctuation(text, conventions)
    if conventions.inner not in ("", " ") and (("«" in text and "« " in text) or ("»" in text and " »" in text)):
        edits += space_rules.bind_guillemets(text, conventions)


def _add_number_edits(text: str, source: str, conventions: Conventions, edits: list[RawEdit]) -> None:
    """Append the edits of the rules for numbers; Swiss numbers are found in the unmasked `source`."""
    row = conventions.row
    if row.swiss_thousands and ("'" in source or "`" in source or "´" in source):
        edits += numbers.set_swiss_thousands(source)
    if row.percent and ("%" in text or "€" in text or "$" in text or "‰" in text or "£" in text):
        edits += numbers.space_signs(text, conventions)
    if (row.thousands or row.units) and numbers.SPACED_DIGIT.search(text):
        if row.thousands:
            edits += numbers.bind_thousands(text, conventions)
        if row.units and conventions.no_break != " ":
            edits += numbers.bind_units(text, conventions)


def _without_overlaps(edits: list[RawEdit], conventions: Conventions) -> list[RawEdit]:
    """Sort edits and drop those that are switched off or overlap an earlier one; the next round finds what was dropped."""
    edits.sort(key=_start_and_end)
    out: list[RawEdit] = []
    end, off = -1, conventions.off
    inserted = -1
    for edit in edits:
        start, stop = edit[0], edit[1]
        if start < end or (start == stop == inserted) or edit[4] in off:
            continue
        out.append(edit)
        end = stop
        inserted = stop if start == stop else -1
    return out
