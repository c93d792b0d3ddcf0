"""The rules' extraction of a text against a model's: what both say, and what only one of them does."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimkb.assist_records import ExtractionRecord, ExtractorComparison, RejectionRecord
from claimkb.model import Claim, RelationKind
from claimkb.workflow.parts import Parts


@dataclass(frozen=True, slots=True)
class ComparedExtraction:
    """A document's two extractions: the counts, and what only one of them has."""

    counts: ExtractorComparison
    rules_only: tuple[Claim, ...]
    model_only: tuple[Claim, ...]
    rejected: tuple[RejectionRecord, ...]


def compare_extractors(
    db_path: Path | str, extractors: Sequence[str] = (), *, parts: Parts | None = None
) -> Iterator[ComparedExtraction]:
    """Every document that a model split, against the rules: what both say and what only one does.

    Two claims say the same if they stand on the same words and the rules find
    that one bears out the other.
    """
    from claimkb.store.assist import claims_by, extractions, rejections
    from claimkb.store.connect import connect_for_reading, store_errors

    parts = parts or Parts()
    path = Path(db_path)
    connection = connect_for_reading(path)
    try:
        with store_errors(path):
            for record in extractions(connection, extractors):
                by_rules = claims_by(connection, record.document, "")
                by_model = claims_by(connection, record.document, record.extractor)
                rejected = rejections(connection, record.document, record.extractor)
                yield _compared(record, by_rules, by_model, rejected, parts)
    finally:
        connection.close()


def _compared(
    record: ExtractionRecord,
    by_rules: tuple[Claim, ...],
    by_model: tuple[Claim, ...],
    rejected: tuple[RejectionRecord, ...],
    parts: Parts,
) -> ComparedExtraction:
    same = [(a, b) for a in by_rules for b in by_model if _say_the_same(a, b, parts)]
    rules_only = tuple(claim for claim in by_rules if claim not in [a for a, _ in same])
    model_only = tuple(claim for claim in by_model if claim not in [b for _, b in same])
    reasons = Counter(rejection.failed for rejection in rejected).most_common()
    counts = ExtractorComparison(
        document=record.document,
        extractor=record.extractor,
        rules_claims=len(by_rules),
        model_claims=len(by_model),
        shared=len(by_model) - len(model_only),
        rules_only=len(rules_only),
        model_only=len(model_only),
        rejected=len(rejected),
        reasons=tuple(f"{reason} {number}" for reason, number in reasons),
        made_with=record.made_with,
    )
    return ComparedExtraction(counts, rules_only, model_only, rejected)


def _say_the_same(a: Claim, b: Claim, parts: Parts) -> bool:
    if a.start >= b.end or b.start >= a.end:
        return False
    if a.text.casefold().rstrip(".") == b.text.casefold().rstrip("."):
        return True
    return RelationKind.AGREEMENT in (
        parts.judge_texts((a,), (b,)).kind,
        parts.judge_texts((b,), (a,)).kind,
    )
