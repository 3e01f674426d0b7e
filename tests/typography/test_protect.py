"""Spans that keep their bytes."""

import pytest

from newsclean.typography.protect import mask, may_protect, protected_spans


@pytest.mark.parametrize(
    "text",
    [
        "l'été, «oui»",
        "Il dit : non",
        "20' et 30'",
        "le 'mot'",
        "R&D et AT&T",
        "5 < 6",
        "un # seul",
        "un mot`",
        "a = b",
        "à 10:30",
        "Non ;",
    ],
)
def test_nothing_is_protected(text):
    assert protected_spans(text) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Voir http://ex.com/a?b=1;c! à", "http://ex.com/a?b=1;c"),
        ("(voir https://ex.com/a_(b))", "https://ex.com/a_(b)"),
        ("Sur www.ex.com.", "www.ex.com"),
        ("à l'ami_d'ici@exemple.org.", "l'ami_d'ici@exemple.org"),
        ("de @l_equipe:", "@l_equipe"),
        ("un #jour_j", "#jour_j"),
        ("avec `l'eau` ici", "`l'eau`"),
        ('<a title="l\'eau"> x', '<a title="l\'eau">'),
        ("l&rsquo; x", "&rsquo;"),
        ("{{ l'ami }} x", "{{ l'ami }}"),
        ("${l'ami} x", "${l'ami}"),
        ("C:\\l'ami x", "C:\\l'ami"),
        ("oui :-) x", ":-)"),
        ("en 20'33 x", "20'33"),
        ("de 6'2\" x", "6'2\""),
        ("de 250'000 x", "250'000"),
        ('print("l\'eau"); x', 'print("l\'eau");'),
    ],
)
def test_protected(text, span):
    assert [text[start:end] for start, end in protected_spans(text)] == [span]


def test_spans_are_sorted_and_apart():
    text = '`http://a.b/c` <a href="http://x.y/z"> @a@b.ch 20\'33 :-)'
    spans = protected_spans(text)
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))


def test_a_masked_text_has_the_same_offsets():
    text = "à 20'33 exactement"
    assert mask(text, protected_spans(text)) == "à ooooo exactement"


@pytest.mark.parametrize(("text", "want"), [("oui : non", False), ("oui :-)", True), ("www.a.b", True), ("a;b", False)])
def test_a_quick_look(text, want):
    assert may_protect(text) is want
