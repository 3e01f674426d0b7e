"""The guard: what may go and what never, and that a short cut of it changes no verdict."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path

import pytest

from newsclean import analyze
from newsclean.article import Label
from newsclean.labels import decision, verdicts
from newsclean.labels import scores as looks
from newsclean.labels.document import Document
from newsclean.labels.guard import NOTE, entry_time, evidence_against, guard, is_safe
from newsclean.labels.lines import Line, lines_of
from newsclean.labels.verdicts import fated, judge, labelled
from newsclean.language import find_language
from newsclean.rules.matcher import Matcher, matcher_for
from newsclean.rules.rule import Rule

CASES = [
    case
    for path in sorted((Path(__file__).parent.parent / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]
PROSE = [
    "Le conseil de Valbrune a voté lundi soir le budget des écoles et de la piscine.",
    "La maire a défendu un texte prudent, que l'opposition juge trop timide pour l'année.",
    "Les travaux du préau commenceront en mars et dureront six mois, selon l'architecte.",
    "Une réunion publique aura lieu jeudi à la salle des fêtes pour en expliquer le détail.",
]
SHARE = Rule("mine.share.bar", Label.SHARE, lines=("partager",))
RELATED = Rule("mine.related.head", Label.RELATED, lines=("à voir",), section=True)


def document(*texts: str) -> Document:
    """The texts as a document that only two rules speak of."""
    return Document(lines_of(texts, Matcher([SHARE, RELATED]), "fr"))


def test_a_rule_is_evidence() -> None:
    found = document(*PROSE, "Partager")
    assert evidence_against(found, 4, 0.9) == "rule"
    assert [evidence_against(found, n, 0.0) for n in range(4)] == [""] * 4


def test_a_repetition_is_evidence() -> None:
    assert evidence_against(document(*PROSE, PROSE[1]), 4, 0.9) == "repeated"


def test_the_heading_of_a_section_is_evidence_for_what_stands_near() -> None:
    found = document(*PROSE, "À voir", "Un phare à vendre sur l'île Noire", *PROSE[:1])
    assert evidence_against(found, 5, 0.9) == "section-related"
    assert evidence_against(found, 3, 0.0) == ""


def test_a_piece_of_a_shattered_sentence_is_no_link_of_a_section() -> None:
    pieces = "La", "Gazette de Valbrune", "a relevé que le texte ne dit rien de la piscine."
    found = document(*PROSE, "À voir", "Un phare à vendre", *PROSE[:1], *pieces, *PROSE[1:2])
    assert [evidence_against(found, n, 0.9) for n in (5, 7, 8, 9)] == ["section-related", "", "", ""]


def test_prose_of_a_clean_text_stays_whatever_the_model_says() -> None:
    found = document(*PROSE)
    assert guard(found, [True] * 4, [0.0] * 4) == ([False] * 4, "")


def test_the_cap_saves_the_prose_and_says_so() -> None:
    lines = [line for line in PROSE for _ in range(2)]
    found = document("Un titre", *lines, "Partager")
    allowed, note = guard(found, [False, *[True] * 9], [0.0] * 10)
    assert (allowed, note) == ([False] * 9 + [True], NOTE)


def test_under_the_cap_a_repetition_may_go() -> None:
    allowed, note = guard(document(*PROSE, PROSE[0]), [False] * 4 + [True], [0.5] * 5)
    assert (allowed, note) == ([False] * 4 + [True], "")


def test_what_the_model_keeps_is_never_allowed_to_go() -> None:
    assert guard(document(*PROSE, "Partager"), [False] * 5, [0.0] * 5) == ([False] * 5, "")


@pytest.mark.parametrize("time", ["18h45", "7h", "14:32", "9.05", "18 h 45", "14.30 Uhr", "12 Uhr", "9:15 a.m."])
def test_the_time_of_an_entry_is_safe(time: str) -> None:
    assert entry_time().fullmatch(time)
    assert is_safe(document(PROSE[0], time, PROSE[1]), 1)


@pytest.mark.parametrize(
    "lines", [(PROSE[0], "18h45"), (PROSE[0], "18h45", "Partager"), (PROSE[0], "18456", PROSE[1])], ids=str
)
def test_other_numbers_are_not_safe(lines: tuple[str, ...]) -> None:
    assert not is_safe(document(*lines), 1)


def test_prose_with_something_against_it_is_not_safe() -> None:
    assert is_safe(document(*PROSE), 1)
    assert not is_safe(document(*PROSE, PROSE[1]), 1)
    assert not is_safe(document(PROSE[0], "À voir", *PROSE[1:]), 2)
    ruled = Rule("mine.other.all", Label.OTHER, starts=("la maire",), strength="weak")
    assert not is_safe(Document(lines_of(PROSE, Matcher([ruled]), "fr")), 1)


@functools.lru_cache(maxsize=1)
def case_lines() -> list[list[Line]]:
    """The lines of all case texts."""
    out: list[list[Line]] = []
    for case in CASES:
        rows = [row.strip() for row in case["input"].splitlines() if row.strip()]
        language = find_language(rows)
        out.append(lines_of(rows, matcher_for(language, ()), language))
    return out


@pytest.mark.parametrize("strictness", ["careful", "normal", "strict"])
def test_judging_without_the_short_cut_keeps_the_same_lines(strictness: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = case_lines()
    safe = [[n for n in range(len(lines)) if is_safe(Document(lines), n)] for lines in texts]
    quick = [fated(judge(lines, strictness)) for lines in texts]
    monkeypatch.setattr(looks, "is_safe", lambda *_: False)
    slow = [fated(judge(lines, strictness)) for lines in texts]
    assert sum(map(len, safe)) > len(CASES)
    for lines, spared, one, other in zip(texts, safe, quick, slow, strict=True):
        assert [one[n].label for n in spared] == [None] * len(spared)
        assert [lines[n].text for n in spared if other[n].label] == []
        assert [v.label is None for v in one] == [v.label is None for v in other]


def test_the_guard_is_what_saves_prose(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it, a model that sees furniture everywhere would take all."""
    lines = lines_of(["Un titre", *PROSE], matcher_for("fr", ()), "fr")
    monkeypatch.setattr(looks, "is_safe", lambda *_: False)
    monkeypatch.setattr(verdicts, "_state", lambda *_: "furniture")
    assert [verdict.label for verdict in labelled(judge(lines, "normal"))] == [None] * 5
    monkeypatch.setattr(verdicts, "guard", lambda _, dropped, __: (list(dropped), ""))
    assert None not in [verdict.label for verdict in labelled(judge(lines, "normal"))[1:]]


FURNITURE = (
    "Publicité\n\nPartager\nTweeter\n\nAbonnez-vous à notre newsletter\n\n3 commentaires\n\nTous droits réservés"
)


def test_a_text_of_only_furniture_is_empty_and_says_so() -> None:
    article = analyze(FURNITURE)
    assert article.text == ""
    assert article.notes == (decision.EMPTY,)
    assert [block.source for block in article.removed] == [line for line in FURNITURE.split("\n") if line]
    assert [str(b.label) for b in article.removed] == ["ad", "share", "share", "newsletter", "comments", "legal"]
    assert article.rebuild() == FURNITURE


def test_every_removal_says_why() -> None:
    for case in CASES:
        for block in analyze(case["input"]).removed:
            assert block.evidence
            assert block.why.startswith(f"{block.label}: ")


def test_keep_and_drop_choose_by_label() -> None:
    text = "\n\n".join(["Le budget est voté", "Par Jeanne Roulet", *PROSE, "Publicité", "Partager", "(AFP)"])
    assert [str(block.label) for block in analyze(text).removed] == ["byline", "ad", "share", "agency"]
    assert [str(block.label) for block in analyze(text, keep={"ad"}).removed] == ["byline", "share", "agency"]
    assert [str(block.label) for block in analyze(text, keep={"metadata"}).removed] == ["ad", "share"]
    assert [str(block.label) for block in analyze(text, keep={"furniture"}).removed] == ["byline", "agency"]
    assert analyze(text, keep={"metadata", "furniture"}).removed == ()
    assert analyze(text, drop={"title"}).removed[0].source == "Le budget est voté"
    assert analyze(text, drop={"article"}).text == ""
