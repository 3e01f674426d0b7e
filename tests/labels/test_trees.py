"""The model: what it says, why it says so, and what a damaged file gets."""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean import NewscleanError, analyze
from newsclean.labels import trees as module
from newsclean.labels.document import Document
from newsclean.labels.features import FEATURES, feature_rows
from newsclean.labels.line import read_lines
from newsclean.labels.trees import WALKED, Trees, builtin_trees, dump, load, parse
from newsclean.rules.matcher import matcher_for

TREE = [0, 5.0, 0.5, [1, 0.5, -0.2, -1.0, 0.3], 2.0]
GOOD = {"version": 1, "names": ["words", "digits"], "ensembles": {"content": [TREE, 0.25]}}
LINES = [
    "Le conseil de Valbrune vote son budget",
    "Le conseil de la ville a voté lundi soir le budget des écoles et de la piscine.",
    "Publicité",
    "La maire a défendu un texte prudent, que l'opposition juge trop timide.",
    "Partager",
    "© Le Courrier. Tous droits réservés.",
]


def rows() -> list[list[float]]:
    """The features of the lines of a small page."""
    return list(map(list, feature_rows(Document(read_lines(LINES, matcher_for("fr", ()), "fr")))))


@pytest.mark.parametrize(
    ("numbers", "score"), [([5.0, 0.5], -0.75), ([5.0, 0.6], 0.55), ([5.1, 0.0], 2.25), ([-1.0, -1.0], -0.75)]
)
def test_score_walks_left_when_not_larger(numbers: list[float], score: float) -> None:
    assert parse(json.dumps(GOOD))["content"].score(numbers) == pytest.approx(score)


def test_probability_is_the_logistic_of_the_score_and_never_overflows() -> None:
    assert Trees(("a",), (0.0,)).probability([1.0]) == 0.5
    assert Trees(("a",), (1.5,)).probability([1.0]) == pytest.approx(1 / (1 + math.exp(-1.5)))
    assert 0.0 < Trees(("a",), (-1e9,)).probability([1.0]) < 1e-12
    assert 1 - 1e-12 < Trees(("a",), (1e9,)).probability([1.0]) <= 1.0


@pytest.mark.parametrize("model", ["text", "region", "html"])
def test_reasons_sum_to_what_the_score_is_away_from_the_roots(model: str) -> None:
    for trees, (n, row) in itertools.product(builtin_trees(model).values(), enumerate(rows())):
        roots = sum(node[2] if isinstance(node, list) else node for node in trees.trees)
        numbers = (row + [float(n % 3)] * len(trees.names))[: len(trees.names)]
        told = trees.reasons(numbers)
        assert sum(weight for _, weight in told) == pytest.approx(trees.score(numbers) - roots)
        assert [abs(weight) for _, weight in told] == sorted((abs(weight) for _, weight in told), reverse=True)
        assert len({name for name, _ in told}) == len(told)


def test_reasons_name_only_numbers_that_were_asked_for() -> None:
    trees = parse(json.dumps(GOOD))["content"]
    assert trees.reasons([6.0, 0.0]) == [("words", 1.5)]
    assert dict(trees.reasons([1.0, 0.0])) == pytest.approx({"words": -0.7, "digits": -0.8})


def test_the_model_tells_article_from_furniture() -> None:
    chances = [builtin_trees()["article"].probability(row) for row in rows()]
    assert min(chances[1], chances[3]) > max(chances[2], chances[4], chances[5])


@pytest.mark.parametrize("model", ["text", "region", "html"])
def test_walking_and_bits_give_the_same(model: str) -> None:
    for trees in builtin_trees(model).values():
        again = Trees(trees.names, trees.trees)
        numbers = [[float((n * 7 + k * 13) % 11 - 3) for k in range(len(trees.names))] for n in range(WALKED + 20)]
        walked = [again.score(row) for row in numbers[:WALKED]]
        assert [again.score(row) for row in numbers[:WALKED]] == pytest.approx(walked)
        assert [trees.score(row) for row in numbers] == pytest.approx([again.score(row) for row in numbers])


def test_contributions_of_the_first_trees_only() -> None:
    trees = Trees(("words", "digits"), (TREE, TREE, 0.25))
    whole, first = trees.contributions([6.0, 0.0]), trees.contributions([6.0, 0.0], 1)
    assert whole == {0: 3.0}
    assert first == {0: 1.5}
    assert trees.contributions([6.0, 0.0], 0) == {}


def test_dump_and_load_are_inverse(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(dump(GOOD["names"], GOOD["ensembles"]), "utf-8")
    assert load(path) == parse(json.dumps(GOOD))


def test_the_shipped_model_survives_a_round_trip() -> None:
    shipped = builtin_trees()
    again = parse(dump(FEATURES, {key: trees.trees for key, trees in shipped.items()}))
    assert again == shipped


def changed(**changes: object) -> str:
    """The good model with some keys changed, or taken out when None."""
    return json.dumps({key: value for key, value in (GOOD | changes).items() if value is not None})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not valid JSON"),
        (changed()[:-9], "not valid JSON"),
        ("[1, 2]", "model version None"),
        ("null", "model version None"),
        (changed(version=2), "model version 2, this newsclean reads version 1; upgrade newsclean"),
        (changed(version=None), "model version None"),
        (changed(version="1"), "model version '1'"),
        (changed(names=None), "damaged model"),
        (changed(names=5), "damaged model"),
        (changed(ensembles=None), "damaged model"),
        (changed(ensembles=[TREE]), "damaged model"),
        (changed(ensembles={"content": 3}), "damaged model"),
        (changed(ensembles={"content": [[0, 1.0, 0.0]]}), "damaged model"),
        (changed(ensembles={"content": [[0, 1.0, 0.0, 1.0, "x"]]}), "damaged model"),
        (changed(ensembles={"content": [[0, 1.0, 0.0, 1.0, None]]}), "damaged model"),
        (changed(ensembles={"content": [[2, 1.0, 0.0, 1.0, 2.0]]}), "no number 2"),
        (changed(ensembles={"content": [[-1, 1.0, 0.0, 1.0, 2.0]]}), "no number -1"),
        (changed(ensembles={"content": [["0", 1.0, 0.0, 1.0, 2.0]]}), "damaged model"),
        (changed(ensembles={"content": ["node!"]}), "damaged model"),
    ],
)
def test_a_model_that_cannot_be_used_is_one_clear_error(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "broken-model.json"
    path.write_text(text, "utf-8")
    with pytest.raises(NewscleanError, match=r"broken-model\.json: ") as caught:
        load(path)
    assert message in str(caught.value)


def test_a_file_that_is_no_text_or_not_there(tmp_path: Path) -> None:
    with pytest.raises(NewscleanError, match=r"nowhere\.json: the model cannot be read"):
        load(tmp_path / "nowhere.json")
    (tmp_path / "binary.json").write_bytes(b"\xff\xfe\x00model")
    with pytest.raises(NewscleanError, match=r"binary\.json: the model cannot be read"):
        load(str(tmp_path / "binary.json"))


@pytest.fixture
def _forgotten() -> Iterator[None]:
    builtin_trees.cache_clear()
    yield
    builtin_trees.cache_clear()


@pytest.mark.usefixtures("_forgotten")
def test_a_shipped_model_that_is_missing_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(package: str, name: str) -> str:
        raise FileNotFoundError(f"{package}/{name}")

    monkeypatch.setattr(module, "data_of", missing)
    with pytest.raises(NewscleanError, match=r"labels/text\.json: the model cannot be read"):
        analyze("\n".join(LINES))


@pytest.mark.usefixtures("_forgotten")
@pytest.mark.parametrize("text", ["", "[]", "{}", '{"names": [], "ensembles": 3}', '{"names": 3, "ensembles": {}}'])
def test_a_shipped_model_that_is_damaged_is_one_clear_error(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "data_of", lambda *_: text)
    with pytest.raises(NewscleanError, match=r"labels/text\.json: damaged model"):
        analyze("\n".join(LINES))
