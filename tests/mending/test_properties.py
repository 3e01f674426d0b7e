"""What holds for every text: edits replay, nothing is lost, twice is once, time grows with the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.article import Edit
from newsclean.blocks import split_text
from newsclean.edits import apply
from newsclean.filters import fix_encoding
from newsclean.filters.mending import mend_lines
from newsclean.mending import find_copies, find_repeated_half, find_splits
from newsclean.reading import read_text
from tests.work import MOST, growth

LINES = st.sampled_from(
    [
        "Le",
        "L",
        "«",
        "»",
        "et à «",
        "e ministre a dit lundi que la loi sera votée. Il n'a rien dit de plus à la presse",
        ", a dit le maire au conseil de la ville, qui doit voter lundi.",
        ". Les autres attendent la suite du procès avec une certaine impatience.",
        "Il l'a dit au",
        "Courrier",
        "qui l'a publié jeudi avec une photo de la maison et un plan du jardin. Elle n'en savait rien.",
        "- un point",
        "Un titre",
        "La vidéo a été vue dix mille fois sur YouTube.La parole se libère dans les collèges de la région.",
        "LÃ©tÃ© sâ€™annonce Ã\xa0 GenÃ¨ve.Les mÃ©tÃ©orologues en sont presque tous certains",
        "Chers collègues, la séance de jeudi aura lieu dans la grande salle du",
        "premier étage, car la salle habituelle est occupée par les travaux de",
        "peinture. Merci d'apporter vos dossiers et de prévenir vos équipes de",
        "C ependant, la commune n'a pas encore reçu les plans du nouveau port.",
        "\u200b",
    ]
)
NOISE = st.text("aàbB 'é\"«»“”„-–().,:;!?…\u00a01\ud800", max_size=60)
GAPS = st.sampled_from(["\n", "\n", "\n", "\r\n", " \n ", "\n\n", "\r"])
LANGUAGES = st.sampled_from(["fr", "de", "en", None, "xx"])


@st.composite
def texts(draw):
    lines = draw(st.lists(st.one_of(LINES, LINES, NOISE), max_size=14))
    return "".join(line + draw(GAPS) for line in lines)


def visible(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=150, deadline=None)
@given(texts(), LANGUAGES)
def test_edits_replay_and_nothing_is_lost(text, language):
    before = fix_encoding(read_text(text, language=language))
    article = mend_lines(before)
    assert article.rebuild() == text
    assert apply(article.source, article.edits) == article.text
    assert visible("".join(b.text for b in article.blocks)) == visible("".join(b.text for b in before.blocks))
    at = 0
    for block in article.blocks:
        assert at <= block.start < block.end
        assert text[block.start : block.end] == block.source
        assert apply(block.source, block.edits) == block.text
        assert not text[at : block.start].strip()
        at = block.end
    assert not text[at:].strip()


@settings(max_examples=150, deadline=None)
@given(texts(), LANGUAGES)
def test_twice_is_once(text, language):
    article = mend_lines(read_text(text, language=language))
    assert mend_lines(read_text(article.text, language=language)).text == article.text
    joined = "\n\n".join(block.text for block in article.blocks if block.text)
    assert mend_lines(read_text(joined, language=language)).text == joined


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(LINES, NOISE), max_size=20))
def test_a_copy_repeats_a_text_that_stays(lines):
    found = find_copies(lines)
    assert len(found) == len(lines)
    for n, other in enumerate(found):
        assert other == -1 or (0 <= other < len(lines) and other != n)
    for n in range(len(lines)):
        chain = [n]
        while found[chain[-1]] >= 0:
            assert found[chain[-1]] not in chain
            chain.append(found[chain[-1]])


@settings(max_examples=150, deadline=None)
@given(NOISE)
def test_a_text_twice_is_found(text):
    text = " ".join(text.split())
    span = find_repeated_half(f"{text} {text}")
    assert span is None or f"{text} {text}"[: span[0]].strip() == text
    assert find_splits(text) == sorted(set(find_splits(text)))


def test_edits_of_a_block_are_kept_on_both_sides_of_a_part():
    text = "Elle a &eacute;crit dix pages sur la vie du village.Les autres sont rest&eacute;es &agrave; la maison."
    article = mend_lines(fix_encoding(read_text(text, language="fr")))
    assert [block.text for block in article.blocks] == [
        "Elle a écrit dix pages sur la vie du village.",
        "Les autres sont restées à la maison.",
    ]
    assert article.rebuild() == text


def test_dropped_and_labelled_blocks_are_not_joined():
    article = read_text("Il l'a dit au\nCourrier\n, qui l'a publié jeudi avec une photo de la maison.", language="fr")
    blocks = (article.blocks[0], article.blocks[1]._replace(kept=False), article.blocks[2])
    assert mend_lines(article.replace(blocks=blocks)).blocks == blocks


@pytest.mark.parametrize(
    "unit",
    [
        "x\n",
        "le\n",
        "«\n",
        ", et\n",
        "a. B",
        "a.B",
        "mot.Les ",
        "\n",
        "C ependant, il pleut sur la ville.\n",
        "A b\n",
        "»",
        "1987.Die ",
    ],
)
def test_work_grows_with_the_text(unit):
    def work(count):
        article = read_text(unit * count, language="fr")
        mend_lines(article)
        find_copies([block.text for block in article.blocks])

    assert growth(work, 200, 3_200) <= MOST


def test_blocks_of_nothing():
    assert split_text("") == ()
    assert mend_lines("") == ""
    assert find_copies([]) == []
    assert find_copies(["", "", "a"]) == [-1, -1, -1]
    assert find_repeated_half("") is None
    assert isinstance(Edit(0, 0, "", "", "x"), Edit)
