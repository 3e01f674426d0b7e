"""`newsclean rules`: lists packs, explains rules, shows what words weigh."""

from __future__ import annotations

import argparse
import difflib
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from newsclean.article import Label
from newsclean.cli.files import write
from newsclean.cli.packs import all_packs
from newsclean.errors import NewscleanError, unknown
from newsclean.labels.lexicon import lexicon_codes, lexicon_for
from newsclean.language import find_language
from newsclean.languages import language_codes
from newsclean.report.display_text import escape_controls
from newsclean.rules.catalog import distribution_of, pack_entry_points
from newsclean.rules.pack import Pack
from newsclean.rules.rule import DEFAULT_LENGTH, Rule

HELP = "list rule packs, explain rules, show what words weigh"
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
        prog="newsclean rules",
        description="List the packs, explain rules (what each looks for, and its examples), or show what the words of a line weigh.",
    )
    parser.add_argument("id", nargs="?", metavar="ID", help="id of a rule, the beginning of one, or a label")
    parser.add_argument(
        "--pack",
        action="append",
        default=[],
        metavar="FILE",
        help="rule pack (TOML file), or name of an installed pack; may be repeated",
    )
    parser.add_argument("--words", metavar="LINE", help="show what the learned words of a line weigh")
    parser.add_argument(
        "--language",
        metavar="CODE",
        help="language of the words, such as fr (default: detected, else the one that knows most)",
    )
    return parser


def run(options: argparse.Namespace) -> int:
    """List the packs, or the rules whose id begins with the given one or whose label it is, or weigh words."""
    if options.words is not None:
        if options.id is not None:
            raise NewscleanError(
                "--words takes a line, and no rule is explained with it; quote a line of several words"
            )
        write("\n".join(_weighed(options.words, options.language)))
        return 0
    if options.language is not None:
        raise NewscleanError("--language needs --words")
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


def _weighed(line: str, language: str | None) -> Iterator[str]:
    """Show the score of a line, and what each of its known terms adds to it."""
    others = {code: lexicon_for(code) for code in lexicon_codes()}
    known = {code: sum(term.is_own for term in lexicon.explain(line)) for code, lexicon in others.items()}
    if language is not None and language not in language_codes():
        raise unknown("language", language, language_codes())
    chosen = (
        language
        or find_language([line])
        or max((code for code in known if known[code]), key=known.__getitem__, default=None)
    )
    lexicon = lexicon_for(chosen)
    score, terms = lexicon.score_line(line), lexicon.explain(line)
    yield escape_controls(line)
    yield _row("language", _language_row(chosen, has_own=chosen in others))
    yield _row("score", f"{score.logit:+.2f}: over 0 it reads like furniture or metadata, under 0 like an article")
    for name, value in {"its head": score.head, "its tail": score.tail, "unquoted": score.unquoted}.items():
        if value != score.logit:
            yield _row(name, f"{value:+.2f}")
    yield _row("known", f"{score.known:.0%} of its terms")
    rows = [(f"{term.weight:+.2f}", term.words, term.place, chosen if term.is_own else "common") for term in terms]
    rows.append((f"{lexicon.bias:+.2f}", "", "every line", chosen if "" in lexicon.own else "common"))
    table = [("weight", "words", "what it is", "lexicon"), *rows]
    size, words, place = (max(len(str(row[n])) for row in table) for n in range(3))
    yield ""
    yield from (f"  {row[0]:>{size}}  {row[1]:{words}}  {row[2]:{place}}  {row[3]}" for row in table)
    alike = {code: other.score_line(line).logit for code, other in others.items() if known[code] and code != chosen}
    if alike:
        yield ""
        yield _wrapped("others", ", ".join(f"{code} {alike[code]:+.2f}" for code in sorted(alike)))


def _language_row(code: str | None, *, has_own: bool) -> str:
    if code is None:
        return "not known: only words that are common to all languages are weighed; --language chooses one"
    return code if has_own else f"{code}, which has no words of its own: only common ones are weighed"


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
