"""What comparing two claims gives: evidence, verdict, relation."""

from dataclasses import dataclass, field

from claimkb.model.claims import Claim
from claimkb.model.scales import Direction, RelationKind, Scope


@dataclass(frozen=True, slots=True)
class Evidence:
    """One comparison: what was compared, both values, and the level they met with its label."""

    comparison: str
    a: str
    b: str
    level: str
    label: str


@dataclass(frozen=True, slots=True)
class ComparedClaim:
    """A claim with the provenance that comparison needs.

    `origin` names the independent origin (one for all reprints); `published`
    is ISO 8601 or None; `story` are the names in its document, by which two
    documents on one event are known, and empty where that is not known.
    """

    claim: Claim
    source: str
    origin: str
    published: str | None
    published_inferred: bool = False
    story: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two claims stand to each other, with the rule that fired and its evidence.

    `rule` is the rule's stable identifier, `label` its one-line meaning,
    `key` the pair-key that proposed the pair, `confidence` in 0..1.
    """

    kind: RelationKind
    type: str
    rule: str
    label: str
    reason: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    key: str = ""
    direction: Direction = Direction.EQUAL
    a_marks: tuple[str, ...] = field(default=())  # decisive words of each quote
    b_marks: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Relation:
    """A verdict between two stored claims, `a` before `b` in the order of their ids."""

    id: str
    a: str
    b: str
    scope: Scope
    verdict: Verdict
