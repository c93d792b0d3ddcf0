"""The rules as data: complete, and with a confidence that follows review."""

from claimkb.compare import RULES
from claimkb.compare.rules import rule


def test_every_rule_can_be_explained() -> None:
    assert len({r.id for r in RULES}) == len(RULES)
    for found in RULES:
        assert found.label and found.example and found.type
        assert found.kind != "none"
        assert 0 < found.confidence < 1
        assert 0 <= found.held <= found.reviewed
        assert rule(found.id) is found


def test_contradictions_claim_no_certainty_that_was_not_measured() -> None:
    assert all(r.confidence <= 0.95 for r in RULES if r.reviewed < 20)
