"""Whole sentences through the real extractor: the traps that ruin such tools, each beside its true twin."""

from functools import cache

import pytest

from claimkb.compare import judge_texts
from claimkb.extract import Extractor
from claimkb.model import Claim, Document, SourceInfo


@cache
def extractor() -> Extractor:
    """The parser is loaded once for the module."""
    return Extractor()


def claims(text: str) -> tuple[Claim, ...]:
    return extractor().extract(Document("text", text, "0" * 64, SourceInfo("text"))).claims


CONTRADICTIONS = [
    ("The bank raised its key rate in May.", "The bank did not raise its key rate in May."),
    ("The mine in Chile is safe.", "The mine in Chile isn't safe."),
    ("Unemployment in Spain rose last year.", "Unemployment in Spain fell last year."),
    ("The court convicted Smith.", "The court acquitted Smith."),
    ("The library opened in 1995.", "The library opened in 1996."),
    ("The fire in Porto killed 12 people.", "The fire in Porto killed 30 people."),
    ("Chopin was born in Warsaw.", "Chopin was born in Paris."),
    ("The port remains vital to Latvia.", "The port's importance to Latvia has declined sharply."),
    (
        "Relations between Greece and Turkey have improved.",
        "Relations between Greece and Turkey have deteriorated.",
    ),
    ("Canada resumed aid to Haiti.", "Canada suspended aid to Haiti."),
    ("Inflation is expected to rise in Chile.", "Inflation is expected to fall in Chile."),
]

NO_CONTRADICTION = [
    ("part and whole", "Germany suspended a $300 million military fund.", "Germany cut $1.3 billion in aid."),
    ("other recipient", "Canada suspended aid to Haiti.", "Canada resumed aid to Peru."),
    ("stock and flow", "China has invested $40 billion in Laos.", "Trade with Laos is worth $6 billion annually."),
    ("dimension", "Economic ties of Greece with Turkey improved.", "Political ties of Greece with Turkey soured."),
    ("target of a threat", "There is no threat to Norway.", "The threat to Mali is growing."),
    ("is and ought", "Chile has not raised taxes.", "Chile should raise taxes."),
    ("two may", "Growth in Chile may slow.", "Growth in Chile may accelerate."),
    ("possibility and fact", "Inflation may rise in Chile.", "Inflation fell in Chile."),
    ("not only", "Brazil not only signed the treaty but also ratified it.", "Brazil signed the treaty."),
    ("two people", "The French ambassador met the minister.", "The Italian ambassador did not meet the minister."),
    ("negated extreme", "The road is not vital.", "The road is irrelevant."),
    ("not rising", "Unemployment in Spain did not rise.", "Unemployment in Spain fell."),
    ("time passed", "Brazil supported the treaty in 2010.", "Brazil opposed the treaty in 2020."),
    ("effort", "Mali is combating terrorism.", "There is no terrorism in Mali."),
    ("narrower denial", "Kenya did not sign the treaty in Paris.", "Kenya signed the treaty."),
    ("suspended and slashed", "Canada suspended security aid to Haiti.", "Canada slashed security aid to Haiti."),
]  # fmt: skip

AGREEMENTS = [
    ("The fire killed more than 300 people in Porto.", "More than 300 people were killed in the fire in Porto."),
    ("Latvia has lost its leverage in the region.", "Latvia's leverage in the region has eroded."),
    ("The bank raised its key rate by half a point.", "The bank increased its key rate."),
    ("Over 70,000 lives were lost in Sudan.", "Sudan lost 70,000 plus lives."),
    ("Both Greece and Turkey share a history of cooperation and confrontation.",
     "Relations between Greece and Turkey have seen collaboration and contention."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), CONTRADICTIONS)
def test_true_contradictions_are_found(a: str, b: str) -> None:
    assert judge_texts(claims(a), claims(b)).kind == "contradiction"
    assert judge_texts(claims(b), claims(a)).kind == "contradiction"


@pytest.mark.parametrize(
    ("a", "b"), [row[1:] for row in NO_CONTRADICTION], ids=[row[0] for row in NO_CONTRADICTION]
)
def test_traps_are_no_contradiction(a: str, b: str) -> None:
    for verdict in (judge_texts(claims(a), claims(b)), judge_texts(claims(b), claims(a))):
        assert verdict.kind != "contradiction", verdict.reason


@pytest.mark.parametrize(("a", "b"), AGREEMENTS)
def test_paraphrases_agree(a: str, b: str) -> None:
    assert judge_texts(claims(a), claims(b)).kind == "agreement"
