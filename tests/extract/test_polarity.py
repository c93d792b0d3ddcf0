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
    ("Under no circumstances will the bank cut rates.", "rates", "under no circumstances"),
    ("At no time did the crew lose control.", "crew", "at no time"),
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
        "They were not licensed guides or elected members of the council.",
        "guides",
        "were not licensed",
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


# What a negative word in a sentence denies, by the verb it stands under: the claim, or only what the claim tells of.
DENIED = [
    "There was no avalanche risk from the recent snowfall.",
    "No hotel rooms were free.",
    "The bank has no cash reserves left.",
    "The city found no evidence of fraud left.",
    "The coach decided not to play Smith.",
    "The family chose not to appeal.",
    "He managed not to fall.",
    "Analysts expect the bank not to raise rates.",
    "He seems not to care.",
    "He does not seem to care.",
    "The ministers appeared not to agree.",
    "The bridge will not open until Friday.",
    "Floods are not uncommon in the valley.",
    "There is no sign that the war will end.",
    "There is little hope of rescue.",
    "Few voters support the plan.",
    "He hardly spoke.",
    "Nobody other than the mayor spoke.",
    "None of the passengers survived.",
    "Not all voters support the plan.",
    "Not every soldier fought.",
    "The council did not find any evidence.",
    "The mayor failed to pay his taxes.",
    "The union refused to negotiate.",
    "The minister denied taking bribes.",
    "The spokesman declined to comment.",
    "He is unlikely to win.",
    "The village has no water.",
    "The verdict is far from certain.",
    "The bank opted not to lend.",
    "The jury elected not to convict.",
    "The goal is not to win.",
    "He said he did not steal the car.",
    "The firm could not avoid bankruptcy.",
    "The president does not want to resign.",
    "The city does not have to pay.",
    "He has yet to apologise.",
    "The law no longer applies.",
    "The team is not going to play.",
    "The bill has not been signed.",
    "Nothing happened.",
    "The plan won no support.",
    "He never went there.",
    "The move was anything but popular.",
    "The club is no better than its rivals.",
    "He can't stop smoking.",
    "The minister would not rule out a strike.",
    "No one was hurt.",
    "The fire caused no injuries.",
    "Under no circumstances will the army leave.",
    "At no time did the crew sleep.",
    "Not one passenger survived.",
    "Hardly any rain fell.",
    "There was not a single vote against it.",
    "He knew nothing about the money.",
    "She said nothing.",
    "The pilot did nothing wrong.",
    "The plan is not a success, he said.",
    "The two sides could not agree on a price.",
    "The prime minister told voters that there would be no new taxes.",
    "The boy did not die because of the drug.",
    "Police do not believe that the fire was deliberate.",
    "He did not say whether he would resign.",
    "The man has nothing to do with the crime.",
    "They left nothing behind.",
    "Nowhere is the crisis worse than in Mali.",
    "No other country spends more on arms.",
    "You can't just sit there.",
    "It was “not true” that he had lied, he said.",
    "There was barely any food.",
    "The passenger refused medical attention.",
    "The ministry declined comment.",
    "The firm declined an offer from its rival.",
    "The parcel was determined not to be dangerous.",
    "The two plans are no different.",
    "The town is no closer to a deal.",
    "The mayor made no mention of the fire.",
    "The minister did not even apologise.",
    "It is not clear whether he will run.",
    "Neither the mayor nor the governor attended.",
    "The mayor neither apologised nor resigned.",
    "The company has never turned a profit.",
    "Only two of the boats were not damaged.",
    "Critics say the plan will do little to cut costs.",
    "The deal does nothing to help farmers.",
    "The court did not rule out a retrial.",
    "The bank is not expected to raise rates.",
    "The bank is expected not to raise rates.",
    "The minister is likely not to run.",
    "The suspect remained at large no longer.",
    "Divers said the two leaks were not linked and were not due to rust.",
]
DENIED += [
    "The company stopped short of admitting guilt.",
    "The envoy stopped short of saying whether the talks would go on.",
    "The bishop refrained from naming the priest.",
    "Two members abstained from voting.",
]
DENIED_WITHIN = [
    "Mr Lowry urged hikers not to go into caves unequipped.",
    "Police urged residents not to drive.",
    "The agency warned farmers not to sell their grain.",
    "She told him not to resign.",
    "The court ordered the firm not to sell the land.",
    "Doctors advise patients not to take the drug.",
    "The board agreed not to raise prices.",
    "The king promised not to interfere.",
    "The minister vowed never to surrender.",
    "Voters tried not to laugh.",
    "He wants the army not to leave.",
    "The law allows landlords not to repair roofs.",
    "The case is about not paying taxes.",
    "Firms risk not being paid.",
    "He resigned not because he was ill but because he was bored.",
    "The plan is not only costly but also dangerous.",
    "Not until Friday did the bridge open.",
    "Many groups, not least farmers, opposed the law.",
    "No fewer than 20 people died.",
    "The report contains nothing but lies.",
    "The senator cannot but agree.",
    "A few voters support the plan.",
    "The army left without its captain.",
    "The firm sold the plant instead of closing it.",
    "He resigned rather than face a trial.",
    "The mayor did not fail to pay his taxes.",
    "The house was left without power.",
    "The talks ended without agreement.",
    "The president asked Congress not to cut aid.",
    "The company pledged not to fire workers.",
    "The officer instructed drivers not to stop.",
    "Employees were told not to speak to reporters.",
    "Residents were urged not to panic.",
    "He was ordered not to leave the country.",
    "Tourists have been advised not to travel to the coast.",
    "Campaigners persuaded the council not to close the library.",
    "The treaty obliges states not to attack each other.",
    "The player was careful not to blame the referee.",
    "It is important not to forget the victims.",
    "The judge begged the lawyers not to shout.",
    "He swore not to tell anyone.",
    "The men were accused of not paying taxes.",
    "The army was criticized for not protecting civilians.",
    "She regrets not calling the police.",
    "Police ruled out arson.",
    "The minister can't wait to start the work.",
    "The government rejected the offer.",
    "Scientists lack evidence.",
    "The drug prevents infections.",
    "The company is not without its critics.",
    "He is not just a receptionist.",
    "The crime isn't just a local problem.",
    "The team did not just win, it set a record.",
    "The miners escaped, barely.",
    "The bill barely passed.",
    "Sales declined 3 percent.",
    "The fee is no more than $20.",
    "He was not only rich but also famous.",
    "The law is not merely symbolic.",
    "The talks were not without success.",
    "It is unclear whether he will run.",
    "He had no choice but to resign.",
    "She has no doubt that the team will win.",
    "There is no question that prices will rise.",
    "No more than 20 people attended.",
    "It took no less than three hours.",
    "The mayor is not unwilling to talk.",
    "The council voted not to close the school.",
    "He can do nothing but wait.",
    "There are less obvious but no less important reasons to wait.",
]


@pytest.mark.parametrize("sentence", DENIED)
def test_the_claim_is_denied(claims_of: ClaimsOf, sentence: str) -> None:
    assert {c.polarity for c in claims_of(sentence)} == {Polarity.NEGATED}


@pytest.mark.parametrize("sentence", DENIED_WITHIN)
def test_only_something_within_the_claim_is_denied(claims_of: ClaimsOf, sentence: str) -> None:
    assert {c.polarity for c in claims_of(sentence)} == {Polarity.AFFIRMED}


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
