"""What is cut out of lines, and that a memory of lines changes nothing: not its state, nor the order of the documents."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean import analyze, clean
from newsclean.article import GROUPS, Block, Label
from newsclean.blocks import split_text
from newsclean.labels import inline_cuts
from newsclean.labels.inline_cuts import SHORT, Looked, Memory, read_blocks
from newsclean.labels.lexicon import lexicon_for
from newsclean.labels.line import Line, line_of
from newsclean.metadata import read_line
from newsclean.metadata.line.results import LineMetadata, MetadataSpan
from newsclean.rules.matcher import matcher_for
from newsclean.rules.pack import Pack
from newsclean.rules.rule import DEFAULT_LENGTH, Rule
from tests.test_clean import CASES

GLUED = "Le trafic a repris samedi. (ats/nxp)"
BOTH = "GENÈVE (AFP) - Le trafic a repris samedi soir. (Lire aussi: Un phare) (ats)"
LINES = [
    GLUED,
    BOTH,
    "(ats/nxp)",
    "Partager",
    "12 mars 2020",
    "Par Jeanne Roulet",
    "Le conseil de Valbrune a voté lundi soir le budget des écoles et de la piscine.",
    f"Nous et nos partenaires utilisons des cookies {'pour mesurer la visite de ce site et ' * 8}pour la publicité.",
    f"Le syndic a parlé de la ville {'et de son port, ' * 20}puis il est parti. (afp)",
    "İ" * (DEFAULT_LENGTH - 20) + " nos cookies et partenaires",
]
PACK = Pack("mine", (Rule("mine.ad.x", Label.AD, pattern=r" \[x\]$", anchors=("[x]",), cut="tail"),))


def memory(size: int, keys: str) -> Memory:
    filled = Memory(size)
    for key in keys:
        filled.add((key, ""), looked(key))
    return filled


def looked(text: str) -> Looked:
    return Looked((), (), alone(text, "fr"))


def alone(text: str, language: str | None) -> Line:
    """A line of which nothing is known."""
    return line_of(text, read_line(text, language), matcher_for(language, ()), lexicon_for(language), language)


def blocks_of(*texts: str, mark: str = "") -> list[Block]:
    """A block for each text."""
    return [Block(0, len(text), text, text, mark=mark) for text in texts]


@pytest.mark.parametrize(
    ("size", "keys", "held"),
    [(1, "abc", "bc"), (2, "abc", "abc"), (2, "abcde", "cde"), (2, "abcd", "abcd"), (3, "a", "a")],
)
def test_a_memory_holds_twice_its_size_at_most(size: int, keys: str, held: str) -> None:
    assert "".join(key for key in "abcde" if memory(size, keys).get((key, "")) is not None) == held


def test_what_is_asked_for_stays() -> None:
    filled = memory(2, "abc")
    for key in "defgh":
        assert filled.get(("a", "")) == looked("a")
        filled.add((key, ""), looked(key))
    assert filled.get(("a", "")) is not None
    assert filled.get(("b", "")) is None
    assert filled.get(("a", "m")) is None


def test_short_lines_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    inline_cuts._memory.cache_clear()
    seen: list[str] = []
    look = inline_cuts._look

    def spy(text: str, mark: str, *rest: object) -> Looked:
        seen.append(text + mark)
        return look(text, mark, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(inline_cuts, "_look", spy)
    short, long = "m" * SHORT, "m" * (SHORT + 1)
    for _ in range(3):
        read_blocks(blocks_of(short, long, short, long), "fr", ())
    assert seen == [short, long, long, long]
    assert inline_cuts._memory("fr", (), frozenset()).get((long, "")) is None
    read_blocks(blocks_of(short, "Partager"), "fr", ())
    read_blocks(blocks_of(short, mark="- "), "fr", ())
    read_blocks(blocks_of(short), "de", ())
    read_blocks(blocks_of(short), "fr", (PACK,))
    read_blocks(blocks_of(short), "fr", (), frozenset({Label.AD}))
    assert seen[4:] == ["Partager", f"{short}- ", short, short, short]


@pytest.mark.parametrize("language", ["fr", "de", "en", "it", None])
def test_the_same_from_any_memory_in_any_order(language: str | None) -> None:
    documents = [split_text(case["input"]) for case in CASES] + [blocks_of(*LINES), blocks_of(*reversed(LINES))]
    cold = []
    for blocks in documents:
        inline_cuts._memory.cache_clear()
        cold.append(read_blocks(blocks, language, ()))
    for order in (range(len(documents)), reversed(range(len(documents)))):
        assert all(read_blocks(documents[n], language, ()) == cold[n] for n in order)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(LINES), max_size=6), max_size=5), st.permutations(range(5)))
def test_the_same_in_any_order(texts: list[list[str]], order: list[int]) -> None:
    inline_cuts._memory.cache_clear()
    first = [read_blocks(blocks_of(*lines), "fr", ()) for lines in texts]
    inline_cuts._memory.cache_clear()
    again = {n: read_blocks(blocks_of(*texts[n]), "fr", ()) for n in order if n < len(texts)}
    assert [again[n] for n in range(len(texts))] == first


def test_a_line_says_what_it_says_alone() -> None:
    """Whatever stands beside it, and whatever was cut out of it."""
    for language in ("fr", "de", None):
        inline_cuts._memory.cache_clear()
        blocks, lines = read_blocks(blocks_of(*LINES), language, ())
        for block, line in zip(blocks, lines, strict=True):
            assert line == alone(block.text, language)


TAIL, HEAD = (26, 36, "fr-CH.agency.ats.tail", "agency"), (0, 15, "fr.agency.dateline.head", "dateline")


@pytest.mark.parametrize(
    ("text", "spared", "left", "cuts"),
    [
        (GLUED, (), "Le trafic a repris samedi.", [TAIL]),
        (GLUED, ("agency",), GLUED, []),
        (GLUED, ("dateline",), "Le trafic a repris samedi.", [TAIL]),
        ("(ats/nxp)", (), "(ats/nxp)", []),
        ("GENÈVE (AFP) - Le trafic a repris.", (), "Le trafic a repris.", [HEAD]),
        ("GENÈVE (AFP) - Le trafic a repris.", ("agency",), "Le trafic a repris.", [HEAD]),
        ("GENÈVE (AFP) - Le trafic a repris.", ("dateline",), "GENÈVE (AFP) - Le trafic a repris.", []),
        ("Partager", (), "Partager", []),
        # nothing but a decoration would be left
        ("» (ats/nxp)", (), "» (ats/nxp)", []),
        ("» Publicité", (), "» Publicité", []),
        ("→ Lire aussi: Un phare à vendre", (), "→ Lire aussi: Un phare à vendre", []),
        # a line that is metadata as a whole: a rule for tails finds the credit, but nothing is glued
        ("Le pont, lundi matin. Photo: Anne Morel / AFP", (), "Le pont, lundi matin. Photo: Anne Morel / AFP", []),
    ],
)
def test_what_is_cut(text: str, spared: tuple[str, ...], left: str, cuts: list[tuple[int, int, str, str]]) -> None:
    (block,), (line,) = read_blocks(split_text(text), "fr", (), frozenset(map(Label, spared)))
    assert (block.text, line.text) == (left, left)
    assert [(edit.start, edit.end, edit.rule, str(edit.label)) for edit in block.edits] == cuts
    assert all(edit.after == "" and edit.before == text[edit.start : edit.end] for edit in block.edits)


def test_a_pack_of_the_callers_cuts() -> None:
    (block,), _ = read_blocks(split_text("Le trafic a repris. [x]"), "fr", (PACK,))
    assert (block.text, [edit.rule for edit in block.edits]) == ("Le trafic a repris.", ["mine.ad.x"])


@pytest.mark.parametrize("size", [DEFAULT_LENGTH - 9, DEFAULT_LENGTH - 6, DEFAULT_LENGTH - 5, 994])
@pytest.mark.parametrize("letter", ["m", "İ"])
def test_rules_of_long_lines_are_met(letter: str, size: int) -> None:
    """The letter İ is two characters long in lower case."""
    rule = Rule("mine.other.zorbe", Label.OTHER, pattern="zorbe", anchors=("zorbe",), longest=1_000)
    text = f"{letter * size} zorbe"
    _, lines = read_blocks(blocks_of(text, "Un titre"), None, (Pack("mine", (rule,)),))
    assert [[found.id for found in line.rules] for line in lines] == [["mine.other.zorbe"], []]


@pytest.mark.parametrize("ruled", [True, False], ids=["by a rule", "by the grammar of metadata"])
def test_a_word_that_a_cut_frees_is_met(ruled: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line of the document holds it as a word before."""
    text = f"{'m' * DEFAULT_LENGTH} zorbe_x"
    word = Rule("mine.other.zorbe", Label.OTHER, pattern="zorbe", anchors=("zorbe",), longest=1_000)
    tail = Rule("mine.ad.tail", Label.AD, pattern="_x$", anchors=("_x",), cut="tail")
    if not ruled:
        piece = MetadataSpan("date", len(text) - 2, len(text), "", "metadata.date.tail")
        monkeypatch.setattr(
            inline_cuts, "read_line", lambda line, *_: LineMetadata(cuts=(piece,) if line == text else ())
        )
    pack = Pack("mine", (word, tail) if ruled else (word,))
    (block,), (line,) = read_blocks(blocks_of(text), None, (pack,))
    assert block.text == line.text == text[:-2]
    assert [found.id for found in line.rules] == ["mine.other.zorbe"]


def test_the_numbers_are_those_that_were_weighed() -> None:
    assert (inline_cuts.SHORT, inline_cuts.SEEN, Memory()._size) == (80, 4_096, 4_096)


OPTIONS = [
    *({"keep": {name}} for name in (*Label, *GROUPS)),
    *({"drop": {name}} for name in (*Label, *GROUPS)),
    {"comments": True},
    {"comments": True, "keep": {"metadata"}, "drop": {"title"}},
]


@pytest.mark.parametrize(
    ("first", "options"),
    list(enumerate(OPTIONS)),
    ids=[" ".join(f"{k}={v}" for k, v in sorted(o.items())) for o in OPTIONS],
)
def test_clean_gives_the_text_of_analyze(first: int, options: dict[str, object]) -> None:
    """Each set of options on some of the cases: all of them have all cases."""
    for case in CASES[first % 12 :: 12]:
        article = analyze(case["input"], **options)  # type: ignore[arg-type]
        assert clean(case["input"], **options) == article.text  # type: ignore[call-overload]
        assert article.rebuild() == case["input"]
