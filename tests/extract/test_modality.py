"""How a claim is put forward: each case is a sentence, a word that picks one of its claims, and its modality."""

import re
from collections.abc import Callable

import pytest

from claimkb.model import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]

PREDICTED = [
    ("The bank will raise rates in June.", "rates"),
    ("Prices won't fall before spring.", "prices"),
    ("The merger would create the largest bank in Europe.", "merger"),
    ("Growth is expected to slow next year.", "growth"),
    ("Exports were expected to grow by 4%.", "exports"),
    ("The glacier is projected to disappear by 2050.", "glacier"),
    ("The economy is likely to shrink.", "economy"),
    ("It is likely that the suspect fled.", "suspect"),
    ("The deal is unlikely to survive.", "deal"),
    ("The court is set to rule on Monday.", "court"),
    ("The senate is due to vote on Tuesday.", "senate"),
    ("The rover is scheduled to land on Thursday.", "rover"),
    ("The bank is bound to fail.", "bank"),
    ("The factory is about to close.", "factory"),
    ("The team is going to lose its captain.", "captain"),
    ("The president is to visit Berlin in May.", "Berlin"),
    ("The mayor was to open the bridge in May.", "bridge"),
    ("Prices will probably rise.", "prices"),
    ("The law will likely fail.", "law"),
    ("Analysts expect the yen to weaken.", "yen"),
    ("Economists predict that unemployment will rise.", "unemployment"),
    ("Critics said the law would hurt farmers.", "farmers"),
    ("The tax will not only hurt exporters but also raise prices.", "prices"),
    ("The minister said the plant would close and its workers would move.", "workers"),
]
PREDICTED += [
    ("More rain is expected on Friday.", "rain"),
    ("No change was forecast.", "change"),
    ("The verdict is expected by Friday.", "verdict"),
    ("The bank is now going to close.", "bank"),
    ("The minister said he would not comment.", "comment"),
]
POSSIBLE = [
    ("The party may not need to win the north.", "party"),
    ("The drug may reduce the risk of stroke.", "drug"),
    ("The storm might reach the coast by Friday.", "storm"),
    ("The strike could last for weeks.", "strike"),
    ("The court might not hear the case.", "court"),
    ("The crash could have been avoided.", "crash"),
    ("The virus may have escaped from a laboratory.", "virus"),
    ("Perhaps the virus came from a farm.", "virus"),
    ("The painting was possibly stolen in the war.", "painting"),
    ("It is possible that the suspect fled.", "suspect"),
    ("The deal remains possible.", "deal"),
    ("The suspect probably fled the country.", "suspect"),
    ("The minister may resign and could face charges.", "resign"),
    ("The minister may resign and could face charges.", "charges"),
    ("The agency warned that the dam could break.", "dam"),
]
NORMATIVE = [
    ("Hospitals must hire more nurses.", "nurses"),
    ("Schools should teach coding.", "coding"),
    ("The bridge should have been closed years ago.", "bridge"),
    ("The club ought to sell the striker.", "striker"),
    ("Airlines have to refund passengers.", "passengers"),
    ("The city has to repair its bridges.", "bridges"),
    ("Farmers will have to sell their cattle.", "cattle"),
    ("The league needs to change its rules.", "rules"),
    ("The reform need not be expensive.", "reform"),
    ("The government is required to publish the report.", "report"),
    ("Companies are obliged to publish their data.", "data"),
    ("The plant is supposed to open in 2026.", "plant"),
    ("It is necessary to vaccinate children.", "children"),
    ("It is essential to protect the reefs.", "reefs"),
    ("It is important that hospitals hire more nurses.", "nurses"),
    ("Congress must not repeat the mistake, and it should listen to scientists.", "scientists"),
    ("The union said workers had to leave the plant.", "workers"),
]
CONDITIONAL = [
    ("If the dam breaks, the valley will flood.", "valley"),
    ("The valley will flood if the dam breaks.", "valley"),
    ("Even if the talks succeed, the war will go on.", "war"),
    ("If the reports are true, the minister lied.", "minister"),
    ("Unless the parties agree, the government will fall.", "government"),
    ("The rocket will not launch unless the wind drops.", "rocket"),
    ("Should the dam break, the valley would flood.", "valley"),
    ("Had the pilot reacted earlier, the crash could have been avoided.", "crash"),
    ("As long as the ceasefire holds, aid convoys can enter the city.", "convoys"),
    ("In case of rain, the match will be moved.", "match"),
    ("In the event of a fire, the doors will unlock.", "doors"),
    ("The bank would raise rates if inflation returned.", "rates"),
    ("The bill would have raised taxes.", "bill"),
    ("If dockers strike, Olsen will threaten to close the port.", "port"),
]
ASSERTED = [
    ("The leader called the rally due to take place on Sunday a sham.", "rally"),
    ("The fund withheld $5 million unless the state paid its debts.", "fund"),
    ("The gates have had to be opened.", "gates"),
    ("It would be absurd to wait.", "absurd"),
    ("The family asked for quiet, and the clinic would not give any details, nurse Ana Roe said.", "details"),
    ("Voters went on to defend the levy.", "voters"),
    ("Police would not name the man.", "man"),
    ("The company plans to cut 500 jobs.", "jobs"),
    ("Dogs can smell cancer.", "dogs"),
    ("The council asked the builders if the bridge was safe.", "council"),
    ("Nobody knows if the dam will hold.", "nobody"),
    ("The country cannot afford another strike.", "strike"),
    ("The dispute could not be resolved without mediation.", "dispute"),
    ("The company said it could not meet demand.", "demand"),
    ("Police must have known about the plot.", "plot"),
    ("The army had to withdraw.", "army"),
    ("Doctors did not have to wait.", "doctors"),
    ("The players have yet to receive their wages.", "wages"),
    ("The ministry needs 40 new doctors.", "ministry"),
    ("It is not impossible to repair the dam.", "dam"),
    ("It is hard to repair the dam.", "dam"),
    ("The aim is to cut emissions by half.", "emissions"),
    ("The goal of the plan is to win back voters.", "voters"),
    ("The striker is to blame.", "striker"),
    ("The prices rise when demand falls.", "prices"),
    ("The project ended in May 2019.", "project"),
    ("Few, if any, clubs are as rich as this one.", "clubs"),
    ("The rate rose, but it could stay at 4% for years.", "rose"),
    ("Olsen on Monday threatened to close the port — a move long feared — if dockers strike.", "port"),
    ("The firm promised to pay the fine if the court confirms it.", "fine"),
]
CASES = [
    (sentence, word, kind)
    for kind, table in (
        ("predicted", PREDICTED),
        ("possible", POSSIBLE),
        ("normative", NORMATIVE),
        ("conditional", CONDITIONAL),
        ("asserted", ASSERTED),
    )
    for sentence, word in table
]


@pytest.mark.parametrize(("sentence", "word", "kind"), CASES)
def test_modality(claims_of: ClaimsOf, sentence: str, word: str, kind: str) -> None:
    claims = claims_of(sentence)
    found = [c for c in claims if re.search(rf"\b{re.escape(word)}\b", c.text, re.IGNORECASE)]
    assert found, f"no claim with {word!r} among {[c.text for c in claims]}"
    assert found[0].modality.value == kind, (found[0].text, found[0].notes)
    assert any(kind in note for note in found[0].notes) == (kind != "asserted")


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("If the dam breaks, the valley will flood.", "If the dam breaks"),
        ("Unless the parties agree, the government will fall.", "Unless the parties agree"),
        ("Should the dam break, the valley would flood.", "Should the dam break"),
        ("The rocket will not launch unless the wind drops.", "unless the wind drops"),
        ("As long as the ceasefire holds, convoys can enter the city.", "As long as the ceasefire holds"),
        ("If the dam breaks, the valley will flood and cut off the town.", "If the dam breaks"),
    ],
)
def test_a_condition_stays_in_every_claim_it_holds_for(
    claims_of: ClaimsOf, sentence: str, condition: str
) -> None:
    claims = claims_of(sentence)
    assert claims
    assert all(condition in c.text and c.modality.value == "conditional" for c in claims)


@pytest.mark.parametrize(
    "sentence",
    [
        "Provided that the weather holds, the rocket will launch on Monday.",
        "Supposing the rain stops, the match will start at noon.",
    ],
)
def test_participles_that_set_a_condition(claims_of: ClaimsOf, sentence: str) -> None:
    claims = claims_of(sentence)
    assert [c.modality.value for c in claims] == ["conditional"]


def test_a_fronted_condition_holds_for_the_second_main_clause(claims_of: ClaimsOf) -> None:
    claims = claims_of("If the dam breaks, the valley will flood and the bridge will fall.")
    assert [c.modality.value for c in claims] == ["conditional", "conditional"]


@pytest.mark.parametrize(
    "sentence", ["The firms will merge or close.", "The law must pass or the agency will close."]
)
def test_alternatives_stay_together(claims_of: ClaimsOf, sentence: str) -> None:
    assert [c.text + "." for c in claims_of(sentence)] == [sentence]
