"""Pairs of sentences as two outlets would write them, kept by the round in which they were judged cold.

    python evals/cold_pairs.py [--failures] [ROUND...]

`data/cold_pairs.tsv` holds rounds of some 120 pairs each, the later ones 40. The pairs of a
round were written and labelled by the definitions of the relations before
anything was run on them; what they taught was mended after, so only the
figures of `data/cold_rounds.toml`, measured before, tell how the rules do on
sentences that nobody has seen. What the script prints is today's.
"""

import argparse
import csv
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from measures import Tally
from places import EVALS

from claimkb.model import RelationKind
from claimkb.workflow import Parts, judge_pair

PAIRS = EVALS / "data" / "cold_pairs.tsv"
ROUNDS = EVALS / "data" / "cold_rounds.toml"
TITLE = "Pairs of sentences as two outlets write them, judged cold by rounds"
NOTE = (
    "Each round was written and labelled before anything was run on it. **Cold** is what was measured then, hits of",
    "found and hits of wanted: it tells of unseen text. **Now** is after the mending that the round taught.",
)
LABELS = ("contradict", "agree", "tension")
_LABEL_OF = dict(
    zip((RelationKind.CONTRADICTION, RelationKind.AGREEMENT, RelationKind.TENSION), LABELS, strict=True)
)


@dataclass(frozen=True, slots=True)
class ColdPair:
    """A pair with its label (`neutral` is the fourth), the kind it is of, and the verdict on it."""

    round: str
    label: str
    kind: str
    topic: str
    premise: str
    hypothesis: str
    verdict: str = ""
    rule: str = ""


def judged(parts: Parts, rounds: Iterable[str] = ()) -> Iterator[ColdPair]:
    """Every pair of some rounds, or of all, with its verdict."""
    wanted = set(rounds)
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if not wanted or row["round"] in wanted:
                found = judge_pair(row["premise"], row["hypothesis"], parts=parts)
                verdict = _LABEL_OF.get(found.kind, "neutral")
                yield ColdPair(**row, verdict=verdict, rule=found.rule)


def tally(pairs: Iterable[ColdPair], label: str) -> Tally:
    """Precision and recall of one label."""
    listed = list(pairs)
    hits = sum(p.label == p.verdict == label for p in listed)
    return Tally(hits, sum(p.verdict == label for p in listed), hits, sum(p.label == label for p in listed))


def table(pairs: Iterable[ColdPair]) -> list[str]:
    """A Markdown table: each round as it was found cold, and as it is judged today."""
    by_round: dict[str, list[ColdPair]] = defaultdict(list)
    for pair in pairs:
        by_round[pair.round].append(pair)
    cold = tomllib.loads(ROUNDS.read_text(encoding="utf-8"))
    lines = ["| round | pairs | label | cold P | cold R | now P | now R |", "|---|---|---|---|---|---|---|"]
    for name, listed in sorted(by_round.items()):
        for label in (each for each in LABELS if each in cold[name]):
            now, (precise, recalled) = tally(listed, label), cold[name][label]
            cells = (name, len(listed), label, precise, recalled, f"{now.precision:.2f}", f"{now.recall:.2f}")
            lines.append(f"| {' | '.join(map(str, cells))} |")
    return lines


def main() -> None:
    """Judge and print."""
    parser = argparse.ArgumentParser(description="Judge the rounds of cold sentence pairs.")
    parser.add_argument("rounds", nargs="*", help="only these rounds")
    parser.add_argument("--failures", action="store_true", help="print every pair that failed")
    options = parser.parse_args()
    pairs = list(judged(Parts(), options.rounds))
    print(*table(pairs), sep="\n")
    for each in pairs if options.failures else ():
        if each.verdict != each.label:
            print(f"\n{each.topic}: {each.label} ({each.kind}), found {each.verdict} {each.rule}")
            print(f"  {each.premise}\n  {each.hypothesis}")


if __name__ == "__main__":
    main()
