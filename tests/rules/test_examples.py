"""Every rule of every pack against its own examples."""

import pytest

from newsclean.rules.catalog import builtin_packs
from newsclean.rules.matcher import Matcher
from newsclean.rules.rule import Rule

RULES = [rule for pack in builtin_packs() for rule in pack.rules]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples(rule: Rule) -> None:
    matcher = Matcher([rule])

    def found(line: str) -> bool:
        return matcher.cuts[0].find(line) is not None if rule.cut else bool(matcher.match(line))

    assert [line for line in rule.keeps if found(line)] == []
    assert [line for line in rule.matches if not found(line)] == []
    assert [line for line in (*rule.keeps, *rule.matches) if found(line) is not rule.matches_line(line)] == []
