"""What is learned, what is not, and that neither order nor shards matter."""

from __future__ import annotations

import pickle
import random
from functools import reduce
from operator import or_

import pytest

from newsclean import NewscleanError, Profile, Profiles, analyze, clean
from newsclean.profiles.article_lines import scan
from newsclean.profiles.counts import SiteCounts
from newsclean.profiles.selection import FLOOR_ANYWHERE, FLOOR_KICKER, FLOOR_SETTLED, MIN_ARTICLES, wilson_lower_bound
from newsclean.profiles.sorted_counts import article_rows, line_rows, profiles_from_rows
from tests.benchmarks.corpus import Article, articles, lines_of
from tests.profiles.texts import bodies, with_middle, with_tail

FOOTER = "Votre espace lecteurs du Courrier"


def learned(texts: list[str]) -> list[str]:
    return [line.line for line in Profile.learn(texts, site="example.ch").lines]


def test_a_line_of_most_articles_is_learned_with_its_counts_and_place() -> None:
    (line,) = Profile.learn(with_tail(bodies(40), FOOTER, 30), site="example.ch").lines
    assert (line.line, line.articles, line.head, line.tail, line.example) == (FOOTER.lower(), 30, 0, 30, FOOTER)


@pytest.mark.parametrize(
    ("place", "floor"), [("tail", FLOOR_SETTLED), ("middle", FLOOR_ANYWHERE), ("head", FLOOR_KICKER)]
)
def test_the_floor_is_the_lower_bound_of_the_share(place: str, floor: float) -> None:
    total, line = 150, "Suisse romande" if place == "head" else FOOTER
    least = next(n for n in range(MIN_ARTICLES, total) if wilson_lower_bound(n, total) >= floor)
    texts = bodies(total, paragraphs=7)
    for count, kept in ((least, True), (least - 1, False)):
        made = [f"{line}\n{text}" if n < count else text for n, text in enumerate(texts)]
        if place != "head":
            made = with_tail(texts, line, count) if place == "tail" else with_middle(texts, line, count)
        assert (line.lower() in learned(made)) == kept


def test_a_sentence_of_background_is_not_learned() -> None:
    sentence = "L'attaque avait fait quatre morts dans le musée de la ville, il y a cinq ans."
    assert learned(with_middle(bodies(60), sentence, 10)) == []


def test_a_sentence_in_most_articles_is_learned() -> None:
    sentence = "Recevez chaque matin les nouvelles de la région dans votre boîte aux lettres."
    assert learned(with_tail(bodies(60), sentence, 50)) == [sentence.lower().rstrip(".")]


def test_copies_of_one_article_count_once() -> None:
    (first, *others) = bodies(30, paragraphs=8)
    copies = [first.replace(first.split(" ")[n], "autrement", 1) + f"\nAjout numéro {n}." for n in range(3, 23)]
    profile = Profile.learn([first, *copies, *others])
    assert profile.articles == 30
    assert profile.lines == ()


def test_exact_copies_of_short_texts_count_once() -> None:
    assert Profile.learn([f"Un mot.\n{FOOTER}"] * 50).articles == 1


def test_short_texts_are_told_apart() -> None:
    assert learned([f"Le numéro {n} est sorti de l'urne.\n{FOOTER}" for n in range(9)]) == [FOOTER.lower()]


def test_a_line_twice_in_an_article_counts_once() -> None:
    texts = [f"{FOOTER}\n{text}" for text in with_tail(bodies(20), FOOTER, 20)]
    (line,) = Profile.learn(texts).lines
    assert (line.articles, line.head, line.tail) == (20, 20, 20)


def test_numbers_of_counters_are_one_line_those_of_headings_are_not() -> None:
    texts = [f"{text}\n{n + 2} commentaires" for n, text in enumerate(bodies(20))]
    assert learned(texts) == ["{n} commentaires"]
    assert learned([f"{text}\nActe {n + 2}" for n, text in enumerate(bodies(20))]) == []


def test_empty_texts_count_for_nothing() -> None:
    assert Profile.learn(["", " \n", "***"]).articles == 0
    assert Profile.learn([]) == Profile("", 0, ())


def test_pages_and_articles_can_be_learned_from() -> None:
    pages = [f"<html><body><p>{text}</p><p>{FOOTER}</p></body></html>" for text in bodies(12, paragraphs=1)]
    profile = Profile.learn(pages)
    assert FOOTER.lower() in [line.line for line in profile.lines]
    assert Profile.learn([analyze(text) for text in with_tail(bodies(12), FOOTER, 12)]).lines[0].articles == 12
    with pytest.raises(TypeError, match="int"):
        Profile.learn([3])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="a list of texts"):
        Profile.learn("Un texte.")


def test_pages_are_cleaned_with_what_was_learned() -> None:
    page = "<html><body><article><h1>Le pont</h1><p>{}</p></article><p>{}</p></body></html>"
    pages = [page.format(text, FOOTER) for text in bodies(12, paragraphs=1)]
    assert FOOTER not in clean(pages[0], profile=Profile.learn(pages))


def test_the_site_may_be_told_by_an_address() -> None:
    assert Profile.learn(bodies(3), site="https://www.Example.ch/a").site == "example.ch"
    assert Profile.learn(bodies(3), site="Le Courrier").site == "Le Courrier"


def test_lone_surrogates_are_no_obstacle() -> None:
    profile = Profile.learn([f"{text}\nVotre espace \ud800 lecteurs" for text in bodies(12)])
    assert Profile.parse(profile.dumps()) == profile


# ------------------------------------------------------------------------------- applied


def test_a_removal_names_the_line_and_its_counts() -> None:
    texts = with_tail(bodies(40), FOOTER, 30)
    profile = Profile.learn(texts, site="example.ch")
    article = analyze(texts[0], packs=(profile.pack(),))
    assert [block.source for block in article.removed] == [FOOTER]
    assert f"profile.example.ch/30-of-40: {FOOTER.lower()}" in article.removed[0].why
    assert clean(texts[0], profile=profile).endswith(texts[39].split("\n")[0][-1])


def test_misread_letters_are_found_in_both_readings() -> None:
    line = "Espace rÃ©servÃ© aux abonnÃ©s du Courrier"
    profile = Profile.learn(with_tail(bodies(20), line, 20))
    text = f"Le conseil a voté le budget de la ville lundi soir.\n{line}"
    assert clean(text, profile=profile) == "Le conseil a voté le budget de la ville lundi soir."


def test_a_set_of_profiles_is_used_by_address() -> None:
    texts = with_tail(bodies(20), FOOTER, 20)
    profiles = Profiles.learn(("https://www.example.ch/a", text) for text in texts)
    assert FOOTER not in clean(texts[0], profile=profiles, url="https://sport.example.ch/b")
    assert FOOTER in clean(texts[0], profile=profiles, url="https://other.example/b")
    assert FOOTER in clean(texts[0], profile=profiles)
    assert profiles.pack("https://example.ch/") is profiles.pack("http://www.example.ch/x")


def test_a_profile_without_a_site_is_for_all_that_have_none() -> None:
    profiles = Profiles((Profile("a.example", 9, ()), Profile.learn(with_tail(bodies(20), FOOTER, 20))))
    assert profiles.pack("https://a.example/").rules == ()
    assert [rule.id for rule in profiles.pack(None).rules] == [f"profile.corpus/20-of-20: {FOOTER.lower()}"]
    with pytest.raises(NewscleanError, match="two profiles are of the site"):
        Profiles((Profile("a.example", 9, ()), Profile("a.example", 8, ())))


# ------------------------------------------------------------------------------- order and shards

CORPUS = list(articles(600, 3, seed=4))


def shards(count: int, seed: int) -> list[list[Article]]:
    rows = list(CORPUS)
    random.Random(seed).shuffle(rows)
    return [rows[n::count] for n in range(count)]


@pytest.fixture(scope="module")
def whole() -> Profiles:
    return Profiles.learn((article.site, article.text) for article in CORPUS)


@pytest.mark.parametrize("count", [1, 2, 16])
def test_the_profile_is_the_same_from_any_number_of_shards_in_any_order(whole: Profiles, count: int) -> None:
    parts = [Profiles.learn((a.site, a.text) for a in shard) for shard in shards(count, seed=count)]
    assert reduce(or_, parts) == whole
    assert reduce(or_, reversed(parts)) == whole
    assert pickle.loads(pickle.dumps(parts[0])) | reduce(or_, parts[1:], Profiles()) == whole


@pytest.mark.parametrize("count", [1, 16])
def test_sorted_rows_give_the_same_profiles(whole: Profiles, count: int) -> None:
    seen = [(a.site, scan(a.text)) for shard in shards(count, seed=9) for a in shard]
    lines = sorted(row for site, one in seen for row in line_rows(site, one))
    assert profiles_from_rows(sorted(row for site, one in seen for row in article_rows(site, one)), lines) == whole


def test_articles_in_several_shards_count_once(whole: Profiles) -> None:
    again = Profiles.learn((a.site, a.text) for a in CORPUS[:100])
    assert whole | again == whole


def test_planted_lines_are_found_and_nothing_else(whole: Profiles) -> None:
    from newsclean.profiles.keys import counting_key

    for profile in whole:
        wanted = {counting_key(line.text.replace("{n}", "12")) for line in lines_of(profile.site, 4) if line.kept}
        assert {line.line for line in profile.lines} == wanted


def test_saved_profiles_add_up() -> None:
    a, b = (Profile.parse(Profile.learn(with_tail(bodies(30, seed), FOOTER, 20), "a.ch").dumps()) for seed in (1, 2))
    merged = a | b
    assert (merged.articles, merged.lines[0].articles, merged.lines[0].tail) == (60, 40, 40)
    assert (a | Profile("b.ch", 3, ())).site == ""


def test_bare_profiles_are_equal_and_hash_alike(whole: Profiles) -> None:
    assert whole.bare == whole
    assert hash(whole.bare) == hash(whole)
    assert len(pickle.dumps(whole.bare)) < len(pickle.dumps(whole)) / 10
    assert all(isinstance(profile.counts, SiteCounts) for profile in whole)
