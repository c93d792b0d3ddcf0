"""Quality floors: figures that a change may raise but not lower, pinned in `baseline.json`.

The file has two tables from names of figures to numbers, `at_least` and
`at_most`. A figure that was not measured (its data are not there) is left out;
`make eval` fails with a line for each floor that fell.
"""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from places import BASELINE

_SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Floors:
    """What figures must reach, and what they must not exceed."""

    at_least: Mapping[str, float]
    at_most: Mapping[str, float]

    def names(self) -> set[str]:
        """All figures that have a floor."""
        return {*self.at_least, *self.at_most}

    def fallen(self, figures: Mapping[str, float]) -> Iterator[str]:
        """A line for each figure on the wrong side."""
        for name, floor in self.at_least.items():
            if name in figures and figures[name] < floor - _SLACK:
                yield f"{name} fell to {figures[name]:.3f}; the floor is {floor:.3f}."
        for name, ceiling in self.at_most.items():
            if name in figures and figures[name] > ceiling + _SLACK:
                yield f"{name} rose to {figures[name]:.3f}; the ceiling is {ceiling:.3f}."

    def raised(self, figures: Mapping[str, float]) -> "Floors":
        """The floors lifted to figures that are better, cut to two digits; none is ever lowered."""
        least = {n: max(v, math.floor(figures.get(n, v) * 100) / 100) for n, v in self.at_least.items()}
        most = {n: min(v, math.ceil(figures.get(n, v) * 100) / 100) for n, v in self.at_most.items()}
        return Floors(least, most)


def load_floors(path: Path = BASELINE) -> Floors:
    """The pinned floors."""
    tables = json.loads(path.read_text(encoding="utf-8"))
    return Floors(tables["at_least"], tables["at_most"])


def save_floors(floors: Floors, path: Path = BASELINE) -> None:
    """Pin floors."""
    tables = {"at_least": dict(floors.at_least), "at_most": dict(floors.at_most)}
    path.write_text(json.dumps(tables, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
