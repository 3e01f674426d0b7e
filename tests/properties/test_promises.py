"""Promises 1 to 5 of docs/promises.md, on texts put together from what scrapers find."""

from __future__ import annotations

import unicodedata

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean import analyze, clean
from newsclean.edits import apply
from newsclean.typography import RULES

LINES = [
    "Votre publicité ici avec LAC_medias",
    "Syrie: le ministre va à Genève",
    "Un 'certain rapprochement'",
    "'Nous n'accepterons pas un accord qui ne va pas', a-t-il affirmé à la presse lundi soir.",
    "Le conseil a voté le budget de la ville, soit 250'000 francs, après un long débat (...) lundi.",
    'Il a dit: "Rien n\'est "perdu" pour l\'instant", puis il est parti sans attendre la fin de la séance.',
    "08 sept. 2016, 22:32",
    "Photo: Keystone",
    "/ATS",
    "Partager",
    "Link",
    "Restez informé",
    "Lire aussi : Le budget de la ville est voté",
    "Lire aussi bien Proust que des mangas, c'est la règle de ce club fondé par quatre lycéennes.",
    "Par Jeanne Roulet",
    "- deux œufs",
    "- du sel",
    "Pourquoi avoir attendu ?",
    "Les habitants sont soulagés, a dit le syndic de la commune samedi. (ats/afp)",
    "Der Gemeinderat hat am Montag beschlossen, dass die Brücke gesperrt bleibt.",
    "Anzeige",
    "The council said on Monday that it won't reopen the bridge before spring.",
    "Share on Facebook",
    "LÃ©tÃ© sâ€™annonce Ã\xa0 GenÃ¨ve, a dit le mÃ©tÃ©orologue Ã\xa0 la radio.",
    "3 commentaires",
    "20'33",
    "« Bonjour »",
    "«Bonjour», dit-il",
    "&laquo;&nbsp;Oui&nbsp;&raquo;",
]
GAPS = st.sampled_from(["\n", "\n\n", "\r\n", "\n \n", "\n\n\n"])


@st.composite
def scraped(draw: st.DrawFn) -> str:
    """A text of newsroom lines and noise."""
    noise = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
    marks = st.text("ab 'é\"«»“”‘’„-–().,:;!?…\u00a0\u202f1", max_size=40)
    lines = draw(st.lists(st.one_of(st.sampled_from(LINES), marks, noise), max_size=14))
    return "".join(line + draw(GAPS) for line in lines)


@given(scraped())
@settings(max_examples=100, deadline=None)
def test_1_pure(text: str) -> None:
    assert clean(text, kind="text") == clean(text, kind="text") == analyze(text, kind="text").text


@given(scraped())
@settings(max_examples=100, deadline=None)
def test_2_idempotent(text: str) -> None:
    once = clean(text, kind="text")
    assert clean(once, kind="text") == once


@given(st.one_of(scraped(), st.text()))
@settings(max_examples=100, deadline=None)
def test_3_nothing_is_lost(text: str) -> None:
    article = analyze(text, kind="text")
    assert article.source == text
    assert article.rebuild() == text
    assert apply(text, article.edits) == article.text
    covered = "".join(block.source for block in article.blocks)
    assert "".join(covered.split()) == "".join(text.split())


@given(scraped())
@settings(max_examples=100, deadline=None)
def test_4_prose_needs_evidence_to_go(text: str) -> None:
    for block in analyze(text, kind="text").removed:
        if len(block.text.split()) >= 7 and block.text.endswith("."):
            assert block.evidence


@given(scraped())
@settings(max_examples=100, deadline=None)
def test_5_typography_changes_no_letter_or_digit(text: str) -> None:
    def skeleton(text: str) -> str:
        return regex.sub(r"[^\p{L}\p{N}]", "", unicodedata.normalize("NFC", text.replace("ʼ", "")))

    for block in analyze(text, kind="text").kept:
        repaired = apply(block.source, [e for e in block.edits if not _typographic(e.rule)])
        if all(_typographic(edit.rule) for edit in block.edits):
            assert skeleton(block.text) == skeleton(repaired)


def _typographic(rule: str) -> bool:
    return all(part in RULES for part in rule.split("+"))
