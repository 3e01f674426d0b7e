"""The roles of marks are the cheapest of all ways through them, tried one by one; the price of a way is written out here once more."""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.typography import pairing
from newsclean.typography.apostrophes import NEVER
from newsclean.typography.pairing import Role, assign_roles
from newsclean.typography.quote_marks import (
    CURLY,
    CURLY_SINGLE,
    DOUBLE,
    GUILLEMET,
    SINGLE,
    SINGLE_GUILLEMET,
    TICK,
    QuoteMark,
)

COUSINS = {
    (CURLY, DOUBLE): 2, (SINGLE, CURLY_SINGLE): 1.5, (TICK, DOUBLE): 2, (TICK, CURLY): 1.5, (GUILLEMET, DOUBLE): 3.5,
    (GUILLEMET, SINGLE_GUILLEMET): 6, (SINGLE, DOUBLE): 7, (SINGLE, CURLY): 7, (SINGLE, GUILLEMET): 7, (CURLY_SINGLE, GUILLEMET): 7,
}  # fmt: skip


def roles(marks):
    """The roles as one letter each, and the partners."""
    found, partners = assign_roles(marks)
    return "".join(role.value for role in found), partners


def mark(family=DOUBLE, opening=0.0, closing=6.0, apostrophe=NEVER, prime=NEVER, *, at=1, blank=False):
    return QuoteMark(at, at + 1, "x", family, apostrophe, opening, closing, prime, 0, blank)


def opener(family=DOUBLE, **told):
    return mark(family, 0.0, 6.0, **told)


def closer(family=DOUBLE, **told):
    return mark(family, 6.0, 0.0, **told)


def mismatch(one, other):
    if one == other:
        return 0
    return COUSINS.get((one, other), COUSINS.get((other, one), 5))


def price(marks, letters):
    """What a way costs; infinity for one that cannot be."""
    stack, cost = [], 0.0
    for each, role in zip(marks, letters, strict=True):
        inside = each.family in stack
        if role == "O":
            if each.opening >= NEVER or len(stack) == 2:
                return math.inf
            cost += each.opening + (1 if stack else 0) + (4 if inside else 0)
            stack.append(each.family)
        elif role == "C":
            if not stack:
                return math.inf
            cost += each.closing + mismatch(stack.pop(), each.family)
        elif role == "L":
            cost += 6.5 if inside else 5
        else:
            stay = min(each.apostrophe, each.prime)
            if role != ("P" if each.prime < each.apostrophe else "A"):
                return math.inf
            guess = stay > 2.5 if role == "A" else each.family == SINGLE and stay < 2
            cost += stay + (3.5 if inside and guess else 0)
    head = 0.6 if stack and marks[0].start == 0 else 0
    return cost + 3.6 * len(stack) - head


def cheapest(marks):
    return min(price(marks, letters) for letters in itertools.product("AOCPL", repeat=len(marks)))


COSTS = st.sampled_from([0, 0.25, 0.3, 0.5, 1, 1.2, 1.5, 2, 2.2, 2.5, 2.6, 3, 3.2, 4, 5, 6, 7])
STAYS = st.one_of(COSTS, st.just(NEVER))
FAMILIES = st.one_of(st.sampled_from([SINGLE, DOUBLE]), st.integers(0, 6))
MARKS = st.builds(mark, FAMILIES, STAYS, COSTS, STAYS, STAYS)
CLEAR = st.builds(
    lambda opens, strong, weak, apostrophe, prime: mark(
        DOUBLE, *((weak, strong) if opens else (strong, weak)), apostrophe, prime
    ),
    st.booleans(), st.sampled_from([2.9, 3, 6]), st.sampled_from([0, 0.3, 0.4]), st.sampled_from([2.9, 3, NEVER]),
    st.sampled_from([1.9, 2, NEVER]),
)  # fmt: skip


@pytest.mark.parametrize("start", [0, 1])
@pytest.mark.parametrize("source", [MARKS, CLEAR], ids=["any", "clear"])
def test_the_roles_are_the_cheapest(source, start, monkeypatch):
    monkeypatch.setattr(pairing, "_BEAM", math.inf)

    @settings(max_examples=250, deadline=None)
    @given(st.lists(source, min_size=1, max_size=4))
    def check(marks):
        marks[0] = marks[0]._replace(start=start)
        letters, partner = roles(marks)
        assert price(marks, letters) == pytest.approx(cheapest(marks))
        assert all(partner[j] == k for k, j in enumerate(partner) if j >= 0)
        assert [k for k, j in enumerate(partner) if j > k] == [
            k for k, j in enumerate(partner) if letters[k] == "O" and j >= 0
        ]
        assert all((letters[k] == "C") <= (j >= 0) for k, j in enumerate(partner))

    check()


@pytest.mark.parametrize(("one", "other"), [*itertools.product(range(7), repeat=2)])
def test_marks_of_other_families_are_paired_at_a_price(one, other):
    """An opening and a closing are a pair where that costs less than to leave both, one of them unclosed at its own price."""
    for closing in (0, 0.5, 1, 1.5, 2, 3, 3.5, 3.7, 4, 6):
        marks = [mark(one, 0.0, 6.0), mark(other, NEVER, closing)]
        unclosed = 3.6 + (6.5 if one == other else 5)
        pair = mismatch(one, other) + closing < unclosed
        assert roles(marks) == (("OC", [1, 0]) if pair else ("OL", [-1, -1])), closing


@pytest.mark.parametrize(
    ("marks", "letters"),
    [
        ([opener(), closer(blank=True)], "LL"),
        ([opener(), closer(blank=False)], "OC"),
        ([opener(), mark(SINGLE, 6, 6, 0), closer(blank=True)], "OAC"),
        ([opener(), opener(SINGLE), closer(SINGLE), closer(blank=True)], "OOCC"),
        ([closer(blank=True)], "L"),
        # no third level, and none of the same family that is not clear
        ([opener(), opener(SINGLE), opener(CURLY), closer(CURLY), closer(SINGLE), closer()], None),
        ([opener(), opener(SINGLE), closer(SINGLE), closer()], "OOCC"),
        ([opener(), opener(), closer(), closer()], "OOCC"),
    ],
)
def test_small_ways(marks, letters):
    found, _ = roles(marks)
    assert found == letters if letters else found.count("O") <= 4
    depth = list(itertools.accumulate({"O": 1, "C": -1}.get(role, 0) for role in found))
    assert max(depth) <= 2
    assert min(depth) >= 0


def inner(family, closing=2.0, **told):
    return mark(family, NEVER, closing, **told)


@pytest.mark.parametrize(
    ("marks", "letters"),
    [
        # an opening that is never closed costs less at the head of a paragraph
        ([mark(DOUBLE, 1.7, 6, at=0)], "O"),
        ([mark(DOUBLE, 1.7, 6, at=1)], "L"),
        ([mark(DOUBLE, 1.7, 6, at=0), mark(SINGLE, 6, 6, 0, at=5)], "OA"),
        ([mark(DOUBLE, 1.7, 6, at=1), mark(SINGLE, 6, 6, 0, at=5)], "LA"),
        # inside a quote, a guess costs more where the quote could close
        ([opener(SINGLE), inner(SINGLE, apostrophe=2.5), inner(SINGLE, 0, apostrophe=2)], "OAC"),
        ([opener(SINGLE), inner(SINGLE, apostrophe=2.6), inner(SINGLE, 0, apostrophe=2)], "OCA"),
        ([opener(SINGLE), inner(SINGLE, prime=1.9), inner(SINGLE, 0, apostrophe=2)], "OCA"),
        ([opener(SINGLE), inner(SINGLE, prime=2), inner(SINGLE, 0, apostrophe=2)], "OPC"),
        ([opener(SINGLE), inner(SINGLE, prime=2.2), inner(SINGLE, 0, apostrophe=2)], "OPC"),
        ([opener(), inner(DOUBLE, prime=1), inner(DOUBLE, 0, prime=2.4)], "OPC"),
        ([opener(), inner(DOUBLE, prime=3), inner(DOUBLE, 0, prime=2.4)], "OPC"),
        # a quote in a quote costs one more
        ([opener(), mark(SINGLE, 0, 6, 0.6), mark(SINGLE, 6, 0, 0.6), closer()], "OOCC"),
        ([opener(), mark(SINGLE, 0, 6, 0.4), mark(SINGLE, 6, 0, 0.4), closer()], "OAAC"),
        # what looks like a clear pair, and is none
        ([opener(SINGLE), closer(DOUBLE, prime=2)], "OP"),
        ([mark(SINGLE, 0.3, 6, 0), mark(SINGLE, 6, 0.3, 0)], "AA"),
        ([mark(SINGLE, 0.3, 6, NEVER, 0), mark(SINGLE, 6, 0.3, NEVER, 0)], "PP"),
        ([opener(), mark(DOUBLE, 6, 6, prime=2)], "OP"),
    ],
)
def test_close_calls(marks, letters):
    assert roles(marks)[0] == letters
    assert price(marks, letters) == pytest.approx(cheapest(marks))


def test_an_opening_never_replaces_a_cheaper_way():
    new, back = pairing._step(mark(DOUBLE, 0, 6, 0), {(DOUBLE,): 0.0, (): 5.0}, {})
    assert (new[DOUBLE,], back[DOUBLE,]) == (0.0, ((DOUBLE,), Role.APOSTROPHE))


def test_clear_pairs_in_turns():
    assert roles([opener(), closer()] * 9_999) == ("OC" * 9_999, [k ^ 1 for k in range(2 * 9_999)])
    assert roles([opener(), closer()] * 10_001)[0] == "OC" * 10_001  # however many: it takes no search


@pytest.mark.parametrize(("count", "searched"), [(20_000, True), (20_001, False)])
def test_with_more_marks_it_is_no_prose(count, searched, monkeypatch):
    monkeypatch.setattr(pairing, "_cheapest_roles", lambda marks: [Role.APOSTROPHE] * len(marks))
    letters, partner = roles([mark(SINGLE, 6, 6, 0)] * count)
    assert letters == ("A" if searched else "L") * count
    assert partner == [-1] * count


@pytest.mark.parametrize(
    ("beam", "costs", "kept"),
    [(8.0, (0, 8, 1), 3), (7.9, (0, 8, 1), 2), (0.5, (0, 8, 1), 1), (1.0, (0, 8), 2), (8.0, (0, 8, 9), 2)],
)
def test_of_more_than_two_ways_the_dear_ones_end(beam, costs, kept, monkeypatch):
    monkeypatch.setattr(pairing, "_BEAM", beam)
    states = dict(zip([(), (DOUBLE,), (SINGLE,)], map(float, costs), strict=False))
    new, back = pairing._step(mark(CURLY, NEVER, NEVER, 0), states, {})
    assert new == {stack: cost for stack, cost in states.items() if cost in sorted(costs)[:kept]}
    assert back[()] == ((), Role.APOSTROPHE)


def test_the_numbers_are_those_that_were_weighed():
    assert (
        pairing._MAX_DEPTH,
        pairing._LEFT_COST,
        pairing._LEFT_INSIDE_COST,
        pairing._UNCLOSED_COST,
        pairing._UNCLOSED_FIRST_COST,
    ) == (
        2,
        5,
        1.5,
        3.6,
        3,
    )
    assert (
        pairing._GUESSED_APOSTROPHE,
        pairing._GUESS_INSIDE_COST,
        pairing._NESTED_COST,
        pairing._SAME_FAMILY_COST,
        pairing._OTHER_FAMILY_COST,
    ) == (2.5, 3.5, 1, 4, 5)
    assert (pairing._BEAM, pairing._MAX_MARKS) == (13, 20_000)
    assert [[mismatch(a, b) for b in range(7)] for a in range(7)] == pairing._MISMATCH
