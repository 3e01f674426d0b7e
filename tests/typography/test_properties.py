"""What holds for every text: letters stay, edits replay, a second run finds nothing, whatever part of the text it sees."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.edits import apply, undo
from newsclean.typography import known_locales, typeset

PIECES = [
    *"aélnLs'\"’“”«»‹›„‚‘`´,.;:!?…-–—/()[]%€1230@#&<>=+°", " ", " ", "  ", "\u00a0", "\u202f", "\n", "\t", "ʼ", "\u0301", "ג", "日",
    "...", ". . .", "....", "l'", "d'", "qu'", "' ", "« ", " »", " - ", "--", " 000", "10 000", "1'000", "5'", "''", "<<", ">>", ",,",
    "n'", "'t", "'s", "po'", "'90s", "http://a.b/c", "x@y.ch", ":-)", "mot", "Non", "+mot+",
]  # fmt: skip
TEXTS = st.lists(st.lists(st.sampled_from(PIECES), max_size=24).map("".join), min_size=1, max_size=3)
LOCALES = st.sampled_from([*known_locales(), None, "xx"])
SPACES = st.sampled_from(["typographic", "nbsp", "plain"])


def word_characters(text):
    return [c for c in text if c.isalnum() and c != "ʼ"]


@settings(max_examples=400, deadline=None)
@given(TEXTS, LOCALES, SPACES)
def test_any_text(paragraphs, locale, spaces):
    found = typeset(paragraphs, locale, spaces=spaces)
    results = [apply(text, edits) for text, edits in zip(paragraphs, found, strict=True)]
    for text, edits, result in zip(paragraphs, found, results, strict=True):
        assert all(text[e.start : e.end] == e.before != e.after for e in edits)
        assert all(a.end <= b.start and (a.start, a.end) != (b.start, b.end) for a, b in itertools.pairwise(edits))
        assert undo(result, edits) == text
        assert word_characters(result) == word_characters(text)
    assert not any(typeset(results, locale, spaces=spaces))
    assert not any(edits for text in results for edits in typeset([text], locale, spaces=spaces))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), LOCALES)
def test_any_characters(text, locale):
    result = apply(text, typeset([text], locale)[0])
    assert typeset([result], locale)[0] == ()
