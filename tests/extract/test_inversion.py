"""Sentences whose auxiliary stands before the subject: the claim reads as a statement, its denial kept."""

from collections.abc import Callable

import pytest

from claimkb.model import Claim, Polarity

ClaimsOf = Callable[..., tuple[Claim, ...]]

A, N = Polarity.AFFIRMED, Polarity.NEGATED

INVERTED = [
    ("Never has the bank raised rates.", "The bank has never raised rates", N),
    ("Never before has the port shipped so much grain.", "The port has never before shipped so much grain", N),
    ("Under no circumstances will the union accept the offer.",
     "The union will under no circumstances accept the offer", N),
    ("Nor has the ministry paid the farmers.", "The ministry has not paid the farmers", N),
    ("Little did the investors know about the loans.", "The investors little knew about the loans", N),
    ("Hardly had the storm passed when looters came.", "The storm had hardly passed when looters came", N),
    ("Rarely do voters punish a mayor twice.", "Voters rarely punish a mayor twice", A),
    ("Only then did the police open the gates.", "The police opened the gates only then", A),
    ("Not only did the firm miss its target, it also lost two clients.", "The firm missed its target", A),
    ("Not only have some of the allies cooperated with the group; they have also armed it.",
     "Some of the allies have cooperated with the group", A),
    ("The report was late, and so were the payments.", "The payments were late", A),
    ("The wall fell, and so did the tower.", "The tower fell", A),
    ("Had the firm paid, the strike would not have begun.",
     "Had the firm paid, the strike would not have begun", N),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "text", "polarity"), INVERTED)
def test_statement_order(claims_of: ClaimsOf, sentence: str, text: str, polarity: Polarity) -> None:
    found = {claim.text: claim for claim in claims_of(sentence)}
    assert text in found
    assert found[text].polarity is polarity, found[text].notes
