"""Pair-keys: claims that belong together share one, and no claim has more than its share."""

import pytest
from framing import amount, says

from claimkb.compare import MAX_KEYS, pair_keys
from claimkb.model import ComparedClaim

TOGETHER = [
    ("a concept and its owner", says("Latvia importance*", "remain vital", complement="vital"),
     says("Latvia", "lose", "leverage"), "concept:strategic-value:latvia"),
    ("a concept between two", says("relations* between Chad and Sudan", "improve"),
     says("Sudan ties* with Chad", "deteriorate"), "concept:relations-quality:chad+sudan"),
    ("near amounts", says("x", "be", amounts=(amount("$1 billion", 1e9, "USD"),)),
     says("y", "be", amounts=(amount("$1.05 billion", 1.05e9, "USD"),)), "amount:USD:"),
    ("a predicate and its object", says("the bank", "raise", "interest rate*"),
     says("the lender", "increase", "interest rate*"), "predicate:increase:rate"),
    ("a quotation", says("x", "be", text="It was a mistake of historic size.", quote="“a mistake of historic size”"),
     says("y", "be", text="A mistake of historic size.", quote="a “mistake of historic size”"), "quote:"),
    ("three names", says("Georgia", "sit", at="crossroads* of Europe and Asia"),
     says("Georgia", "be", complement="bridge* between Europe and Asia"), "names:asia+europe+georgia"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "key"), [row[1:] for row in TOGETHER], ids=[row[0] for row in TOGETHER])
def test_claims_that_belong_together_share_a_key(a: ComparedClaim, b: ComparedClaim, key: str) -> None:
    shared = pair_keys(a.claim) & pair_keys(b.claim)
    assert any(k.startswith(key) for k in shared), sorted(pair_keys(a.claim))


def test_strangers_share_no_key() -> None:
    a = says("Kenya", "export", "flower")
    b = says("Norway", "build", "ferry")
    assert not pair_keys(a.claim) & pair_keys(b.claim)


def test_a_long_claim_has_no_more_keys_than_allowed() -> None:
    words = "irrigation hydroelectric infrastructure modernisation agricultural telecommunications programme*"
    claim = says(
        "Ethiopia Kenya Uganda Tanzania government*", "finance", words, in_="Addis_Ababa Nairobi"
    ).claim
    assert len(pair_keys(claim)) == MAX_KEYS
    assert pair_keys(claim) == pair_keys(claim)
