"""`newsclean rules` and `newsclean check-rules`: what rules there are, and whether yours are sound."""

from __future__ import annotations

import argparse
import difflib
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from newsclean.article import Label
from newsclean.cli.config import is_file
from newsclean.cli.files import read, write
from newsclean.errors import NewscleanError
from newsclean.rules.catalog import site_packs
from newsclean.rules.installed import entries, home, installed
from newsclean.rules.lint import check
from newsclean.rules.rule import LONGEST, Pack, Rule, file_of
from newsclean.rules.shipped import builtin

WIDTH = 120
INDENT = 12
_STRENGTHS = {
    "strong": "the line is that, wherever it stands",
    "weak": "the line may be that; its neighbours decide",
}
_LOOKS = {"lines": "is", "starts": "begins", "ends": "ends", "pattern": "pattern", "anchors": "anchors"}
_CUTS = {"head": "at the head of a paragraph", "tail": "at the end of a paragraph", "inside": "inside a paragraph"}


def rules(arguments: Sequence[str]) -> int:
    """`newsclean rules [ID]`: the packs, or the rules whose id begins so, or that speak for a label."""
    parser = argparse.ArgumentParser(
        prog="newsclean rules", description="Lists the packs, or explains rules: what each looks for, and its examples."
    )
    parser.add_argument("id", nargs="?", metavar="ID", help="id of a rule or the beginning of one, or a label")
    told = "a pack of your own (TOML), or the name of an installed one; may be repeated"
    parser.add_argument("--pack", action="append", default=[], metavar="FILE", help=told)
    options = parser.parse_args(arguments)
    packs = _packs(options.pack)
    if options.id is None:
        write("\n".join(_overview(packs)))
        return 0
    chosen = [(rule, file) for file, pack in packs for rule in pack.rules if _is_meant(rule, options.id)]
    if not chosen:
        raise _no_rule(options.id, [rule.id for _, pack in packs for rule in pack.rules])
    write("\n\n".join("\n".join(_explained(rule, file)) for rule, file in chosen))
    return 0


def check_rules(arguments: Sequence[str]) -> int:
    """`newsclean check-rules FILE ...`: exit code 1 when something is wrong."""
    parser = argparse.ArgumentParser(
        prog="newsclean check-rules",
        description="Checks packs: form, examples, ids, and that no pattern can take long.",
        epilog="exit codes: 0 all is well, 1 findings, 2 bad option or file",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="packs (TOML)")
    options = parser.parse_args(arguments)
    texts = [(name, _text(name)) for name in options.files]
    taken = {pack.id for _, pack in _packs([])} | {rule.id for _, pack in _packs([]) for rule in pack.rules}
    wrong = 0
    for name, text in texts:
        findings = sorted(check(text, name, taken), key=lambda finding: finding.line)
        for line, message in findings:
            write(f"{name}:{line}: {message}")
        wrong += len(findings)
        if not findings:
            pack = Pack.parse(text, name)
            taken |= {pack.id, *(rule.id for rule in pack.rules)}
            count = len(pack.rules)
            write(f"{name}: {count} {'rule' if count == 1 else 'rules'}, all is well")
    return 1 if wrong else 0


def _text(name: str) -> str:
    try:
        return read(name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NewscleanError(f"{name}: not UTF-8 ({error}); a pack is a UTF-8 file") from error


def _packs(given: Sequence[str]) -> list[tuple[str, Pack]]:
    """All packs that come with newsclean and those given, each with where it stands."""
    packs = [(f"newsclean/languages/{'/'.join(file_of(pack.id))}.toml", pack) for pack in builtin()]
    packs += [(f"newsclean/rules/sites/{pack.id}.toml", pack) for pack in site_packs()]
    for name in given:
        if is_file(name) or Path(name).is_file():
            packs.append((name, Pack.load(name)))
        else:
            packs += [(f"installed: {name}", pack) for pack in installed(name)]
    return packs


def _overview(packs: Sequence[tuple[str, Pack]]) -> Iterator[str]:
    for file, pack in packs:
        where = ", ".join(pack.sites) or (f"language {pack.language}" if pack.language else "every language")
        yield f"{pack.id}: {_count(pack.rules)}, {where}  ({file})"
        counts = Counter(rule.label.value for rule in pack.rules)
        told = ", ".join(f"{label} {counts[label]}" for label in sorted(counts))
        yield textwrap.fill(told, WIDTH, initial_indent="    ", subsequent_indent="    ")
    yield f"\n{_count([rule for _, pack in packs for rule in pack.rules])}; newsclean rules ID explains them"
    for entry in entries():
        yield f"installed: {entry.name}, of {home(entry)}"


def _count(listed: Sequence[Rule]) -> str:
    return f"{len(listed)} {'rule' if len(listed) == 1 else 'rules'}"


def _is_meant(rule: Rule, name: str) -> bool:
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
    if not rule.cut and rule.longest != LONGEST:
        yield _row("longest", f"{rule.longest} characters")
    for key, told in _LOOKS.items():
        value = getattr(rule, key)
        if value:
            yield _row(told, value) if isinstance(value, str) else _wrapped(told, " | ".join(value))
    for key in ("matches", "keeps"):
        for example in getattr(rule, key):
            yield _row(key, example)


def _row(name: str, text: str) -> str:
    return f"  {name:{INDENT - 2}}{text}"


def _wrapped(name: str, text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=_row(name, ""), subsequent_indent=" " * INDENT)


def _no_rule(name: str, ids: Sequence[str]) -> NewscleanError:
    """The error for a name that no rule has, with the nearest names."""
    parts: Mapping[str, None] = dict.fromkeys(
        ".".join(rule.split(".")[:n]) for rule in ids for n in range(1, rule.count(".") + 2)
    )
    known = {part.lower(): part for part in (*parts, *(label.value for label in Label))}
    near = [known[part] for part in difflib.get_close_matches(name.lower(), known, n=3)]
    hint = f"did you mean {', '.join(near)}? " if near else ""
    pack = name.partition(".")[0]
    if pack in {entry.name for entry in entries()}:
        hint = f"--pack {pack} adds the installed pack of this name; "
    return NewscleanError(f"no rule is called {name!r}; {hint}`newsclean rules` lists the packs")
