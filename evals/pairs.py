"""Verdicts on sentence pairs of public sets, as `claimkb judge --input` gives them.

Precision, recall and F1 of contradiction and agreement for each set. A tension
counts as neutral: it says that a careful reader would not call it either. The
figures to compare with are those of two simple systems, measured on the same
development parts: word overlap with negation words and numbers, and a small
neural cross-encoder at its best threshold.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from measures import Tally
from places import PAIRS

from claimkb.model import RelationKind
from claimkb.workflow import Parts, judge_file

CONTRADICTION, AGREEMENT, NEUTRAL = "contradict", "agree", "neutral"
_LABELS = {RelationKind.CONTRADICTION: CONTRADICTION, RelationKind.AGREEMENT: AGREEMENT}


@dataclass(frozen=True, slots=True)
class Reference:
    """What simple systems reach on a set: P, R and F1 of word rules, and F1 of a small neural model."""

    contradiction: tuple[float, float, float] | None
    agreement: tuple[float, float, float]
    neural_contradiction: float | None = None


REFERENCES = {
    "rte3": Reference((0.25, 0.16, 0.19), (0.71, 0.60, 0.65), 0.31),
    "conjnli": Reference((0.56, 0.37, 0.44), (0.37, 0.89, 0.52), 0.57),
    "negnli": Reference((0.52, 0.64, 0.57), (0.55, 0.17, 0.26), 0.75),
    "sick": Reference((0.77, 0.86, 0.81), (0.65, 0.66, 0.66), 0.50),
    "emergent": Reference((0.58, 0.35, 0.44), (0.50, 0.15, 0.23), 0.48),
    "funcwords": Reference((0.51, 0.33, 0.40), (0.60, 0.24, 0.34), 0.73),
    "propsegment": Reference(None, (0.89, 0.46, 0.61)),
}


@dataclass(frozen=True, slots=True)
class PairRow:
    """The figures of one set."""

    name: str
    pairs: int
    contradiction: Tally
    agreement: Tally

    @property
    def reported(self) -> int:
        """How many contradictions were reported."""
        return round(self.contradiction.found)


def run(path: Path, parts: Parts | None = None, only: Sequence[str] = ()) -> list[PairRow]:
    """Judge all pairs of a file (or those of some sets) and score each set."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    gold = {record["id"]: record for record in map(json.loads, lines)}
    if only:
        lines = [line for line in lines if json.loads(line)["dataset"] in only]
    by_set: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for judged in judge_file(lines, parts=parts):
        record = gold[judged.id]
        by_set[record["dataset"]].append((record["label"], _LABELS.get(judged.verdict.kind, NEUTRAL)))
    return [_row(name, pairs) for name, pairs in sorted(by_set.items())]


def _row(name: str, pairs: Sequence[tuple[str, str]]) -> PairRow:
    return PairRow(name, len(pairs), _tally(pairs, CONTRADICTION), _tally(pairs, AGREEMENT))


def _tally(pairs: Iterable[tuple[str, str]], label: str) -> Tally:
    """Credit for one label over (gold, verdict) pairs."""
    listed = list(pairs)
    hits = sum(gold == verdict == label for gold, verdict in listed)
    said = sum(verdict == label for _, verdict in listed)
    wanted = sum(gold == label for gold, _ in listed)
    return Tally(hits, said, hits, wanted)


def table(rows: Iterable[PairRow]) -> list[str]:
    """A Markdown table: each set beside what simple systems reach on it."""
    lines = [
        "| set | n | contradiction P/R/F1 | reported | word rules | neural F1 | agreement P/R/F1 | word rules |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        other = REFERENCES.get(row.name)
        cells = [
            row.name,
            str(row.pairs),
            _figures(row.contradiction),
            str(row.reported),
            _triple(other.contradiction if other else None),
            f"{other.neural_contradiction:.2f}" if other and other.neural_contradiction else "–",
            _figures(row.agreement),
            _triple(other.agreement if other else None),
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def _figures(tally: Tally) -> str:
    if not tally.wanted and not tally.found:
        return "–"
    return _triple((tally.precision, tally.recall, tally.f1))


def _triple(values: tuple[float, float, float] | None) -> str:
    return "/".join(f"{value:.2f}" for value in values) if values else "–"


def main() -> None:
    """Judge and print."""
    parser = argparse.ArgumentParser(description="Score verdicts on public sets of sentence pairs.")
    parser.add_argument("--pairs", type=Path, default=PAIRS)
    parser.add_argument("sets", nargs="*", help="only these sets")
    options = parser.parse_args()
    if not options.pairs.exists():
        sys.exit(f"There is no {options.pairs}; give the pairs with --pairs.")
    print(*table(run(options.pairs, only=options.sets)), sep="\n")


if __name__ == "__main__":
    main()
