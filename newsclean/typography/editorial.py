"""Editorial changes: never made unless they are asked for by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.typography.plan import Plan, Raw


def editorial(text: str, plan: Plan) -> list[Raw]:
    """The edits of the opt-ins that the plan switches on."""
    return []
