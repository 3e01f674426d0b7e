"""How the time of reading and of each filter grows on floods: time(2n) / time(n), 2 is linear, 4 quadratic.

    python -m tests.benchmarks.growth [--size N] [--runs N] [--most RATIO] [--only WORD]

Prints, for each flood, the CPU milliseconds at 2n and the ratio of every step that takes long enough to be measured; those above
RATIO (2.6) are marked, tried again at twice the size, and the exit code is 1 when one is still above. Rules are measured by
`newsclean check-rules`, one by one (`newsclean.rules.redos`).
"""

from __future__ import annotations

import argparse
import sys

from tests.floods import HOSTILE, PAGES, growth, least

FLOOR = 0.005  # seconds of CPU that can be measured


def main() -> int:
    """Measure, print, and say whether all is linear."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=100_000, help="characters of the larger text")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--most", type=float, default=2.6)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    steep = 0
    for kind, floods in (("text", HOSTILE), ("html", PAGES)):
        for name, make in floods.items():
            if options.only not in name:
                continue
            size, slow = options.size, {"": 9.9}
            for _ in range(3):  # a step on the way, where a limit ends a search, is no growth
                small, large = (least(make(length), kind, options.runs) for length in (size // 2, size))
                ratios = growth(small, large, FLOOR)
                slow = {step: ratio for step, ratio in ratios.items() if ratio > options.most}
                told = (f"{s} {1000 * large[s]:.0f} ms x{ratios[s]:.1f}" for s in large if large[s] > 2 * FLOOR)
                _tell(f"{kind} {name:34} {size:9,}  {'STEEP  ' if slow else ''}{'; '.join(told) or 'nothing'}")
                if not slow:
                    break
                size *= 2
            steep += bool(slow)
    _tell(f"{steep} floods are steeper than {options.most}")
    return 1 if steep else 0


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
