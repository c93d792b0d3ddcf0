"""Texts without a base: their claims, and the verdict on two of them. Nothing is stored.

Two texts contradict each other if any pair of their claims does. They agree if
every claim of the second is borne out by the first. Otherwise they are in
tension if any pair of claims is, or there is nothing to say.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimkb.compare import as_given, gate_evidence, judge
from claimkb.compare.fragments import fragment_claim
from claimkb.errors import ReadError
from claimkb.lexicon.settings import rules_off
from claimkb.model import (
    Claim,
    Document,
    Evidence,
    Extraction,
    RelationKind,
    SourceInfo,
    Theme,
    Verdict,
)
from claimkb.workflow.parts import Parts


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """The verdict on two texts, with the reason and evidence of what decided it."""

    kind: RelationKind
    type: str
    confidence: float
    reason: str
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """One line of a file of pairs: its id and the verdict."""

    id: str
    verdict: PairVerdict


def split(
    text: str,
    *,
    path: str = "-",
    source: SourceInfo | None = None,
    themes: Sequence[Theme] = (),
    parts: Parts | None = None,
) -> Extraction:
    """The sentences and claims of a text."""
    parts = parts or Parts()
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = Document(path, text, digest, source or SourceInfo("standard input"))
    return parts.extractor.extract(document, themes)


def judge_pair(premise: str, hypothesis: str, *, parts: Parts | None = None) -> PairVerdict:
    """The verdict on two texts, `premise` first: agreement means that it bears out all of `hypothesis`."""
    parts = parts or Parts()
    first, second = (_said(text, parts) for text in (premise, hypothesis))
    for claims, name in ((first, "first"), (second, "second")):
        if not claims:
            return PairVerdict(RelationKind.NONE, "", 0.0, f"The {name} text makes no claim.")
    found = parts.judge_texts(first, second)
    reason = found.reason or "Nothing in the first text bears out or denies what the second one says."
    return PairVerdict(found.kind, found.type, found.confidence, reason, found.evidence, found.rule)


def compare_pair(
    premise: str, hypothesis: str, *, parts: Parts | None = None
) -> Iterator[tuple[str, str, Verdict, tuple[Evidence, ...]]]:
    """Every two claims of two texts with the verdict on them and the outcome of each gate."""
    parts = parts or Parts()
    first, second = (_said(text, parts) for text in (premise, hypothesis))
    off = rules_off()
    for a, b in ((a, b) for a in first for b in second):
        sides = as_given(a, "first"), as_given(b, "second")
        verdict = judge(*sides, together=True, off=off)
        yield a.text, b.text, verdict, gate_evidence(*sides)


def _said(text: str, parts: Parts) -> tuple[Claim, ...]:
    """The claims of a text, or what a text without a sentence says as a whole."""
    claims = split(text, parts=parts).claims
    if claims:
        return claims
    whole = fragment_claim(text)
    return (whole,) if whole is not None else ()


def judge_file(lines: Iterable[str], *, parts: Parts | None = None) -> Iterator[JudgedPair]:
    """The verdicts on pairs of texts in JSON Lines with `id`, `premise` and `hypothesis`."""
    parts = parts or Parts()
    for number, line in enumerate(lines, start=1):
        if line.strip():
            pair_id, premise, hypothesis = _pair(line, number)
            yield JudgedPair(pair_id, judge_pair(premise, hypothesis, parts=parts))


def _pair(line: str, number: int) -> tuple[str, str, str]:
    expected = 'Each line must be like {"id": "1", "premise": "…", "hypothesis": "…"}.'
    try:
        record = json.loads(line)
    except ValueError as error:
        raise ReadError(f"Line {number} is not JSON ({error}).", expected) from error
    if not isinstance(record, dict):
        raise ReadError(f"Line {number} is not a JSON object.", expected)
    for name in ("premise", "hypothesis"):
        if not isinstance(record.get(name), str):
            raise ReadError(f"Line {number} has no text in {name!r}.", expected)
    return str(record.get("id", number)), record["premise"], record["hypothesis"]
