"""The figures that floors are pinned on, named `part.set.measure`."""

from collections.abc import Iterable, Mapping

from pairs import PairRow
from references import Score
from score import ClaimScore, RelationScore
from splitting import Row

Figures = dict[str, float]


def of_claims(score: ClaimScore) -> Figures:
    """The figures of the seeds' claims."""
    shares = {f"seeds.claims.{name}": share.value for name, share in score.attributes.items()}
    return {
        "seeds.claims.recall": score.recall.value,
        "seeds.claims.spans_off": float(score.spans_off),
        "seeds.claims.leaks": float(score.leaks),
        **shares,
    }


def of_relations(score: RelationScore) -> Figures:
    """The figures of the seeds' relations."""
    recall = {f"seeds.relations.{name}": share.value for name, share in score.recall.items()}
    return {
        **recall,
        "seeds.relations.traps": float(score.traps.hits),
        "seeds.relations.wrong": float(score.wrong),
    }


def of_pairs(rows: Iterable[PairRow]) -> Figures:
    """The figures of the pair sets."""
    found: Figures = {}
    for row in rows:
        for kind, tally in (("contradiction", row.contradiction), ("agreement", row.agreement)):
            found[f"pairs.{row.name}.{kind}.precision"] = tally.precision
            found[f"pairs.{row.name}.{kind}.f1"] = tally.f1
    return found


def of_splitting(rows: Iterable[Row], kind: str) -> Figures:
    """The figures of the splitting sets, under one kind of measure."""
    return {f"{kind}.{row.name}.f1": row.tallies["claimkb"].f1 for row in rows}


def of_references(scores: Mapping[str, Score]) -> Figures:
    """The figures of what references were found to stand for, all kinds together and each of those that are many."""
    found: Figures = {}
    for name, score in scores.items():
        found[f"references.{name}.precision"] = score.precision
        found[f"references.{name}.recall"] = score.recall
    return found
