"""Lost quotation marks, in pairs and alone."""

import pytest

from newsclean.edits import apply
from newsclean.encoding.lost_quotes import paired_quotes, unpaired_marks
from newsclean.encoding.orthography import find_orthography


@pytest.mark.parametrize(
    ("line", "why"),
    [("er sagte ??ja, nein", "one mark"), ("ja?? nein", "nothing opens"), ("a ?? b", "marks by themselves")],
)
def test_no_pair(line, why):
    assert paired_quotes(line, "?", 2, find_orthography("", "de")) == [], why


@pytest.mark.parametrize(
    ("line", "language", "want"),
    [
        ("er sagte \ufffdja\ufffd, nein", "de", "er sagte „ja“, nein"),
        ("il dit \ufffdnon\ufffd.", "fr", "il dit “non”."),
        ("il dit «non\ufffd.", "fr", "il dit «non»."),
        ("sade \ufffdja\ufffd.", "sv", "sade ”ja”."),
    ],
)
def test_pairs(line, language, want):
    assert apply(line, paired_quotes(line, "\ufffd", 1, find_orthography("", language))) == want


@pytest.mark.parametrize(
    ("line", "language", "want"),
    [
        ("\ufffdWir gehen", "de", "„Wir gehen"),
        ("Wir gehen.\ufffd", "de", "Wir gehen.“"),
        ("10\ufffd000 Franken", "de", "10’000 Franken"),
        ("10\ufffd000 francs", "fr", "10\ufffd000 francs"),
        ("\ufffdQué pasa?", "es", "¿Qué pasa?"),
    ],
)
def test_marks_alone(line, language, want):
    assert apply(line, unpaired_marks(line, "\ufffd", 1, find_orthography("", language), letters_survive=True)) == want
