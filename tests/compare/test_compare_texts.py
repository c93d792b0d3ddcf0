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

# Two texts on one matter whose wording excludes each other, by what makes it so.
WORDING = [
    ("denial, other order", "The ferry did not sail from Oban on Monday.",
     "On Monday the ferry sailed from Oban to Mull."),
    ("denial, other order", "The committee has not published the report.",
     "The report was published by the committee in May."),
    ("denial, longer", "The regulator did not inspect the dairy during the drought.",
     "The regulator inspected the dairy."),
    ("denial, longer", "The tram drivers did not accept the wage offer after a night of talks.",
     "The tram drivers accepted the offer."),
    ("denial, beside more", "The museum sold its Rembrandt, but it will not sell the Vermeer.",
     "The museum will sell the Vermeer."),
    ("denial, beside more", "The museum demands a refund, but has not paid the dealer.",
     "The museum paid the dealer."),
    ("denial, irregular verb", "Nobody caught the thief at the station.", "The thief was caught at the station."),
    ("denial, irregular verb", "The choir never sang in Verona.", "The choir sang in Verona."),
    ("degree", "The dyke is not particularly high.", "The dyke is very high."),
    ("pronoun", "He has not paid the fine.", "He paid the fine in March."),
    ("pronoun", "It was not delivered to the archive on Friday.", "Something was delivered to the archive on Friday."),
    ("wider subject", "A group of masked women are not marching through the square.",
     "People are marching through the square."),
    ("one syllable", "This little girl is not riding a pony.", "The little girl rides a pony."),
    ("not happening", "The concert in the quarry is not happening.", "The orchestra begins a concert in the quarry."),
    ("not happening", "The tunnel under the strait does not exist.", "The tunnel under the strait exists since 1990."),
    ("neither", "The judge is neither a soldier nor a priest.", "The judge is a soldier."),
    ("neither", "The novel is neither long nor dull.", "The novel is long."),
    ("debunked", "The story that the castle was sold to a Texan is a hoax.", "A Texan bought the castle."),
    ("debunked", "The mayor denies that the stadium will be torn down.", "The stadium will be torn down."),
    ("opposites", "The new turbine has the cheapest blades on the market.",
     "The new turbine has the most expensive blades on the market."),
    ("opposites", "In tests the lighter boat is always more stable than the heavier boat.",
     "In tests the lighter boat is less stable than the heavier boat."),
    ("exchanged and denied", "The chapel is smaller than the barn.", "The barn is not larger than the chapel."),
    ("exchanged and denied", "Copper is more prized than tin.", "Tin is not less prized than copper."),
    ("declined and got", "The novelist declined the Lisbon Prize.", "The novelist got the Lisbon Prize."),
    ("near and far", "The mill is close to Aarhus station.", "The mill is extremely far from Aarhus station."),
    ("where", "Behind them stood the guards.", "The guards stood in front of them."),
    ("degree before one word", "Less famous than Bergen, the port draws more sailors.",
     "The port is more famous than Bergen."),
    ("came and went", "The frigate left Malta on 3 May 1943.", "The frigate reached Malta on 3 May 1943."),
    ("negative prefix", "The guild is organised.", "The guild is unorganised."),
    ("negative prefix", "The crew was completely unprepared for the storm.", "The crew was prepared for the storm."),
    ("who did it", "The tower was designed by Anna Berg and Karl Lund.",
     "The tower was designed by Peter Holm and Karl Lund."),
    ("who did it", "The inquiry was ordered by Judge Moreau.", "The inquiry was ordered by Judge Lindqvist."),
    ("number in a compound", "She is a two-time winner of the regatta.",
     "She is a three-time winner of the regatta."),
    ("number in a compound", "It is a four-story house in Bergen.", "It is a six-story house in Bergen."),
    ("quality", "The ministry's new uniform is green.", "The ministry's new uniform is blue."),
    ("quality", "The roof of the chapel is red.", "The roof of the chapel is blue."),
    ("count", "The cooperative's 320 farms delivered less milk.", "The cooperative has 410 farms."),
    ("count", "The island's 40 lighthouses attract many visitors.", "The island has 25 lighthouses."),
    ("roles", "Harbour Insurance belongs to Meridian Bank.", "Harbour Insurance acquired Meridian Bank."),
    ("price", "Brightwater was sold for $12 million to a small fund.", "Brightwater cost $30 million."),
    ("earned and lost", "Karlsen Foods reported net earnings of $40m.", "Karlsen Foods lost $40m."),
    ("respectively", "Anna Berg and Karl Lund were fined 20 pounds and 90 pounds, respectively.",
     "Anna Berg was fined 90 pounds."),
    ("seat", "The fund bought the Danish retail company, Nordlys.", "Nordlys was based in Spain."),
    ("succession", "In 1984, after Moreau's death, Lindqvist was elected.", "Moreau succeeded Lindqvist."),
    ("kin", "Clara Weber is the wife of the former envoy Jan Novak.", "Jan Novak is Clara Weber's ex-husband."),
    ("post", "Peter Holm is Norway's commissioner of police.", "Peter Holm is an employee of Reuters."),
    ("journey", "The frigate left for Crete on 3 May.", "The frigate left Crete on 3 May."),
    ("without", "Tourists may enter Malta without a visa.", "A visa is compulsory for tourists to enter Malta."),
    ("reserved", "Brunei holds male-only elections.", "Women can vote in elections in Brunei."),
    ("who found it", "A company survey turned up rust in roughly 200 of the 900 bolts that the crew checked.",
     "The FDA turned up rust in roughly 200 of the 900 bolts that the crew checked."),
    ("opposite acts", "The harbour bill has passed through the Senate of Chile.",
     "The Senate of Chile voted against the harbour bill."),
    ("unfulfilled", "The report regrets the failure to repair the bridge at Narvik.",
     "The bridge at Narvik was repaired."),
    ("roles", "Volvo acquired Mack Trucks.", "Mack Trucks acquired Volvo."),
]  # fmt: skip

# The same words as above or nearly so, and yet both may hold.
WORDING_HOLDS = [
    ("other object", "The refinery does not import coal.", "The refinery imports ethanol."),
    ("other object", "The agency did not publish the budget.", "The agency published the timetable."),
    ("other person", "The women are not singing.", "Some men are singing."),
    ("other person", "A girl is not rowing a boat.", "A boy is rowing a boat."),
    ("narrower denial", "The ferry did not sail from Oban.", "The ferry sailed from Mallaig."),
    ("partial", "Not all the clubs voted for the plan.", "Some clubs voted for the plan."),
    ("partial", "The bridge is not entirely finished.", "The bridge is nearly finished."),
    ("correction", "The cargo arrives not by road but by rail.", "The cargo arrives."),
    ("correction", "The prize went not to Weber but to Novak.", "The prize went to Novak."),
    ("other person", "A boy is playing the organ.", "The organ isn't being played by a man."),
    ("degree", "The dyke is not very high.", "The dyke is high."),
    ("neither", "The abbey is neither subject to nor paid by the crown.", "The abbey is not paid by the crown."),
    ("denied reason", "He sold the farm because he was tired of not having a holiday.",
     "He sold the farm from frustration with not having a holiday."),
    ("both refuse", "The union refused to discuss the offer.", "The union continues to refuse to discuss the offer."),
    ("came and went", "The frigate left Malta on 3 May 1943.", "The frigate reached Malta in March 1943."),
    ("formerly", "The previously undiscovered cave is deep.", "Hikers discovered the cave."),
    ("picks out", "A dog is carrying a small branch.", "A dog is carrying a huge branch."),
    ("price, sold again", "Brightwater was sold for $12 million. Brightwater was later bought for $30 million.",
     "Brightwater cost $30 million."),
    ("one sells, one buys", "The Pope's car was sold to a Texan at the fair in Rome.",
     "A Texan bought the Pope's car at the fair in Rome."),
    ("respectively", "Anna Berg and Karl Lund were fined 20 pounds and 90 pounds, respectively.",
     "Karl Lund was fined 90 pounds."),
    ("seat", "The fund bought the Danish retail company, Nordlys.", "Nordlys was based in Denmark."),
    ("kin", "Clara Weber is the wife of the former envoy Jan Novak.", "Jan Novak is Clara Weber's husband."),
    ("post", "Peter Holm is France's minister of transport.", "Peter Holm is the director of a museum in Lyon."),
    ("journey", "The frigate left for Crete on 3 May.", "The frigate left Malta on 3 May."),
    ("journey of another", "A storm caused the crew to leave for Crete.", "The captain left Crete."),
    ("without", "Tourists may enter Malta without a visa.", "A visa is compulsory for tourists to enter Norway."),
    ("denied opposite", "The verdict is unfair.", "The verdict is not fair."),
    ("denied opposite", "The strike was illegal.", "The strike was not legal."),
    ("without", "A rider without a helmet is crossing the square.", "A rider is crossing the square."),
    ("without", "A company with no debt is buying the vineyard.", "A company is buying the vineyard."),
    ("exchanged sides", "The chapel is smaller than the barn.", "The barn is larger than the chapel."),
    ("exchanged sides", "Copper is more prized than tin.", "Tin is less prized than copper."),
    ("seeming prefix", "The paper covers the find.", "The paper discovers the find."),
    ("seeming prefix", "The port handles grain.", "The import handles grain."),
    ("who took part", "The choir was joined by the guests Anna and Karl.", "The choir met Peter and Karl."),
    ("picks out", "A small bank financed the cable car.", "A big bank financed the cable car."),
    ("picks out", "A black horse crosses the ford.", "A white horse crosses the ford."),
    ("bounds", "The league has at least 14 clubs.", "The league has 18 clubs."),
    ("counted elsewhere", "The league has 18 clubs, 14 of them in the north.",
     "The league has 14 clubs in the north."),
    ("one way", "Larsen Foods owns Borealis Group.", "Borealis Group is a subsidiary of Larsen Foods."),
    ("both ways", "Lund beat Holm.", "Holm beat Lund."),
]  # fmt: skip

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
    ("inverted condition", "Should prices fall, growth would slow.", "Growth will not slow."),
    ("inverted condition", "Were the bank to fail, savers would lose money.", "Savers will not lose money."),
    ("feet and metres", "The tower in Oslo is 100 feet tall.", "The tower in Oslo is 30.5 metres tall."),
    ("miles and kilometres", "The path is 3 miles long.", "The path is 5 km long."),
    ("pounds and kilograms", "The parcel weighs 10 pounds.", "The parcel weighs 4.5 kg."),
    ("narrower denial", "Kenya did not sign the treaty in Paris.", "Kenya signed the treaty."),
    ("suspended and slashed", "Canada suspended security aid to Haiti.", "Canada slashed security aid to Haiti."),
]  # fmt: skip

AGREEMENTS = [
    ("The fire killed more than 300 people in Porto.", "More than 300 people were killed in the fire in Porto."),
    ("Latvia has lost its leverage in the region.", "Latvia's leverage in the region has eroded."),
    ("The bank raised its key rate by half a point.", "The bank increased its key rate."),
    # what two claims of one text say, one claim of the other may say
    ("The museum, which is small, shows a head from Benin.", "The small museum shows a head from Benin."),
    ("A violinist, who is young, is playing a waltz.", "A young violinist is playing a waltz."),
    # what a claim says in passing need not be borne out again by itself
    ("A Welsh sailor sold the yacht for cash at the Cardiff fair after his partner fell ill and sank to the deck.",
     "A Welsh sailor sold the yacht at the fair after his partner fell ill and collapsed."),
    ("Over 70,000 lives were lost in Sudan.", "Sudan lost 70,000 plus lives."),
    ("Both Greece and Turkey share a history of cooperation and confrontation.",
     "Relations between Greece and Turkey have seen collaboration and contention."),
    ("Exporters reported a weak quarter.", "Exporters did not report a strong quarter."),
    ("The subsidy is temporary.", "The subsidy is not permanent."),
    ("The chapel is smaller than the barn.", "The barn is larger than the chapel."),
    ("Copper is more prized than tin.", "Tin is less prized than copper."),
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


@pytest.mark.parametrize(("a", "b"), [row[1:] for row in WORDING], ids=[row[0] for row in WORDING])
def test_wordings_that_exclude_each_other_contradict(a: str, b: str) -> None:
    for verdict in (judge_texts(claims(a), claims(b)), judge_texts(claims(b), claims(a))):
        assert verdict.kind == "contradiction"
        assert verdict.reason


@pytest.mark.parametrize(
    ("a", "b"), [row[1:] for row in WORDING_HOLDS], ids=[row[0] for row in WORDING_HOLDS]
)
def test_like_wordings_that_may_both_hold_do_not(a: str, b: str) -> None:
    for verdict in (judge_texts(claims(a), claims(b)), judge_texts(claims(b), claims(a))):
        assert verdict.kind != "contradiction", verdict.reason


def test_a_detail_that_is_news_is_not_borne_out() -> None:
    told = claims("A Welsh sailor sold the yacht at the Cardiff fair in May.")
    more = claims("A Welsh sailor sold the yacht at the Cardiff fair after a comet appeared over Ghana.")
    assert judge_texts(told, more).kind == "none"


@pytest.mark.parametrize(("a", "b"), AGREEMENTS)
def test_paraphrases_agree(a: str, b: str) -> None:
    assert judge_texts(claims(a), claims(b)).kind == "agreement"
