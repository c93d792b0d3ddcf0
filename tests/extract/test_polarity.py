"""Whether a claim affirms or denies, and that its text never says the opposite of its source.

Each case is a sentence, a word that picks one of its claims, whether that
claim is negated, and the words its text must hold so that, read alone, it
still denies (or affirms) what the sentence does.
"""

import re
from collections.abc import Callable

import pytest

from claimkb.model import Claim, Polarity

ClaimsOf = Callable[..., tuple[Claim, ...]]

NEGATED = [
    ("Officials do not expect the toll to rise.", "toll", "will not rise"),
    ("There is absolutely no chance that the mayor will resign.", "chance", "absolutely no chance"),
    ("The company has almost no debt.", "debt", "almost no debt"),
    ("Farmers had little or no rain.", "rain", "little or no rain"),
    ("No hospital in the region has a spare bed.", "hospital", "No hospital"),
    ("The central bank never raised interest rates last year.", "raised", "never raised"),
    ("Neither the coach nor the captain attended the match.", "attended", "Neither the coach nor"),
    ("The court neither upheld the ban nor lifted it.", "uphold", "did not uphold"),
    ("The court neither upheld the ban nor lifted it.", "lift", "did not lift"),
    ("The union continues to refuse to discuss the offer.", "union", "continues to refuse"),
    ("The bank is neither dependent on nor subject to any ministry.", "bank", "neither dependent"),
    ("The bill is neither fair nor legal.", "bill", "neither fair"),
    ("The company cannot repay its loans.", "repay", "cannot repay"),
    ("The dam isn't safe.", "dam", "isn't safe"),
    ("The tunnel won't open before May.", "tunnel", "won't open"),
    ("The vaccine failed to stop the outbreak.", "vaccine", "failed to stop"),
    ("The minister refused to resign.", "resign", "refused to resign"),
    ("The airline declined to refund its passengers.", "refund", "declined to refund"),
    ("The suspect denied the charges.", "charges", "denied the charges"),
    ("The firm denied that it had sold customers' data.", "data", "had not sold"),
    ("The minister disputed that wages had fallen.", "wages", "had not fallen"),
    ("Engineers doubt that the bridge will last.", "bridge", "will not last"),
    ("It is unlikely that inflation will fall this year.", "inflation", "unlikely"),
    ("Inflation is unlikely to fall this year.", "Inflation", "unlikely to fall"),
    ("The river hardly froze last winter.", "river", "hardly froze"),
    ("Hardly any rain fell in the valley.", "rain", "Hardly any rain"),
    ("The judge barely mentioned the evidence.", "judge", "barely mentioned"),
    ("The ceasefire is far from certain.", "ceasefire", "far from certain"),
    ("The test was anything but fair.", "test", "anything but fair"),
    ("The factory no longer produces engines.", "engines", "no longer produces"),
    ("The mayor does not believe that the bridge is safe.", "bridge", "is not safe"),
    ("Scientists do not think that the glacier will survive.", "glacier", "will not survive"),
    ("The committee did not review or approve the budget.", "review", "did not review"),
    ("The committee did not review or approve the budget.", "approve", "did not approve"),
    ("The bank has not lent or invested the money.", "invested", "has not invested"),
    ("None of the patients recovered.", "patients", "None of the patients"),
    ("Nobody was injured in the crash.", "injured", "Nobody"),
    ("Nothing has changed since the election.", "changed", "Nothing"),
    ("No one knows who fired the shot.", "shot", "No one knows"),
    ("Neither of the pilots survived.", "pilots", "Neither of the pilots"),
    ("Few farmers have insurance.", "farmers", "Few farmers"),
    ("Few of the banks passed the test.", "banks", "Few of the banks"),
    ("Very few voters turned out.", "voters", "Very few"),
    ("The law has little effect on prices.", "prices", "little effect"),
    ("Not all schools reopened in September.", "schools", "Not all schools"),
    ("Not every patient responded to the treatment.", "patient", "Not every patient"),
    ("Not everyone agrees with the verdict.", "verdict", "Not everyone"),
    ("Under no circumstances will the bank cut rates.", "rates", "Under no circumstances"),
    ("At no time did the crew lose control.", "crew", "At no time"),
    ("The agreement is by no means certain.", "agreement", "by no means"),
    ("The players have yet to receive their wages.", "wages", "have yet to receive"),
    ("The bank is unable to pay its depositors.", "bank", "unable to pay"),
    ("The hospital is not able to admit patients.", "hospital", "not able"),
    ("The union is unwilling to accept the offer.", "union", "unwilling to accept"),
    ("The country exports no oil and imports all its gas.", "oil", "exports no oil"),
    ("The president never visited the region and did not call its governor.", "governor", "did not call"),
    ("The team, which has not won a game since March, dismissed its coach.", "game", "has not won"),
    ("The storm spared the coast, but the harbour did not escape.", "harbour", "did not escape"),
    ("The law does not ban cars, and it does not limit trucks.", "trucks", "does not limit"),
    ("The bill has failed to pass and will not return.", "return", "will not return"),
    ("The minister said no decision had been made.", "decision", "No decision"),
    ("The rocket will not launch unless the wind drops.", "rocket", "will not launch"),
    ("There is no evidence that the vaccine causes infertility.", "vaccine", "no evidence"),
    ("There were no reports that anyone had been hurt.", "anyone", "no reports"),
    ("Nobody believes that the war will end.", "war", "Nobody believes"),
    ("The bank no longer expects that growth will slow.", "growth", "no longer expects"),
    ("The coach never said that the striker was injured.", "striker", "never said"),
    ("The doctor did not say that the patient was dead.", "patient", "did not say"),
    (
        "They were not credentialed media or invited members of the audience.",
        "media",
        "were not credentialed",
    ),
    ("OLSEN: The striker will not be leaving the club.", "striker", "will not be leaving"),
    ("Malta, as a forecaster pointed out, normally does not get hurricanes.", "Malta", "does not get"),
    ("The dispute could not be resolved without mediation.", "dispute", "could not be resolved"),
]

AFFIRMED = [
    # "not only" is no negation.
    ("The drug not only lowers blood pressure but also reduces weight.", "pressure", "lowers"),
    ("The drug not only lowers blood pressure but also reduces weight.", "weight", "reduces"),
    ("The tax will not only hurt exporters but also raise prices.", "exporters", "will hurt"),
    ("The reform would not only cost billions but also weaken the courts.", "courts", "would weaken"),
    # Two negations affirm.
    ("It is not impossible to repair the dam.", "dam", "not impossible"),
    ("The plan is not without risks.", "risks", "not without"),
    ("The navy did not fail to notice the submarine.", "submarine", "did not fail"),
    ("No doctor refused to treat the wounded.", "doctor", "No doctor refused"),
    ("The report is nothing but speculation.", "speculation", "nothing but"),
    ("The rebels did not deny that they had shelled the town.", "town", "did not deny"),
    ("There is no doubt that the climate is warming.", "climate", "climate is warming"),
    # Only a part is denied.
    ("The team played without its captain.", "captain", "without its captain"),
    ("The club sold the striker rather than the goalkeeper.", "striker", "rather than the goalkeeper"),
    ("The government chose to negotiate rather than fight.", "negotiate", "rather than fight"),
    ("The striker, not the goalkeeper, was to blame.", "striker", "not the goalkeeper"),
    ("The storm hit the coast but not the capital.", "coast", "but not the capital"),
    ("The factory was closed, not sold.", "factory", "not sold"),
    ("The bridge was destroyed not by the storm but by neglect.", "neglect", "not by the storm"),
    ("The court did not convict the banker but fined the company.", "company", "fined"),
    # Words that only look like negations.
    ("A few banks failed in 2009.", "banks", "A few banks"),
    ("Quite a few shops have closed.", "shops", "Quite a few"),
    ("The little boy ran home.", "boy", "little boy"),
    ("The farm is far from the river.", "farm", "far from the river"),
    ("The senate rejected the bill.", "bill", "rejected"),
    ("No fewer than 40 people died.", "people", "No fewer than 40"),
    ("Sales fell, but profits did not.", "Sales", "Sales fell"),
    ("The bank did not lower its rates; it raised its fees.", "fees", "raised its fees"),
]


def pick(claims: tuple[Claim, ...], word: str) -> Claim:
    """The first claim with `word` in its text."""
    found = [c for c in claims if re.search(rf"\b{re.escape(word)}\b", c.text, re.IGNORECASE)]
    assert found, f"no claim with {word!r} among {[c.text for c in claims]}"
    return found[0]


@pytest.mark.parametrize(("sentence", "word", "denial"), NEGATED)
def test_negated(claims_of: ClaimsOf, sentence: str, word: str, denial: str) -> None:
    claim = pick(claims_of(sentence), word)
    assert claim.polarity is Polarity.NEGATED, claim.notes
    assert denial in claim.text
    assert any(note.startswith("negated by") for note in claim.notes)


@pytest.mark.parametrize(("sentence", "word", "words"), AFFIRMED)
def test_affirmed(claims_of: ClaimsOf, sentence: str, word: str, words: str) -> None:
    claim = pick(claims_of(sentence), word)
    assert claim.polarity is Polarity.AFFIRMED, claim.notes
    assert words in claim.text


_DENIAL = re.compile(
    r"\b(?:not?|\w+n't|cannot|never|neither|nor|nobody|nothing|none|few|little|hardly|scarcely|barely"
    r"|unlikely|unable|unwilling|impossible|fail\w*|refus\w+|declin\w+|den(?:y|ied|ies)|far from"
    r"|anything but|yet to)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("sentence", sorted({s for s, _, _ in NEGATED}))
def test_every_negated_claim_says_so_itself(claims_of: ClaimsOf, sentence: str) -> None:
    """Read alone, a negated claim holds its denial; an affirmed claim of the same sentence holds none."""
    claims = claims_of(sentence)
    assert any(c.polarity is Polarity.NEGATED for c in claims)
    for claim in claims:
        assert bool(_DENIAL.search(claim.text)) == (claim.polarity is Polarity.NEGATED), claim.text


@pytest.mark.parametrize(
    ("sentence", "forbidden"),
    [
        ("There is no evidence that the vaccine causes infertility.", "The vaccine causes infertility"),
        ("There were no reports that anyone had been hurt.", "Anyone had been hurt"),
        ("Nobody believes that the war will end.", "The war will end"),
        ("Few believe that the war will end.", "The war will end"),
        ("The bank no longer expects that growth will slow.", "Growth will slow"),
        ("The coach never said that the striker was injured.", "The striker was injured"),
        ("Engineers doubt that the bridge will last.", "The bridge will last"),
        ("The firm denied that it had sold the data.", "The firm had sold the data"),
        ("The court neither upheld the ban nor lifted it.", "The court upheld the ban"),
        ("The mayor doesn't believe that the bridge is safe.", "The bridge is safe"),
    ],
)
def test_what_a_sentence_denies_is_never_claimed(claims_of: ClaimsOf, sentence: str, forbidden: str) -> None:
    assert forbidden not in [c.text for c in claims_of(sentence)]


def test_a_denial_inside_dashes_says_so(claims_of: ClaimsOf) -> None:
    claims = claims_of(
        "Residents question the story — some of them do not believe Gray had a gun — and left."
    )
    assert "not" in pick(claims, "gun").text


def test_a_denial_in_square_brackets_stays(claims_of: ClaimsOf) -> None:
    claims = claims_of("The mayor said she “honestly [doesn’t] know the answer” to that.")
    assert all("doesn" in c.text or "does not" in c.text for c in claims)
