"""Texts without a base: split and judged, nothing stored."""

import json
from pathlib import Path

import pytest

from claimkb.errors import ReadError
from claimkb.model import RelationKind, SentenceRole
from claimkb.workflow import judge_file, judge_pair, split
from support import THEMES, PlainParts


def test_a_text_is_split_into_claims_with_their_spans(plain: PlainParts) -> None:
    found = split("The quota was cut.\nWhy?\nA storm came.", themes=THEMES, parts=plain.parts)
    assert [claim.text for claim in found.claims] == ["The quota was cut.", "A storm came."]
    assert [claim.themes[0].slug for claim in found.claims] == ["fishing", "weather"]
    assert [sentence.role for sentence in found.sentences] == [
        SentenceRole.CLAIMS,
        SentenceRole.QUESTION,
        SentenceRole.CLAIMS,
    ]
    assert all(found.document.text[claim.start : claim.end] == claim.quote for claim in found.claims)


def test_a_text_is_split_as_a_file_of_it_would_be(plain: PlainParts) -> None:
    plainly = split("The quota was cut.\nA storm came.", parts=plain.parts)
    assert split("\ufeffThe quota was cut.\r\nA storm came.", parts=plain.parts) == plainly


@pytest.mark.parametrize(
    ("premise", "hypothesis", "kind", "reason"),
    [
        ("The quota was cut.", "The quota was not cut.", RelationKind.CONTRADICTION, "same words"),
        ("The quota was cut.", "The quota was cut.", RelationKind.AGREEMENT, "same words"),
        (
            "The quota was cut.",
            "A storm came.",
            RelationKind.NONE,
            "Nothing in the first text bears out or denies",
        ),
        ("Was the quota cut?", "A storm came.", RelationKind.NONE, "The first text makes no claim."),
        ("A storm came.", "", RelationKind.NONE, "The second text makes no claim."),
    ],
)
def test_two_texts_are_judged(
    premise: str, hypothesis: str, kind: RelationKind, reason: str, plain: PlainParts
) -> None:
    verdict = judge_pair(premise, hypothesis, parts=plain.parts)
    assert verdict.kind == kind
    assert verdict.reason.startswith(reason)
    assert (verdict.confidence > 0) == (kind != RelationKind.NONE)


def test_a_file_of_pairs_is_judged_line_by_line(plain: PlainParts) -> None:
    lines = [
        json.dumps({"id": "p1", "premise": "The quota was cut.", "hypothesis": "The quota was not cut."}),
        "",
        json.dumps({"id": 7, "premise": "A storm came.", "hypothesis": "A storm came.", "label": "agree"}),
        json.dumps({"premise": "A storm came.", "hypothesis": "The quota was cut."}),
    ]
    judged = [(pair.id, str(pair.verdict.kind)) for pair in judge_file(lines, parts=plain.parts)]
    assert judged == [("p1", "contradiction"), ("7", "agreement"), ("4", "none")]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("not json", "Line 2 is not JSON"),
        ('["a", "b"]', "Line 2 is not a JSON object"),
        ('{"id": 1, "premise": "a"}', "Line 2 has no text in 'hypothesis'"),
        ('{"id": 1, "premise": 3, "hypothesis": "b"}', "Line 2 has no text in 'premise'"),
    ],
)
def test_a_line_that_is_no_pair_is_named(line: str, problem: str, plain: PlainParts) -> None:
    good = '{"id": 1, "premise": "A storm came.", "hypothesis": "A storm came."}'
    judging = judge_file([good, line], parts=plain.parts)
    assert next(judging).id == "1"
    with pytest.raises(ReadError, match=problem):
        next(judging)


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plain: PlainParts) -> None:
    monkeypatch.chdir(tmp_path)
    judge_pair("The quota was cut.", "The quota was not cut.", parts=plain.parts)
    assert list(tmp_path.iterdir()) == []
