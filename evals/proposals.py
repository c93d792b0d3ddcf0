"""What the pair-keys propose: the share of all relations that they find, and at which cost.

    python evals/proposals.py [--missed]    a row for each cluster of `clusters.py`

All pairs of claims of a cluster are judged, and compared with those that the
ingest judged because a key proposed them.
"""

import argparse
import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from clusters import Cluster, ingested

from claimkb.compare import judge
from claimkb.model import RelationKind


@dataclass(slots=True)
class Proposals:
    """What comparing all pairs of a cluster finds, and how much of it the keys propose."""

    claims: int
    pairs: int
    found: Counter[RelationKind]
    missed: Counter[RelationKind]
    candidates: Counter[str]
    examples: list[str]

    @property
    def recall(self) -> float:
        """The share of all relations that the keys propose."""
        total = self.found.total()
        return 1.0 if not total else 1 - self.missed.total() / total


def proposals(cluster: Cluster) -> Proposals:
    """Judge every pair of claims of different origin, and compare with those that were proposed."""
    found: Counter[RelationKind] = Counter()
    missed: Counter[RelationKind] = Counter()
    candidates: Counter[str] = Counter()
    for names in cluster.judged:
        candidates.update(names)
    examples, pairs = [], 0
    for a, b in itertools.combinations(cluster.claims, 2):
        if a.origin == b.origin:
            continue
        pairs += 1
        verdict = cluster.judged.get((a.claim.id, b.claim.id)) or judge(a, b)
        if verdict.kind is RelationKind.NONE:
            continue
        found[verdict.kind] += 1
        if (a.claim.id, b.claim.id) not in cluster.judged:
            missed[verdict.kind] += 1
            examples.append(f"{verdict.rule}: {a.claim.text}  <>  {b.claim.text}")
    return Proposals(len(cluster.claims), pairs, found, missed, candidates, examples)


def keys_table(done: Sequence[tuple[str, Proposals]]) -> list[str]:
    """A row a cluster: recall of the keys, and candidates a claim."""
    lines = [
        "| cluster | claims | pairs | relations | proposed | recall | candidates a claim: mean | max |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, each in [*done, ("all", _together([each for _, each in done]))]:
        total = each.found.total()
        most = max(each.candidates.values(), default=0)
        mean = each.candidates.total() / max(each.claims, 1)
        lines.append(
            f"| {name} | {each.claims} | {each.pairs} | {total} | {total - each.missed.total()} | "
            f"{each.recall:.3f} | {mean:.1f} | {most} |"
        )
    return lines


def _together(every: Sequence[Proposals]) -> Proposals:
    return Proposals(
        sum(each.claims for each in every),
        sum(each.pairs for each in every),
        sum((each.found for each in every), Counter()),
        sum((each.missed for each in every), Counter()),
        sum((each.candidates for each in every), Counter()),
        [],
    )


def main() -> None:
    """Judge all pairs, and print what the keys propose of what there is."""
    parser = argparse.ArgumentParser(description="Measure what the pair-keys propose.")
    parser.add_argument("--missed", action="store_true", help="also print relations that no key proposes")
    options = parser.parse_args()
    done = [(cluster.name, proposals(cluster)) for cluster in ingested(across=False)]
    print(*keys_table(done), sep="\n")
    if options.missed:
        print(*(line for _, each in done for line in each.examples), sep="\n")


if __name__ == "__main__":
    main()
