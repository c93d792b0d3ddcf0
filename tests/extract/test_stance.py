"""What the author does with a view: own it, report, endorse or reject it.

Each case is a text, a claim in it, that claim's holder and stance.
"""

from collections.abc import Callable

import pytest

from claimkb.model import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]

COAL = "Some economists argue that coal is cheap."
REJECTED_VIEW = "The author rejects the view that coal is cheap"

REJECTIONS = [
    f"{COAL} However, I disagree.",
    f"{COAL} I disagree with this analysis.",
    f"{COAL} I do not agree.",
    f"{COAL} I reject this view.",
    f"{COAL} I do not think so.",
    f"{COAL} This is a narrow argument.",
    f"{COAL} This view is mistaken.",
    f"{COAL} But this argument is flawed.",
    f"{COAL} Such claims are misleading.",
    f"{COAL} That is false.",
    f"{COAL} This is simply not true.",
    f"{COAL} That is not the case.",
]
NO_REJECTIONS = [
    f"{COAL} The minister dismissed such claims.",
    f"{COAL} The union disagrees.",
    f"{COAL} The minister said that this was a narrow argument.",
    f"{COAL} This view is not mistaken.",
    f"{COAL} I do not disagree.",
    f"{COAL} That is wrong for the climate.",
    f"{COAL} The price has fallen since 2010.",
    f"{COAL} The narrow road to the mine was closed.",
]
STANCES = [
    ("The bank is sound.", "The bank is sound", None, "asserts"),
    ("I think the bank is sound.", "The bank is sound", None, "asserts"),
    ("Critics say the law is unjust.", "The law is unjust", "Critics", "reports"),
    ("As critics claim, the law is unjust.", "The law is unjust", "critics", "reports"),
    ("As the report notes, the reefs are dying.", "The reefs are dying", "the report", "endorses"),
    ("Analysts rightly point out that the debt is too high.", "The debt is too high", "Analysts", "endorses"),
    ("The chairman admitted that the bank had lost money.", "The bank had lost money", "The chairman", "endorses"),
    ("Scientists know that the ice is thinning.", "The ice is thinning", "Scientists", "endorses"),
    ("Critics wrongly claim that the law is unjust.", "The law is unjust", "Critics", "rejects"),
    ("Proponents falsely assert that the herb cures cancer.", "The herb cures cancer", "Proponents", "rejects"),
    ("The mayor wrongly claimed that crime had fallen.", "Crime had fallen", "The mayor", "rejects"),
    ("Contrary to the claim that the tax is fair, it hurts workers.", "The tax is fair", "the claim", "rejects"),
    ("The claim that coal is cheap is false.", "Coal is cheap", "The claim", "rejects"),
    ("I reject the claim that the poor are lazy.", "The poor are lazy", "the claim", "rejects"),
    ("The belief that coal is cheap is widespread.", "Coal is cheap", "The belief", "reports"),
]  # fmt: skip


def stance_of(claims: tuple[Claim, ...]) -> dict[str, tuple[str | None, str]]:
    """Holder and stance of each claim, by its text."""
    return {c.text: (c.holder.text if c.holder is not None else None, c.stance.value) for c in claims}


@pytest.mark.parametrize(("text", "claim", "holder", "stance"), STANCES)
def test_stance(claims_of: ClaimsOf, text: str, claim: str, holder: str | None, stance: str) -> None:
    assert stance_of(claims_of(text)).get(claim) == (holder, stance)


@pytest.mark.parametrize("text", REJECTIONS)
def test_the_author_rejects_a_view(claims_of: ClaimsOf, text: str) -> None:
    """The view stays with its holder, and the author gets a claim of his own, of the opposite polarity."""
    claims = claims_of(text)
    found = stance_of(claims)
    assert found.get("Coal is cheap") == ("Some economists", "rejects"), found
    assert found.get(REJECTED_VIEW) == (None, "rejects"), found
    assert {c.text: c.polarity.value for c in claims} == {
        "Coal is cheap": "affirmed",
        REJECTED_VIEW: "negated",
    }


@pytest.mark.parametrize("text", NO_REJECTIONS)
def test_what_is_no_rejection_by_the_author(claims_of: ClaimsOf, text: str) -> None:
    found = stance_of(claims_of(text))
    assert found.get("Coal is cheap") == ("Some economists", "reports"), found
    assert REJECTED_VIEW not in found


def test_a_rejection_of_another_view_leaves_the_one_before_alone(claims_of: ClaimsOf) -> None:
    found = stance_of(claims_of(f"{COAL} I reject the idea that the poor are lazy."))
    assert found.get("Coal is cheap") == ("Some economists", "reports")
    assert REJECTED_VIEW not in found


def test_a_rejected_denial_affirms(claims_of: ClaimsOf) -> None:
    claims = claims_of("Some argue that the drug is not safe. That is false.")
    assert [(c.text, c.polarity.value, c.stance.value) for c in claims] == [
        ("The drug is not safe", "negated", "rejects"),
        ("The author rejects the view that the drug is not safe", "affirmed", "rejects"),
    ]


def test_an_agreement_endorses_the_view_before(claims_of: ClaimsOf) -> None:
    assert stance_of(claims_of(f"{COAL} I agree.")).get("Coal is cheap") == ("Some economists", "endorses")


@pytest.mark.xfail(reason="the parser takes the noun before the verb for the verb", strict=True)
def test_contrary_to_a_belief_with_a_plural_subject(claims_of: ClaimsOf) -> None:
    found = stance_of(claims_of("Contrary to the belief that sharks hunt humans, attacks are rare."))
    assert found.get("Sharks hunt humans") == ("the belief", "rejects")
