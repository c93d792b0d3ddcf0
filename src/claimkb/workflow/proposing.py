"""More pairs to compare than the keys propose: nearest neighbours among embeddings, judged by the rules as ever."""

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from claimkb.assist import need
from claimkb.model import RelationKind
from claimkb.workflow.parts import Parts


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a proposer brought: the pairs that no key proposed, and the findings between sources among them.

    `dropped` counts the findings of an earlier run that went first.
    """

    proposer: str
    claims: int
    pairs: int
    dropped: int
    findings: tuple[tuple[str, int], ...]


def propose(db_path: Path | str, *, nearest: int, floor: float, parts: Parts | None = None) -> Proposed:
    """Compare each claim also with at most `nearest` others whose vectors are `floor` or more alike.

    What an earlier run proposed is replaced, all in one transaction, so that the
    result depends on what the base holds and not on when this was called.
    """
    need("embeddings", "Proposing pairs by embeddings")
    from claimkb.assist.embedding import StaticEmbedder, nearest_pairs
    from claimkb.store import proposals
    from claimkb.store.pairs import relation_of
    from claimkb.store.store import Store

    embedder = StaticEmbedder()
    judge = (parts or Parts()).judging()
    with Store.open_existing(db_path) as store, store.transaction():
        dropped = proposals.forget(store)
        claims = proposals.proposable(store.connection)
        vectors = embedder.vectors([claim.text for claim in claims])
        near = nearest_pairs(vectors, [claim.origin for claim in claims], nearest=nearest, floor=floor)
        pairs = ((claims[i].key, claims[j].key, alike) for i, j, alike in near)
        candidates = proposals.propose(store, pairs, embedder.name)
        found = []
        for each in candidates:
            verdict = judge(each.a, each.b, each.key)
            if verdict.kind is not RelationKind.NONE:
                found.append(relation_of(each, replace(verdict, key=each.key)))
        store.add_relations(found)
    kinds = Counter(str(relation.verdict.kind) for relation in found)
    return Proposed(embedder.name, len(claims), len(candidates), dropped, tuple(sorted(kinds.items())))


def forget_proposals(db_path: Path | str) -> int:
    """Drop what was proposed and the findings that only that led to; returns how many findings went."""
    from claimkb.store import proposals
    from claimkb.store.store import Store

    with Store.open_existing(db_path) as store, store.transaction():
        return proposals.forget(store)
