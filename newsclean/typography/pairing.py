"""Pairing: the role of every quote mark of a paragraph, by least total cost.

The algorithm is Viterbi's: the marks are the observations, and the hidden state is the stack of families of the quotes that
are open, at most two deep. Each mark extends every state by the cheapest of its roles; states that cost more than the best
one by a margin are dropped (beam search). The cheapest state after the last mark, walked backwards, gives the roles.

Leaving a mark unpaired is always possible at a fixed price, so that one stray mark never reverses the rest of the paragraph.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from newsclean.typography.apostrophes import NEVER
from newsclean.typography.quote_marks import CURLY, CURLY_SINGLE, DOUBLE, GUILLEMET, SINGLE, SINGLE_GUILLEMET, TICK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.typography.quote_marks import QuoteMark


class Role(Enum):
    """The role of a quote-like mark.

    Attributes:
        APOSTROPHE: It becomes ’.
        OPENING: It opens a quote; without a partner it is treated like `LEFT`.
        CLOSING: It closes a quote.
        PRIME: It marks minutes or feet, and stays as it is.
        LEFT: Its role is unknown, and it stays as it is.
    """

    APOSTROPHE = "A"
    OPENING = "O"
    CLOSING = "C"
    PRIME = "P"
    LEFT = "L"


APOSTROPHE, OPENING, CLOSING, PRIME, LEFT = Role
# all costs are on the scale of `quote_marks`
_MAX_DEPTH = 2  # open quotes; three levels do not occur in news
_LEFT_COST, _LEFT_INSIDE_COST = 5.0, 1.5  # of leaving a mark, and what is added inside a quote of its family
_UNCLOSED_COST, _UNCLOSED_FIRST_COST = 3.6, 3.0  # of a quote never closed; the second, if it opens the paragraph
_GUESSED_APOSTROPHE = 2.5  # an apostrophe that costs more is only a guess
_GUESSED_PRIME = 2.0  # a single mark with a prime that costs less is only a guess
_GUESS_INSIDE_COST = 3.5  # added to a guess where a quote of the same family could close
_NESTED_COST, _SAME_FAMILY_COST = 1.0, 4.0  # of a quote inside a quote, and what is added if both are of one family
_OTHER_FAMILY_COST = 5.0  # of a pair of two families that are not in the table below
_BEAM = 13.0  # states that cost more than the cheapest by this much are dropped
_MAX_MARKS = 20_000  # marks of a paragraph; one with more is no prose, and the memory stays bounded
_MIXED_PAIR_COSTS = {
    frozenset({CURLY, DOUBLE}): 2.0,
    frozenset({SINGLE, CURLY_SINGLE}): 1.5,
    frozenset({TICK, DOUBLE}): 2.0,
    frozenset({TICK, CURLY}): 1.5,
    frozenset({GUILLEMET, DOUBLE}): 3.5,
    frozenset({GUILLEMET, SINGLE_GUILLEMET}): 6.0,
    frozenset({SINGLE, DOUBLE}): 7.0,
    frozenset({SINGLE, CURLY}): 7.0,
    frozenset({SINGLE, GUILLEMET}): 7.0,
    frozenset({CURLY_SINGLE, GUILLEMET}): 7.0,
}
# [family of the opening mark][family of the closing mark] -> cost
_MISMATCH = [
    [0.0 if a == b else _MIXED_PAIR_COSTS.get(frozenset({a, b}), _OTHER_FAMILY_COST) for b in range(7)]
    for a in range(7)
]

_Stack = tuple[int, ...]  # families of the open quotes, the outermost first
_Backlinks = dict[_Stack, tuple[_Stack, Role]]  # state -> the state before it, and the role that leads from there


def assign_roles(marks: Sequence[QuoteMark]) -> tuple[list[Role], list[int]]:
    """Return the role of each mark, and for each the index of its partner or -1.

    Args:
        marks: The marks of one paragraph, at least one.

    >>> from newsclean.typography.apostrophe_words import apostrophe_words
    >>> from newsclean.typography.locales import locale_row
    >>> from newsclean.typography.quote_marks import weigh_roles
    >>> from newsclean.typography.scanner import find_quote_marks
    >>> text, words, row = "'Il n'a rien dit', dit-elle", apostrophe_words("fr"), locale_row("fr")
    >>> roles, partners = assign_roles(weigh_roles(text, find_quote_marks(text, row, words)[1], row, words))
    >>> [role.name for role in roles], partners
    (['OPENING', 'CLOSING'], [1, 0])
    """
    if _alternate_clearly(marks):
        return [OPENING, CLOSING] * (len(marks) // 2), [k ^ 1 for k in range(len(marks))]
    if len(marks) > _MAX_MARKS:
        return [LEFT] * len(marks), [-1] * len(marks)
    roles = _cheapest_roles(marks)
    return roles, _partners(roles)


def _cheapest_roles(marks: Sequence[QuoteMark]) -> list[Role]:
    """Return the roles on the cheapest path through the marks."""
    states: dict[_Stack, float] = {(): 0.0}
    history: list[_Backlinks] = []
    for mark in marks:
        states, back = _step(mark, states, history[-1] if history else {})
        history.append(back)
    head = _UNCLOSED_COST - _UNCLOSED_FIRST_COST if marks[0].start == 0 else 0.0
    at = min(states, key=lambda s: states[s] + _UNCLOSED_COST * len(s) - (head if s else 0.0))
    roles = []
    for back in reversed(history):
        at, role = back[at]
        roles.append(role)
    roles.reverse()
    return roles


def _alternate_clearly(marks: Sequence[QuoteMark]) -> bool:
    """Return True if clear openings and clear closings of one family alternate: then no other path can be cheaper."""
    if len(marks) % 2:
        return False
    family, opening = marks[0].family, True
    for mark in marks:
        if mark.family != family or mark.blank or mark.apostrophe < 3 or mark.prime < 2:
            return False
        if (mark.opening > 0.3 or mark.closing < 3) if opening else (mark.closing > 0.3 or mark.opening < 3):
            return False
        opening = not opening
    return True


def _step(mark: QuoteMark, states: dict[_Stack, float], before: _Backlinks) -> tuple[dict[_Stack, float], _Backlinks]:
    """Extend every state by one mark.

    Args:
        mark: The mark.
        states: State -> its least cost so far.
        before: The backlinks of the mark before; empty for the first mark.

    Returns:
        The states after the mark with their costs, and their backlinks.
    """
    new: dict[_Stack, float] = {}
    back: _Backlinks = {}
    family, stay = mark.family, mark.apostrophe
    stay_role = APOSTROPHE
    if mark.prime < stay:
        stay, stay_role = mark.prime, PRIME
    guess = (stay_role is APOSTROPHE and stay > _GUESSED_APOSTROPHE) or (
        family == SINGLE and stay_role is PRIME and stay < _GUESSED_PRIME
    )
    for stack, cost in states.items():
        inside = family in stack
        leave = _LEFT_COST + (_LEFT_INSIDE_COST if inside else 0.0)
        costs = stay + _GUESS_INSIDE_COST if inside and guess else stay
        here, role = (cost + costs, stay_role) if costs <= leave else (cost + leave, LEFT)
        if here < new.get(stack, NEVER * 1e6):
            new[stack], back[stack] = here, (stack, role)
        if mark.opening < NEVER and len(stack) < _MAX_DEPTH:
            pushed = (*stack, family)
            here = cost + mark.opening
            if stack:
                here += _NESTED_COST + (_SAME_FAMILY_COST if family in stack else 0.0)
            if here < new.get(pushed, NEVER * 1e6):
                new[pushed], back[pushed] = here, (stack, OPENING)
        if stack and not (mark.blank and before and before[stack][1] is OPENING):
            popped = stack[:-1]
            here = cost + mark.closing + _MISMATCH[stack[-1]][family]
            if here < new.get(popped, NEVER * 1e6):
                new[popped], back[popped] = here, (stack, CLOSING)
    limit = min(new.values()) + _BEAM
    if len(new) > 2 and max(new.values()) > limit:
        new = {stack: cost for stack, cost in new.items() if cost <= limit}
    return new, back


def _partners(roles: Sequence[Role]) -> list[int]:
    """Return, for each mark, the index of the mark that it encloses a quote with, or -1."""
    partners, stack = [-1] * len(roles), []
    for k, role in enumerate(roles):
        if role is OPENING:
            stack.append(k)
        elif role is CLOSING:
            other = stack.pop()
            partners[k], partners[other] = other, k
    return partners
