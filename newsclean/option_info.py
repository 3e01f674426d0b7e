"""What the command line and the configuration file need to know about an option, beside its name, type and default."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Group(Enum):
    """What an option affects; the value is its heading in `newsclean --help`."""

    INPUT = "input"
    LABELS = "labels"
    RULES = "rules and profiles"
    OUTPUT = "output"


class Form(Enum):
    """How an option is written on the command line and in the configuration file."""

    NAME = "text"
    NUMBER = "whole number"
    SWITCH = "true or false"
    NAMES = "list of texts"
    PACKS = "list of files or pack names"
    FILE = "file"


@dataclass(frozen=True)
class Info:
    """What the command line and the configuration file need to know about an option.

    Attributes:
        group: What the option affects.
        form: How its value is written.
        help: One phrase for `newsclean --help`.
        choices: All values that are allowed; empty if any is.
        omitted: What happens without the option; "" to show the default value.
        metavar: Placeholder for the value in the help.
        flag: The flag, where it is not named after the option.
    """

    group: Group
    form: Form
    help: str
    choices: tuple[str, ...] = ()
    omitted: str = ""
    metavar: str | None = None
    flag: str | None = None
