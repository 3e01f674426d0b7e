"""What tags, roles and class names say of an element."""

from newsclean.extract.elements import NameGroups, builtin_groups


def test_names_of_classes():
    groups = builtin_groups()
    assert "related" in groups.names_of(groups.bits_of("js-relatedArticles"))
    assert "teaser" in groups.names_of(groups.bits_of("teaserliste"))
    assert groups.bits_of("xyz-123") == 0


def test_the_longest_stem_decides() -> None:
    groups = NameGroups({"a": {"stems": ["paragr"]}, "b": {"stems": ["paragra"]}, "c": {"words": ["paragraph"]}})
    assert groups.names_of(groups.bits_of("paragraphe")) == ["b"]
    assert groups.names_of(groups.bits_of("paragraph")) == ["c"]


def test_a_word_can_be_in_several_groups() -> None:
    groups = NameGroups({"a": {"words": ["media"]}, "b": {"words": ["media"], "furniture": True}})
    assert groups.names_of(groups.bits_of("c-Media")) == ["a", "b"]
    assert groups.names_of(groups.furniture) == ["b"]
