"""`comments=True`: what readers wrote stays, the furniture around it goes."""

from newsclean import clean
from newsclean.article import Article, Block, Label
from newsclean.filters.comments import MIN_WORDS, ReaderComments
from tests.extract.pages import article, page

SAID = "Je ne suis pas du tout d’accord avec ce budget, il fallait voter non."
COMMENTS = f"<section class='comments'><h3>2 commentaires</h3><div class='comment'><p>{SAID}</p><button>Répondre</button></div></section>"
WHOLE = page(article() + COMMENTS)


def test_comments_go_or_stay():
    assert SAID not in clean(WHOLE)
    text = clean(WHOLE, comments=True)
    assert text.endswith(SAID)
    assert "Répondre" not in text
    assert "2 commentaires" not in text


def kept(text: str, mark: str = "p", clues: dict[str, float] | None = None, label: Label = Label.COMMENTS) -> bool:
    block = Block(0, len(text), text, text, label=label, mark=mark, clues=clues)
    return ReaderComments()(Article(text, (block,))).blocks[0].kept


def test_short_texts_are_buttons() -> None:
    assert kept("mot " * MIN_WORDS)
    assert not kept("mot " * (MIN_WORDS - 1))


def test_links_forms_and_menus_are_no_comments() -> None:
    assert kept(SAID, clues={"link-density": 0.5})
    assert not kept(SAID, clues={"link-density": 0.6})
    for name in ("in-button", "in-form", "in-nav"):
        assert not kept(SAID, clues={name: 1.0})
    assert not kept(SAID, mark="button")
    assert not kept(SAID, mark="form")


def test_other_labels_stay() -> None:
    assert kept("Partager", label=Label.SHARE)
