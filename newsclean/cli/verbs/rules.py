"""`newsclean rules`: lists packs, explains rules."""

from __future__ import annotations

import argparse
import difflib
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from newsclean.article import Label
from newsclean.cli.files import write
from newsclean.cli.packs import all_packs
from newsclean.errors import NewscleanError
from newsclean.rules.catalog import distribution_of, pack_entry_points
from newsclean.rules.pack import Pack
from newsclean.rules.rule import DEFAULT_LENGTH, Rule

HELP = "list rule packs, explain rules"
WIDTH = 120  # columns
INDENT = 12  # columns
_STRENGTHS = {
    "strong": "the line has this label, wherever it stands",
    "weak": "the line may have this label; its neighbours decide",
}
_CONDITIONS = {"lines": "is", "starts": "begins", "ends": "ends", "pattern": "pattern", "anchors": "anchors"}
_CUTS = {"head": "at the head of a paragraph", "tail": "at the end of a paragraph", "inside": "inside a paragraph"}


def parser() -> argparse.ArgumentParser:
    """Return the parser of the arguments."""
    parser = argparse.ArgumentParser(
        prog="newsclean rules", description="List the packs, or explain rules: what each looks for, and its examples."
    )
    parser.add_argument("id", nargs="?", metavar="ID", help="id of a rule, the beginning of one, or a label")
    parser.add_argument(
        "--pack",
        action="append",
        default=[],
        metavar="FILE",
        help="rule pack (TOML file), or name of an installed pack; may be repeated",
    )
    return parser


def run(options: argparse.Namespace) -> int:
    """List the packs, or the rules whose id begins with the given one or whose label it is."""
    packs = all_packs(options.pack)
    if options.id is None:
        write("\n".join(_overview(packs)))
        return 0
    chosen = [(rule, file) for file, pack in packs for rule in pack.rules if _matches(rule, options.id)]
    if not chosen:
        raise _unknown_rule(options.id, [rule.id for _, pack in packs for rule in pack.rules])
    write("\n\n".join("\n".join(_explained(rule, file)) for rule, file in chosen))
    return 0


def _overview(packs: Sequence[tuple[str, Pack]]) -> Iterator[str]:
    for file, pack in packs:
        where = ", ".join(pack.sites) or (f"language {pack.language}" if pack.language else "every language")
        yield f"{pack.id}: {_count(pack.rules)}, {where}  ({file})"
        counts = Counter(rule.label.value for rule in pack.rules)
        summary = ", ".join(f"{label} {counts[label]}" for label in sorted(counts))
        yield textwrap.fill(summary, WIDTH, initial_indent="    ", subsequent_indent="    ")
    yield f"\n{_count([rule for _, pack in packs for rule in pack.rules])}; newsclean rules ID explains them"
    for entry in pack_entry_points():
        yield f"installed: {entry.name}, from {distribution_of(entry)}"


def _count(listed: Sequence[Rule]) -> str:
    return f"{len(listed)} {'rule' if len(listed) == 1 else 'rules'}"


def _matches(rule: Rule, name: str) -> bool:
    return rule.id == name or rule.id.startswith(f"{name}.") or rule.label == name


def _explained(rule: Rule, file: str) -> Iterator[str]:
    yield f"{rule.id}  ({file})"
    yield _row("label", rule.label.value)
    if rule.cut:
        yield _row("cut", f"takes the piece out {_CUTS[rule.cut]}")
    else:
        yield _row("strength", f"{rule.strength}: {_STRENGTHS[rule.strength]}")
    if rule.section:
        yield _row("section", "short lines below it belong to it")
    if not rule.cut and rule.longest != DEFAULT_LENGTH:
        yield _row("longest", f"{rule.longest} characters")
    for key, name in _CONDITIONS.items():
        value = getattr(rule, key)
        if value:
            yield _row(name, value) if isinstance(value, str) else _wrapped(name, " | ".join(value))
    for key in ("matches", "keeps"):
        for example in getattr(rule, key):
            yield _row(key, example)


def _row(name: str, text: str) -> str:
    return f"  {name:{INDENT - 2}}{text}"


def _wrapped(name: str, text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=_row(name, ""), subsequent_indent=" " * INDENT)


def _unknown_rule(name: str, ids: Sequence[str]) -> NewscleanError:
    """Return the error for a name that no rule has, with the nearest names."""
    parts: Mapping[str, None] = dict.fromkeys(
        ".".join(rule.split(".")[:n]) for rule in ids for n in range(1, rule.count(".") + 2)
    )
    known = {part.lower(): part for part in (*parts, *(label.value for label in Label))}
    near = [known[part] for part in difflib.get_close_matches(name.lower(), known, n=3)]
    hint = f"did you mean {', '.join(near)}? " if near else ""
    pack = name.partition(".")[0]
    if pack in {entry.name for entry in pack_entry_points()}:
        hint = f"--pack {pack} adds the installed pack of this name; "
    return NewscleanError(f"no rule is called {name!r}; {hint}`newsclean rules` lists the packs")
