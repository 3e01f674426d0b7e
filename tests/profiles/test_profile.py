"""The profile of a site: learned, merged and applied."""

from __future__ import annotations

import pickle
from functools import reduce
from operator import or_

import pytest

from newsclean import Profile, Profiles, analyze, clean
from newsclean.profiles.keys import counting_key
from tests.benchmarks.corpus import lines_of
from tests.profiles.texts import FOOTER, bodies, shards, with_tail


def test_a_line_of_most_articles_is_learned_with_its_counts_and_place() -> None:
    (line,) = Profile.learn(with_tail(bodies(40), FOOTER, 30), site="example.ch").lines
    assert (line.line, line.articles, line.head, line.tail, line.example) == (FOOTER.lower(), 30, 0, 30, FOOTER)


def test_pages_and_articles_can_be_learned_from() -> None:
    pages = [f"<html><body><p>{text}</p><p>{FOOTER}</p></body></html>" for text in bodies(12, paragraphs=1)]
    profile = Profile.learn(pages)
    assert FOOTER.lower() in [line.line for line in profile.lines]
    assert Profile.learn([analyze(text) for text in with_tail(bodies(12), FOOTER, 12)]).lines[0].articles == 12
    with pytest.raises(TypeError, match="int"):
        Profile.learn([3])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="a list of texts"):
        Profile.learn("Un texte.")


def test_the_site_may_be_told_by_an_address() -> None:
    assert Profile.learn(bodies(3), site="https://www.Example.ch/a").site == "example.ch"
    assert Profile.learn(bodies(3), site="Le Courrier").site == "Le Courrier"


def test_planted_lines_are_found_and_nothing_else(whole: Profiles) -> None:
    for profile in whole:
        wanted = {counting_key(line.text.replace("{n}", "12")) for line in lines_of(profile.site, 4) if line.kept}
        assert {line.line for line in profile.lines} == wanted


@pytest.mark.parametrize("count", [1, 2, 16])
def test_the_profile_is_the_same_from_any_number_of_shards_in_any_order(whole: Profiles, count: int) -> None:
    parts = [Profiles.learn((a.site, a.text) for a in shard) for shard in shards(count, seed=count)]
    assert reduce(or_, parts) == whole
    assert reduce(or_, reversed(parts)) == whole
    assert pickle.loads(pickle.dumps(parts[0])) | reduce(or_, parts[1:], Profiles()) == whole


def test_saved_profiles_add_up() -> None:
    a, b = (Profile.parse(Profile.learn(with_tail(bodies(30, seed), FOOTER, 20), "a.ch").dumps()) for seed in (1, 2))
    merged = a | b
    assert (merged.articles, merged.lines[0].articles, merged.lines[0].tail) == (60, 40, 40)
    assert (a | Profile("b.ch", 3, ())).site == ""


def test_pages_are_cleaned_with_what_was_learned() -> None:
    page = "<html><body><article><h1>Le pont</h1><p>{}</p></article><p>{}</p></body></html>"
    pages = [page.format(text, FOOTER) for text in bodies(12, paragraphs=1)]
    assert FOOTER not in clean(pages[0], profile=Profile.learn(pages))


def test_a_removal_names_the_line_and_its_counts() -> None:
    texts = with_tail(bodies(40), FOOTER, 30)
    profile = Profile.learn(texts, site="example.ch")
    article = analyze(texts[0], packs=(profile.pack(),))
    assert [block.source for block in article.removed] == [FOOTER]
    assert f"profile.example.ch/30-of-40: {FOOTER.lower()}" in article.removed[0].why
    assert clean(texts[0], profile=profile).endswith(texts[39].split("\n")[0][-1])
