"""docs/cli-reference.md, made from the parsers of the command line.

python tests/docs/reference.py          writes the page; a test fails if it is out of date
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from newsclean.cli.main import default_verb
from newsclean.cli.verbs import load, verb_names

PAGE = Path(__file__).resolve().parents[2] / "docs" / "cli-reference.md"
HEAD = """\
# All options of the command line

Generated from the parsers by `python tests/docs/reference.py`; `newsclean VERB --help` shows the same. [The command line](cli.md) describes how
the options work together; the verbs are described in [Many articles](corpus.md), [Profiles](profiles.md), [Rules](rules.md), [Gold](gold.md) and
[A page to try it](demo.md).
"""


def parser_of(verb: str | None) -> argparse.ArgumentParser:
    """Return the parser of a verb; None stands for `newsclean FILE ...`."""
    return (load(verb) if verb else default_verb()).parser()


def parsers() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of the command itself and of each verb, by what is typed."""
    return {"newsclean": parser_of(None)} | {f"newsclean {verb}": parser_of(verb) for verb in verb_names()}


def actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """What can be given, but for --help."""
    return (action for action in parser._actions if not isinstance(action, argparse._HelpAction))


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(line for name, parser in parsers().items() for line in _section(name, parser))])


def _section(name: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    usage = " ".join(_placed(action) for action in actions(parser) if not action.option_strings)
    yield f"## {name}\n"
    yield f"`{name} [OPTION ...] {usage}`".replace(" `", "`") + "\n"
    if parser.description:
        yield f"{parser.description.strip()}\n"
    yield "| | |\n|---|---|"
    for action in actions(parser):
        yield f"| {_names(action)} | {_help(action)} |"
    yield ""


def _placed(action: argparse.Action) -> str:
    name = _value(action)
    return {"*": f"[{name} ...]", "?": f"[{name}]", "+": f"{name} ..."}.get(str(action.nargs), name)


def _value(action: argparse.Action) -> str:
    if action.choices:
        return "{" + ",".join(map(str, action.choices)) + "}"
    return str(action.metavar or action.dest.upper())


def _names(action: argparse.Action) -> str:
    if not action.option_strings:
        return f"`{_value(action)}`"
    value = "" if action.nargs == 0 else f" {_value(action)}"
    return ", ".join(f"`{name}{value}`" for name in action.option_strings)


def _help(action: argparse.Action) -> str:
    defaults = vars(action) | {"default": "all processors" if action.dest == "jobs" else action.default}
    return ((action.help or "") % defaults).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
