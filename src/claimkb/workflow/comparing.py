"""The findings that claims just written have with all others."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from claimkb.model import Relation, RelationKind
from claimkb.workflow.parts import Parts

if TYPE_CHECKING:
    from claimkb.store.store import Store


def judged(store: "Store", claims: Iterable[int], parts: Parts) -> Iterator[Relation]:
    """The relations of these claims: every pair that a key proposes, judged by the rules."""
    from claimkb.store.pairs import relation_of

    judge = parts.judging()
    for candidate in store.candidates(claims):
        verdict = judge(candidate.a, candidate.b, candidate.key)
        if verdict.kind != RelationKind.NONE:
            yield relation_of(candidate, replace(verdict, key=candidate.key))
