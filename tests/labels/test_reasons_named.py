"""Reasons in words: every name that the decision can give is explained on the page, and the words that weighed are named."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from types import ModuleType

import pytest

from newsclean import analyze
from newsclean.article import Article, Evidence, Label
from newsclean.clues import LINK_DENSITY
from newsclean.labels import decision, page_decision, reasons
from newsclean.labels.features import FEATURES
from newsclean.labels.guard import Doubt
from newsclean.labels.lexicon import Lexicon
from newsclean.labels.page_decision import CLUE_LABELS, NO_NAME
from newsclean.labels.reasons import FURNITURE_WORDS, GROUPS, NAMED_WORDS, WORD, group_of, with_words
from newsclean.labels.region import REGION_FEATURES
from newsclean.rules.catalog import builtin_packs
from tests.conftest import ROOT
from tests.report.articles import varied

METADATA = "metadata."
FAMILIES = {WORD, METADATA}  # names that begin alike have one line
RULE = "fr.share.button"  # stands for the ids of all rules
ARTICLES = dict(varied())
CLUTTERED = """Accueil
Sport
Météo
Le pont de la Tine rouvre samedi
Par Claire Martin
12 mars 2024, 10:05
La commune rouvre samedi le pont de la Tine, fermé depuis la crue de mars. Les travaux ont coûté 250'000 francs.
Vous aimez nos articles ? Soutenez une rédaction indépendante avec un don à partir de dix francs.
Le syndic salue un chantier mené sans accident, et remercie les entreprises de la région pour leur travail.
Abonnez-vous à notre newsletter
Tweeter Envoyer Copier Imprimer
Les plus lus
Accident mortel à Boudry
Xamax s'incline à Yverdon
Tous droits réservés
Accueil
Sport"""


def names_in_code() -> set[str]:
    """The names of evidence: those of tables and enums, and those that stand where evidence is made."""
    found = {*GROUPS, *CLUE_LABELS, NO_NAME, LINK_DENSITY, *FAMILIES}
    found |= {doubt.value for doubt in Doubt if doubt is not Doubt.RULE}  # the guard names the rule itself
    for module in (decision, page_decision, reasons):
        found.update(_written_out(module))
    return found


def _written_out(module: ModuleType) -> Iterator[str]:
    """The names that `Evidence(...)` is called with in a module, as strings or constants."""
    for call in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "Evidence":
            for part in ast.walk(call.args[0]):
                if isinstance(part, ast.Name) and part.id.isupper():
                    yield vars(module)[part.id]
            if isinstance(call.args[0], ast.Constant):
                yield call.args[0].value


def names_on_the_page() -> set[str]:
    section = (
        (ROOT / "docs" / "labels.md").read_text("utf-8").partition("## The names of evidence")[2].partition("\n## ")[0]
    )
    cells = re.findall(r"^\| (`[^|]+) \| [^|]+ \|$", section, re.MULTILINE)
    return {name.removesuffix("*") for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def test_every_evidence_has_its_line() -> None:
    assert len(names_in_code()) > 50
    assert sorted(names_in_code() - names_on_the_page()) == []


def test_the_page_names_nothing_that_is_gone() -> None:
    assert sorted(names_on_the_page() - names_in_code()) == [RULE]


@pytest.mark.parametrize("name", [*ARTICLES, "cluttered"])
def test_whatever_is_given_as_a_reason_is_on_the_page(name: str) -> None:
    article = ARTICLES.get(name) or analyze(CLUTTERED)
    known = names_on_the_page() | {rule.id for pack in builtin_packs() for rule in pack.rules}
    given = {reason.name for block in article.blocks for reason in block.evidence}
    assert {one for one in given - known if not one.startswith(tuple(FAMILIES))} == set()


@pytest.mark.parametrize("feature", sorted({*FEATURES, *REGION_FEATURES}))
def test_every_feature_stands_for_a_reason(feature: str) -> None:
    starts = [start for starts in GROUPS.values() for start in starts]
    assert any(feature.startswith(start) for start in starts), "add it to a group"
    assert group_of(feature) in GROUPS


def test_the_page_has_the_thresholds() -> None:
    page = (ROOT / "docs" / "labels.md").read_text("utf-8")
    assert f"It stays from {decision.THRESHOLDS['normal']} on" in page
    section = page.partition("## Strictness")[2]
    assert re.findall(r"\b0\.\d+", section)[:3] == [
        str(decision.THRESHOLDS[name]) for name in ("careful", "normal", "strict")
    ]


def test_the_heaviest_words_are_named() -> None:
    article: Article = analyze(CLUTTERED)
    line = next(block for block in article.removed if block.text.startswith("Tweeter"))
    names = [reason.name for reason in line.evidence]
    at = names.index(FURNITURE_WORDS)
    words = [reason for reason in line.evidence if reason.name.startswith(WORD)]
    assert 0 < len(words) <= NAMED_WORDS
    assert list(line.evidence[at + 1 : at + 1 + len(words)]) == words
    assert all(word.name.removeprefix(WORD) in line.text.lower() for word in words)
    assert [word.weight for word in words] == sorted((word.weight for word in words), reverse=True)


def test_words_are_named_only_where_words_are_the_reason() -> None:
    lexicon = Lexicon({"share": 2.0}, 0.0)
    assert with_words((Evidence("in-a-list", 0.4),), "share", lexicon) == (Evidence("in-a-list", 0.4),)
    assert with_words((Evidence(FURNITURE_WORDS, 0.4),), "unknown", lexicon) == (Evidence(FURNITURE_WORDS, 0.4),)


def test_metadata_is_named_by_what_was_read() -> None:
    for article in (analyze(CLUTTERED), ARTICLES["ferry.txt"]):
        dates = [block for block in article.removed if block.label is Label.DATE]
        assert dates
        for block in dates:
            assert any(reason.name.startswith(f"{METADATA}date") for reason in block.evidence)


def test_reasons_survive_in_the_json_form() -> None:
    names = [reason["name"] for block in analyze(CLUTTERED).to_dict()["blocks"] for reason in block["evidence"]]
    assert any(name.startswith(WORD) for name in names)
    assert "model-only-prose" in names
