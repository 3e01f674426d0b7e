"""The repair of text: what must not change, what must, and what holds for any input."""

import json
import tomllib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsclean.edits import apply
from newsclean.encoding import repair
from tests.work import MOST, growth

CASES = Path(__file__).parent / "cases"
LEGITIMATE = tomllib.loads((CASES / "legitimate.toml").read_text("utf-8"))["strings"]
DAMAGED = json.loads((CASES / "damaged.json").read_text("utf-8"))
PIECES = st.sampled_from(
    [
        "Ã©",
        "Ã",
        "â€™",
        "â€",
        "Â",
        "",
        "Å“",
        "é",
        "è",
        "’",
        "«",
        "»",
        "\xa0",
        "\xad",
        "\u200b",
        "�",
        "?",
        "&amp;",
        "&eacute;",
        "&eacute",
        "&",
        "amp;",
        "%C3%A9",
        "\\u00e9",
        "u00e9",
        "=C3=A9",
        "\x92",
        "\x85",
        "le",
        "la",
        "der",
        "und",
        "the",
        "e´",
        "ﬁ",
        "Ð",
        "Ñ\x80",
        "日本",
        "ï¿½",
        "l?",
        "d�j�",
        "�",
        "�",
        "\u2028",
        "\x1b[0m",
        "a",
        "b",
        "T",
    ]
)


def fixed(lines, **options):
    return [apply(line, edits) for line, edits in zip(lines, repair(lines, **options), strict=True)]


@pytest.mark.parametrize("text", LEGITIMATE)
def test_legitimate_alone(text):
    assert fixed([text]) == [text]


def test_legitimate_together():
    assert fixed(LEGITIMATE) == LEGITIMATE


@pytest.mark.parametrize("case", DAMAGED, ids=lambda case: case["why"])
def test_damaged(case):
    assert fixed([case["damaged"]]) == [case["expected"]]


def test_every_edit_replays_and_has_a_rule():
    for case in DAMAGED:
        [edits] = repair([case["damaged"]])
        for edit in edits:
            assert case["damaged"][edit.start : edit.end] == edit.before != edit.after
            assert edit.rule


def test_the_document_is_the_witness():
    alone, together = ["Ã la carte"], ["Ã la carte", "dans la citÃ© et la rÃ©publique"]
    assert fixed(alone) == alone
    assert fixed(together)[0] == "à la carte"


def test_guess_fills_in_more():
    line = "Der Pr\ufffdsident w\ufffdrde die \ufffdffentlichkeit mit der und die in den"
    assert fixed([line], guess=True)[0].count("\ufffd") <= fixed([line])[0].count("\ufffd")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=4))
@example(["&amp;amp;amp;#233;"])
@example(["Ã\xad Ã\xad"])
def test_idempotent(lines):
    once = fixed(lines)
    assert fixed(once) == once


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=4))
def test_any_text_ends_clean(lines):
    for line in fixed(lines):
        assert unicodedata.is_normalized("NFC", line)
        assert not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in line)
        assert "\xad" not in line
        assert "\ufeff" not in line


WORDS = [
    "été",
    "à",
    "l’œuvre",
    "cœur",
    "«Ça»",
    "“oui”",
    "„über“",
    "Größe",
    "–",
    "…",
    "naïve",
    "São",
    "Ünal",
    "niño.",
    "¿Qué?",
    "Łódź",
    "10\xa0%",
    "AT&T",
    "n°",
    "5",
    "él»,",
    "20\xa0€",
    "l’État",
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_clean_text_stays(text):
    assert fixed([text]) == [text]


FLOODS = {
    "ampersands": lambda n: "&" + "amp;" * n,
    "a tilde": lambda n: "Ã" * n,
    "a tilde and space": lambda n: "Ã " * n,
    "combining marks": lambda n: "a" + "\u0301" * n,
    "holes": lambda n: "a\ufffd" * n,
    "questions": lambda n: "a?b" * n,
    "one line of mojibake": lambda n: "dÃ©jÃ  vu " * (n // 8),
    "surrogates": lambda n: "\ud83d" * n,
    "addresses": lambda n: "http://a/%C3%A9 " * (n // 12),
}


@pytest.mark.parametrize("name", FLOODS)
def test_floods_take_linear_work(name):
    assert growth(lambda size: repair([FLOODS[name](size)]), 4_000, 16_000) <= MOST
