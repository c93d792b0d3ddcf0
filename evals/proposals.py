"""What the pair-keys propose: the share of all relations that they find, and at which cost.

    python evals/proposals.py [--missed] [--embeddings]    a row for each cluster of `clusters.py`

All pairs of claims of a cluster are judged, and compared with those that the
ingest judged because a key proposed them; with --embeddings also with the
pairs that `claimkb propose` would add.
"""

import argparse
import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clusters import Cluster, ingested

from claimkb.compare import judge
from claimkb.model import RelationKind

if TYPE_CHECKING:
    import numpy as np

# Neighbours a claim, and how alike they must be.
SETTINGS = ((4, 0.6), (8, 0.6), (8, 0.5), (8, 0.4), (16, 0.4), (32, 0.3))


@dataclass(slots=True)
class Proposals:
    """What comparing all pairs of a cluster finds, and how much of it the keys propose."""

    claims: int
    pairs: int
    found: Counter[RelationKind]
    missed: Counter[RelationKind]
    candidates: Counter[str]
    examples: list[str]
    unproposed: frozenset[tuple[str, str]] = frozenset()  # related pairs that no key proposes

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
    examples, pairs, unproposed = [], 0, set()
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
            unproposed.add((a.claim.id, b.claim.id))
            examples.append(f"{verdict.rule}: {a.claim.text}  <>  {b.claim.text}")
    return Proposals(len(cluster.claims), pairs, found, missed, candidates, examples, frozenset(unproposed))


def embeddings_table(done: Sequence[tuple[Cluster, Proposals]]) -> list[str]:
    """A row a setting: what the nearest neighbours among embeddings add to the keys, and at which cost."""
    from claimkb.assist.embedding import StaticEmbedder

    embedder = StaticEmbedder()
    lines = [
        f"{embedder.name}",
        "| nearest | least alike | recall of keys | with embeddings | relations gained | pairs added a claim |",
        "|---|---|---|---|---|---|",
    ]
    vectors = [embedder.vectors([each.claim.text for each in cluster.claims]) for cluster, _ in done]
    for nearest, floor in SETTINGS:
        gained = added = 0
        for (cluster, each), rows in zip(done, vectors, strict=True):
            more = _added(cluster, rows, nearest, floor)
            added += len(more)
            gained += len(more & each.unproposed)
        total = sum(each.found.total() for _, each in done)
        missed = sum(each.missed.total() for _, each in done)
        claims = sum(each.claims for _, each in done)
        lines.append(
            f"| {nearest} | {floor} | {1 - missed / total:.3f} | {1 - (missed - gained) / total:.3f} | "
            f"{gained} of {missed} | {2 * added / claims:.1f} |"
        )
    return lines


def _added(
    cluster: Cluster, rows: "np.ndarray[Any, Any]", nearest: int, floor: float
) -> set[tuple[str, str]]:
    """The pairs that the embeddings propose and no key does."""
    from claimkb.assist.embedding import nearest_pairs

    ids = [each.claim.id for each in cluster.claims]
    pairs = nearest_pairs(rows, [each.origin for each in cluster.claims], nearest=nearest, floor=floor)
    return {(ids[i], ids[j]) for i, j, _ in pairs} - set(cluster.judged)


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
    parser.add_argument("--embeddings", action="store_true", help="also measure what embeddings add")
    options = parser.parse_args()
    judged = [(cluster, proposals(cluster)) for cluster in ingested(across=False)]
    done = [(cluster.name, each) for cluster, each in judged]
    print(*keys_table(done), sep="\n")
    if options.embeddings:
        print("", *embeddings_table(judged), sep="\n")
    if options.missed:
        print(*(line for _, each in done for line in each.examples), sep="\n")


if __name__ == "__main__":
    main()
