"""The decision: its passes one by one, what it promises of any text, and odd texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean import Label, Pack, Rule, analyze, clean
from newsclean.article import CONTENT
from newsclean.labels import decision as module
from newsclean.labels.decision import (
    EMPTY_NOTE,
    PASSES,
    THRESHOLDS,
    apply_given_rules,
    drop_copies,
    guard_prose,
    keep_headline,
    keep_lists,
    score_lines,
)
from newsclean.labels.document import Document
from newsclean.labels.features import feature_rows
from newsclean.labels.guard import MOST_PROSE_NOTE
from newsclean.labels.line import read_lines
from newsclean.labels.line_decision import LineDecision, Round, State
from newsclean.rules.matcher import Matcher, matcher_for
from tests.labels.articles import ARTICLES, FURNITURE

TITLE = "Un budget prudent à Valbrune"
PROSE = ARTICLES["fr"]
MENU = ["Accueil", "Sport", "Culture", "Météo", "Se connecter", "Région", "Monde", "Emploi"]
OWN = Rule("mine.nav.corner", Label.NAV, lines=("le coin des lecteurs",))
KEEPS = Rule("mine.paragraph.corner", Label.PARAGRAPH, lines=("partager",))


def look(texts: Sequence[str], matcher: Matcher | None = None, given: tuple[str, ...] = ()) -> Round:
    """One look at lines of which nothing is decided."""
    document = Document(read_lines(texts, matcher or matcher_for("fr", ()), "fr"))
    decisions = [LineDecision(line) for line in document.lines]
    return Round(decisions, document, THRESHOLDS["normal"], given, explain=True, rows=feature_rows(document))


def states(turn: Round) -> list[str]:
    return [decision.state.value for decision in turn.decisions]


def removed_by_model(turn: Round, *numbers: int) -> None:
    """Let the model remove lines and keep the others."""
    for n, decision in enumerate(turn.decisions):
        decision.chance = 0.0 if n in numbers else 1.0
        decision.decide(State.REMOVED if n in numbers else State.KEPT, "model")


def test_the_passes_in_their_order() -> None:
    assert list(PASSES) == [apply_given_rules, score_lines, guard_prose, keep_lists, keep_headline, drop_copies]


def test_rules_of_the_caller_decide_alone() -> None:
    turn = look([TITLE, "Le coin des lecteurs", "Partager"], Matcher([OWN, KEEPS]), ("mine.",))
    apply_given_rules(turn)
    assert states(turn) == ["open", "removed", "kept"]
    assert [decision.decided_by for decision in turn.decisions] == ["", "given-rule", "given-rule"]
    assert [decision.label for decision in turn.decisions] == [None, Label.NAV, Label.PARAGRAPH]
    assert [str(reason) for reason in turn.decisions[1].evidence] == ["mine.nav.corner"]


def test_rules_that_come_with_newsclean_decide_nothing() -> None:
    turn = look(["Partager", "Publicité"])
    apply_given_rules(turn)
    assert states(turn) == ["open", "open"]
    assert all(decision.line.rules for decision in turn.decisions)


def test_weak_rules_of_the_caller_decide_nothing() -> None:
    weak = Rule("mine.nav.corner", Label.NAV, lines=("le coin des lecteurs",), strength="weak")
    turn = look(["Le coin des lecteurs"], Matcher([weak]), ("mine.",))
    apply_given_rules(turn)
    assert states(turn) == ["open"]


def test_the_last_rule_of_the_caller_decides() -> None:
    again = Rule("mine.paragraph.again", Label.PARAGRAPH, lines=("le coin des lecteurs",))
    turn = look(["Le coin des lecteurs"], Matcher([OWN, again]), ("mine.",))
    apply_given_rules(turn)
    last = turn.decisions[0].line.rules[-1]
    assert turn.decisions[0].label == last.label


def test_scores_decide_every_open_line_and_no_other() -> None:
    turn = look([TITLE, *PROSE, "Partager sur Facebook"])
    turn.decisions[0].decide(State.REMOVED, "given-rule")
    score_lines(turn)
    assert turn.open == []
    assert turn.decisions[0].decided_by == "given-rule"
    assert {decision.decided_by for decision in turn.decisions[1:]} == {"model"}
    assert all(0.0 <= decision.chance <= 1.0 for decision in turn.decisions)
    assert turn.decisions[2].chance > turn.threshold > turn.decisions[-1].chance
    assert turn.decisions[-1].evidence


def test_the_threshold_is_what_a_line_needs_to_stay() -> None:
    for threshold in (0.0, 1.01):
        turn = look([TITLE, *PROSE, "Partager sur Facebook"])
        turn.threshold = threshold
        score_lines(turn)
        assert states(turn) == ["kept" if threshold == 0.0 else "removed"] * 6


def test_reasons_cost_nothing_where_nobody_asks() -> None:
    turn = look([TITLE, *PROSE, "Partager sur Facebook"])
    turn.explain = False
    score_lines(turn)
    assert all(decision.evidence == () for decision in turn.decisions)


def test_the_guard_keeps_prose_without_evidence() -> None:
    turn = look([TITLE, *PROSE])
    removed_by_model(turn, 2)
    guard_prose(turn)
    assert states(turn) == ["kept"] * 5
    assert (turn.decisions[2].decided_by, str(turn.decisions[2].evidence[0])) == ("guard", "no-evidence-against")
    assert turn.notes == []


def test_the_guard_lets_furniture_go() -> None:
    turn = look([TITLE, *PROSE, "Partager sur Facebook", "Publicité"])
    removed_by_model(turn, 5, 6)
    guard_prose(turn)
    assert states(turn)[5:] == ["removed"] * 2
    assert {decision.decided_by for decision in turn.decisions[5:]} == {"model"}


def test_the_guard_never_removes() -> None:
    turn = look([TITLE, *PROSE, "Partager sur Facebook"])
    removed_by_model(turn)
    guard_prose(turn)
    assert states(turn) == ["kept"] * 6


def test_the_guard_notes_too_much_prose_once() -> None:
    lines = [f"Article {n} : {line} {line}" for n in range(3) for line in PROSE]
    turn = look([*lines, *lines])  # repeated, so that something speaks against each line
    removed_by_model(turn, *range(len(turn.decisions)))
    guard_prose(turn)
    assert states(turn) == ["kept"] * len(turn.decisions)
    assert turn.notes == [MOST_PROSE_NOTE]


def test_what_rules_of_the_caller_removed_is_not_guarded() -> None:
    turn = look([TITLE, *PROSE])
    removed_by_model(turn)
    turn.decisions[2].decide(State.REMOVED, "given-rule")
    guard_prose(turn)
    assert states(turn)[2] == "removed"


ITEMS = ["- du sel fin", "- du beurre salé", "- trois pommes", "- un citron", "- de la cannelle"]


def test_items_of_a_list_most_of_which_stays_stay() -> None:
    turn = look([*PROSE[:2], *ITEMS, *PROSE[2:]])
    removed_by_model(turn, 4)
    keep_lists(turn)
    assert states(turn) == ["kept"] * 9
    assert (turn.decisions[4].decided_by, str(turn.decisions[4].evidence[0])) == ("lists", "item-of-a-kept-list")


def test_a_list_most_of_which_goes_goes() -> None:
    turn = look([*PROSE[:2], *ITEMS, *PROSE[2:]])
    removed_by_model(turn, 2, 3, 4, 5)
    keep_lists(turn)
    assert states(turn)[2:7] == ["removed"] * 4 + ["kept"]


def test_an_item_that_a_rule_matches_or_the_caller_removes_goes() -> None:
    rule = Rule("m.share.bar", Label.SHARE, lines=("trois pommes",))
    turn = look([*PROSE[:2], *ITEMS, *PROSE[2:]], Matcher([rule]))
    removed_by_model(turn, 4)
    turn.decisions[5].decide(State.REMOVED, "given-rule")
    keep_lists(turn)
    assert states(turn)[2:7] == ["kept", "kept", "removed", "removed", "kept"]


def test_the_likeliest_headline_above_the_text_is_kept() -> None:
    turn = look([*MENU, TITLE, "Partager sur Facebook", *PROSE])
    removed_by_model(turn, *range(len(MENU) + 2))
    keep_headline(turn)
    kept = [n for n, decision in enumerate(turn.decisions) if decision.decided_by == "headline"]
    assert kept == [len(MENU)]
    assert turn.decisions[kept[0]].evidence[0].name == "headline"


def test_a_headline_that_stays_is_enough() -> None:
    turn = look([*MENU, TITLE, *PROSE])
    removed_by_model(turn, *range(len(MENU)))
    keep_headline(turn)
    assert states(turn) == ["removed"] * len(MENU) + ["kept"] * 5


def test_no_headline_without_a_text_below() -> None:
    turn = look([TITLE, "Partager sur Facebook"])
    removed_by_model(turn, 0, 1)
    keep_headline(turn)
    assert states(turn) == ["removed"] * 2


def test_a_headline_that_the_caller_removes_goes() -> None:
    turn = look([TITLE, *PROSE])
    removed_by_model(turn)
    turn.decisions[0].decide(State.REMOVED, "given-rule")
    keep_headline(turn)
    assert states(turn) == ["removed", *["kept"] * 4]


def test_what_repeats_a_line_that_stays_goes() -> None:
    turn = look([TITLE, *PROSE, PROSE[1]])
    removed_by_model(turn)
    drop_copies(turn)
    assert states(turn) == ["kept"] * 5 + ["removed"]
    assert (turn.decisions[5].label, turn.decisions[5].decided_by) == (Label.DUPLICATE, "copies")


def test_a_copy_of_what_goes_stays() -> None:
    turn = look([PROSE[1], TITLE, *PROSE])
    removed_by_model(turn, 0)
    drop_copies(turn)
    assert states(turn) == ["removed", *["kept"] * 5]


def test_a_line_of_the_caller_goes_whatever_the_model_says() -> None:
    text = "\n\n".join([TITLE, *PROSE])
    pack = Pack("mine", (Rule("mine.ad.council", Label.AD, starts=("le conseil a voté",)),))
    (removed,) = analyze(text, packs=[pack]).removed
    assert (removed.source, removed.label, [str(reason) for reason in removed.evidence]) == (
        PROSE[0],
        Label.AD,
        ["mine.ad.council"],
    )


def test_a_furniture_line_of_the_caller_stays_whatever_the_model_says() -> None:
    text = "\n\n".join([TITLE, *PROSE, "Partager"])
    assert [block.source for block in analyze(text).removed] == ["Partager"]
    assert analyze(text, packs=[Pack("mine", (KEEPS,))]).removed == ()


def test_a_model_that_sees_furniture_everywhere_does_not_take_most_of_the_prose(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "chance_of", lambda _: 0.0)
    article = analyze("\n\n".join([TITLE, *PROSE]))
    assert sum(block.kept for block in article.blocks[1:]) >= 2  # what nothing else speaks against, at least half


@pytest.mark.parametrize("strictness", THRESHOLDS)
def test_prose_stays_and_clear_furniture_goes_at_any_strictness(strictness: str) -> None:
    article = analyze("\n\n".join([TITLE, *PROSE[:3], *FURNITURE["fr"][:7]]), strictness=strictness)
    assert [block.source for block in article.removed] == list(FURNITURE["fr"][:7])


def test_the_more_careful_the_more_stays() -> None:
    assert THRESHOLDS["careful"] < THRESHOLDS["normal"] < THRESHOLDS["strict"]


# odd texts


@pytest.mark.parametrize("text", ["", " \n\n\t\n", "\u200b"])
def test_a_text_without_a_visible_character(text: str) -> None:
    article = analyze(text)
    assert (article.text, article.rebuild()) == ("", text)


@pytest.mark.parametrize("language", ARTICLES)
def test_a_text_of_one_line_or_two(language: str) -> None:
    for paragraph in ARTICLES[language]:
        assert analyze(paragraph).removed == ()
    assert analyze("\n".join(ARTICLES[language][:2])).removed == ()


@pytest.mark.parametrize("language", FURNITURE)
def test_a_text_of_only_furniture_is_empty_and_says_so(language: str) -> None:
    text = "\n\n".join(FURNITURE[language])
    article = analyze(text)
    assert article.text == ""
    assert article.notes == (EMPTY_NOTE,)
    assert article.rebuild() == text
    assert all(block.evidence for block in article.removed)


def test_a_paragraph_and_a_button() -> None:
    article = analyze(f"{PROSE[0]}\nPartager sur Facebook")
    assert [(block.kept, block.source) for block in article.blocks] == [
        (True, PROSE[0]),
        (False, "Partager sur Facebook"),
    ]


NEWSLETTERS = """Les lettres d'information, nouvelle ruée vers l'or de la presse locale

En trois ans, les journaux de la région ont lancé vingt-deux newsletters, de la météo des lacs aux résultats du hockey.

« Nos abonnés lisent la newsletter au petit-déjeuner, avant le journal », raconte la rédactrice en chef de la Gazette.

L'inscription est gratuite, mais la publicité y rapporte déjà plus que les petites annonces, selon une étude.

Le risque est connu : à force de recevoir des lettres, les abonnés finissent par ne plus en ouvrir aucune."""


def test_an_article_about_newsletters_stays() -> None:
    assert analyze(NEWSLETTERS).removed == ()


def test_a_language_without_a_lexicon_keeps_its_prose() -> None:
    text = (
        "Bæjarstjórnin samþykkti á mánudagskvöld fjárhagsáætlun bæjarins eftir sex klukkustunda umræður.\n\n"
        "Framkvæmdir við skólalóðina hefjast í mars og standa í hálft ár að sögn arkitektsins.\n\n"
        "Íbúafundur verður haldinn á fimmtudag í félagsheimilinu til að skýra málið nánar."
    )
    assert analyze(text).removed == ()


# what is promised of any text

LINES = st.sampled_from(
    [TITLE, *PROSE, *MENU, *FURNITURE["fr"], *ARTICLES["de"], "Oui.", "12 mars 2021", "«", "", "***"]
)
TEXTS = st.builds(
    lambda lines, break_: break_.join(lines), st.lists(LINES, max_size=14), st.sampled_from(["\n", "\n\n"])
) | st.text(max_size=200)


def visible(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_the_same_text_is_decided_alike(text: str) -> None:
    assert analyze(text) == analyze(text)


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_every_visible_character_is_in_one_block(text: str) -> None:
    article = analyze(text)
    assert article.rebuild() == text
    assert visible("".join(block.source for block in article.blocks)) == visible(text)
    assert all(a.end <= b.start for a, b in zip(article.blocks, article.blocks[1:], strict=False))


@settings(max_examples=80, deadline=None)
@given(TEXTS, st.sampled_from(list(THRESHOLDS)))
def test_the_text_is_that_of_clean_and_every_block_has_a_label(text: str, strictness: str) -> None:
    article = analyze(text, strictness=strictness)
    assert clean(text, strictness=strictness) == article.text
    assert all((block.label in CONTENT) is block.kept for block in article.blocks)
    assert all(block.evidence for block in article.removed)


@pytest.mark.parametrize("run", [guard_prose, keep_lists, keep_headline])
def test_passes_that_only_keep(run: Callable[[Round], None]) -> None:
    turn = look([*MENU, TITLE, *PROSE, *FURNITURE["fr"]])
    removed_by_model(turn)
    run(turn)
    assert set(states(turn)) == {"kept"}
