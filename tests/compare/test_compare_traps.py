"""Traps and their positive twins in plain English: claims of two sources that appeared on one day.

Each row names the trap, gives a sentence of either source, and what a careful
reader would say: kind, type, and the rule whose label the reader is shown.
"""

from functools import cache

import pytest

from claimkb.compare import RULES, judge
from claimkb.extract import Extractor
from claimkb.model import Claim, ComparedClaim, Document, SourceInfo, Verdict

DAY = "2024-05-01"
STRONGEST = ("contradiction", "tension", "agreement", "none")
LABELS = {rule.id: rule.label for rule in RULES}

PAIRS = [
    ("part and whole",
     'Germany suspended a $300 million military fund for Egypt.',
     'Germany cut $1.3 billion in aid to Egypt.',
     "none", "", ""),
    ("the same fund",
     'Germany suspended $300 million in military aid to Egypt in 2018.',
     'Germany suspended $900 million in military aid to Egypt in 2018.',
     "contradiction", "quantity", "R5-quantity-disjoint"),
    ("other recipient",
     'Canada suspended aid to Haiti in 2021.',
     'Canada resumed aid to Peru in 2021.',
     "none", "", ""),
    ("the same recipient",
     'Canada suspended aid to Haiti in March 2021.',
     'Canada resumed aid to Haiti in March 2021.',
     "contradiction", "opposite", "R7-minimal-difference"),
    ("other measure",
     'The mine in Chile employs 900 workers.',
     'The mine in Chile earned $300 million.',
     "none", "", ""),
    ("the same measure",
     'The mine in Chile employs 900 workers.',
     'The mine in Chile employs 2,400 workers.',
     "contradiction", "quantity", "R5-quantity-disjoint"),
    ("stock and flow",
     'China has invested $40 billion in Laos.',
     'China invests $6 billion in Laos annually.',
     "none", "", ""),
    ("the same flow",
     'China invested $40 billion in Laos in 2020.',
     'China invested $6 billion in Laos in 2020.',
     "contradiction", "quantity", "R5-quantity-disjoint"),
    ("changed over time",
     'Brazil supported the fishing treaty in 2010.',
     'Brazil opposed the fishing treaty in 2020.',
     "none", "", ""),
    ("at one time",
     'Brazil supported the fishing treaty in 2020.',
     'Brazil opposed the fishing treaty in 2020.',
     "contradiction", "opposite", "R7-minimal-difference"),
    ("first and second term",
     'In his first term Lula raised pensions in Brazil.',
     'In his second term Lula cut pensions in Brazil.',
     "none", "", ""),
    ("the same term",
     'In his second term Lula raised pensions in Brazil.',
     'In his second term Lula cut pensions in Brazil.',
     "contradiction", "opposite", "R7-minimal-difference"),
    ("tense",
     'Kenya will raise the fuel tax.',
     'Kenya raised the fuel tax.',
     "none", "", ""),
    ("forecast and outcome",
     'Kenya is expected to raise the fuel tax.',
     'Kenya cut the fuel tax.',
     "tension", "forecast-outcome", "R3-forecast-outcome"),
    ("political and economic",
     'Political ties between Greece and Turkey have improved.',
     'Economic ties between Greece and Turkey have deteriorated.',
     "none", "", ""),
    ("the same ties",
     'Political ties between Greece and Turkey have improved.',
     'Political ties between Greece and Turkey have deteriorated.',
     "contradiction", "opposite", "R7-minimal-difference"),
    ("target of a threat",
     'Pirates pose no threat to Norway.',
     'Pirates pose a growing threat to Kenya.',
     "none", "", ""),
    ("is and ought",
     'Chile has not raised the copper tax.',
     'Chile should raise the copper tax.',
     "none", "", ""),
    ("is and is not",
     'Chile has not raised the copper tax.',
     'Chile has raised the copper tax.',
     "contradiction", "negation", "R7-minimal-difference"),
    ("two may",
     'Growth in Chile may slow.',
     'Growth in Chile may accelerate.',
     "none", "", ""),
    ("two will",
     'Growth in Chile will slow.',
     'Growth in Chile will accelerate.',
     "contradiction", "forecast", "R8-forecast-opposed"),
    ("may and will",
     'Growth in Chile may slow.',
     'Growth in Chile will accelerate.',
     "tension", "forecast", "R8-forecast-hedged"),
    ("a conditional",
     'If copper prices fall, growth in Chile will slow.',
     'Growth in Chile will accelerate.',
     "none", "", ""),
    ("two ambassadors",
     'The French ambassador to Kenya resigned.',
     'The Italian ambassador to Kenya did not resign.',
     "none", "", ""),
    ("one ambassador",
     'The French ambassador to Kenya resigned.',
     'The French ambassador to Kenya did not resign.',
     "contradiction", "negation", "R7-minimal-difference"),
    ("a view its author rejects",
     'Some experts argue that Latvia has lost its leverage. However, I disagree with this analysis.',
     "Latvia's leverage has eroded.",
     "contradiction", "rejected-view", "R1-rejected-view"),
    ("suspended and slashed",
     'Canada suspended security aid to Haiti.',
     'Canada slashed security aid to Haiti.',
     "agreement", "same-fact", "R11-same-statement"),
    ("round and exact",
     'The fire in Porto destroyed about 2,000 homes.',
     'The fire in Porto destroyed 1,960 homes.',
     "agreement", "same-fact", "R11-same-statement"),
    ("exact and exact",
     'The fire in Porto destroyed 2,140 homes.',
     'The fire in Porto destroyed 1,260 homes.',
     "contradiction", "quantity", "R5-quantity-disjoint"),
    ("not only",
     'Brazil not only signed the treaty but also ratified it.',
     'Brazil signed the treaty.',
     "agreement", "same-fact", "R11-same-statement"),
    ("not",
     'Brazil did not sign the treaty.',
     'Brazil signed the treaty.',
     "contradiction", "negation", "R7-minimal-difference"),
    ("double negation",
     'Norway did not fail to repay the loan.',
     'Norway repaid the loan.',
     "agreement", "same-fact", "R11-same-statement"),
    ("failed",
     'Norway failed to repay the loan.',
     'Norway repaid the loan.',
     "contradiction", "negation", "R7-negation"),
    ("refused",
     'Norway refused to sign the charter.',
     'Norway signed the charter.',
     "contradiction", "negation", "R7-negation"),
    ("at least leaves room",
     'At least 12 miners died in Chile.',
     '30 miners died in Chile.',
     "none", "", ""),
    ("fewer than",
     'Fewer than 12 miners died in Chile.',
     '30 miners died in Chile.',
     "contradiction", "quantity", "R5-quantity-disjoint"),
    ("nearly and over",
     'Nearly 100 miners died in Chile.',
     'Over 100 miners died in Chile.',
     "none", "", ""),
    ("more than and plus",
     'More than 300 miners died in Chile.',
     '300 plus miners died in Chile.',
     "agreement", "same-quantity", "R5-quantity-same"),
    ("a dozen",
     'A dozen miners died in Chile.',
     '12 miners died in Chile.',
     "agreement", "same-quantity", "R5-quantity-same"),
    ("other place",
     'The fire killed 12 people in Porto.',
     'The fire killed 30 people in Lisbon.',
     "none", "", ""),
    ("another way to write it",
     'The bridge in Oslo cost $1.5 billion.',
     'The bridge in Oslo cost $1,500 million.',
     "agreement", "same-quantity", "R5-quantity-same"),
    ("percent and percentage",
     'Inflation in Chile reached 8 percent.',
     'Inflation in Chile reached 8%.',
     "agreement", "same-quantity", "R5-quantity-same"),
    ("percent of other things",
     'Inflation in Chile reached 8 percent.',
     'Unemployment in Chile reached 12 percent.',
     "none", "", ""),
    ("percent of one thing",
     'Inflation in Chile reached 8 percent in May 2021.',
     'Inflation in Chile reached 12 percent in May 2021.',
     "contradiction", "quantity", "R5-quantity-disjoint"),
    ("born in two places",
     'Chopin was born in Warsaw.',
     'Chopin was born in Paris.',
     "contradiction", "place-or-person", "R7-slot"),
    ("played in two places",
     'Chopin played in Warsaw.',
     'Chopin played in Paris.',
     "none", "", ""),
    ("died in two years",
     'Marie Curie died in 1934.',
     'Marie Curie died in 1936.',
     "contradiction", "date", "R6-date-disjoint"),
    ("visited in two years",
     'Marie Curie visited Boston in 1921.',
     'Marie Curie visited Boston in 1929.',
     "none", "", ""),
    ("two winners",
     'Peru won the final of the Copa America.',
     'Chile won the final of the Copa America.',
     "contradiction", "place-or-person", "R7-slot"),
    ("two directors",
     'Fritz Lang directed Metropolis.',
     'Ernst Lubitsch directed Metropolis.',
     "contradiction", "place-or-person", "R7-slot"),
    ("convicted and acquitted",
     'The court in Oslo convicted Lund.',
     'The court in Oslo acquitted Lund.',
     "contradiction", "opposite", "R7-minimal-difference"),
    ("arrested, then released",
     'Police in Oslo arrested Lund.',
     'Police in Oslo released Lund a week later.',
     "none", "", ""),
    ("importance kept and lost",
     'The port remains vital to Latvia.',
     "The port's importance to Latvia has declined sharply.",
     "contradiction", "judgement", "R9-judgement-opposed"),
    ("importance of another",
     'The port remains vital to Latvia.',
     "The railway's importance to Latvia has declined sharply.",
     "none", "", ""),
    ("leverage lost and eroded",
     'Latvia has lost its leverage in Brussels.',
     "Latvia's leverage in Brussels has eroded.",
     "agreement", "same-judgement", "R11-same-judgement"),
    ("a wish is no level",
     'Chad seeks stronger ties with Sudan.',
     'Ties between Chad and Sudan have deteriorated.',
     "none", "", ""),
    ("an effort is no level",
     'Mali is combating terrorism.',
     'There is no terrorism in Mali.',
     "none", "", ""),
    ("active and passive",
     'The council of Oslo sold the ferry.',
     'The ferry was sold by the council of Oslo.',
     "agreement", "same-fact", "R11-same-statement"),
    ("synonyms",
     'Norway bought a ferry from Poland.',
     'Norway purchased a ferry from Poland.',
     "agreement", "same-fact", "R11-same-statement"),
    ("alias",
     'Washington banned the import of tuna.',
     'The United States banned the import of tuna.',
     "agreement", "same-fact", "R11-same-statement"),
    ("other object",
     'Kenya signed the grain treaty.',
     'Kenya did not sign the fishing treaty.',
     "none", "", ""),
    ("narrower denial",
     'Kenya did not sign the treaty in Paris.',
     'Kenya signed the treaty.',
     "none", "", ""),
    ("narrower affirmation",
     'Kenya signed the treaty in Paris.',
     'Kenya did not sign the treaty.',
     "contradiction", "negation", "R7-minimal-difference"),
    ("the same forecast",
     'Inflation in Chile will rise.',
     'Inflation in Chile is expected to increase.',
     "agreement", "same-forecast", "R11-same-forecast"),
    ("opposed forecasts",
     'Inflation in Chile is expected to rise.',
     'Inflation in Chile is expected to fall.',
     "contradiction", "forecast", "R8-forecast-opposed"),
    ("opposed forecasts elsewhere",
     'Inflation in Chile is expected to rise.',
     'Inflation in Peru is expected to fall.',
     "none", "", ""),
    ("fired at and fired",
     'Lund fired at the guards in Oslo.',
     'The firm in Oslo fired Lund.',
     "none", "", ""),
    ("an executive order",
     'Lund signed an executive order in Oslo.',
     'Lund restored public order in Oslo.',
     "none", "", ""),
    ("impersonal clarity",
     'It is clear that Lund resigned.',
     'It is not clear whether Holm resigned.',
     "none", "", ""),
    ("months of unknown years",
     'The economy of Chile added 136,000 jobs in September.',
     'The economy of Chile added 943,000 jobs in July.',
     "none", "", ""),
    ("the same month",
     'The economy of Chile added 136,000 jobs in July 2021.',
     'The economy of Chile added 943,000 jobs in July 2021.',
     "contradiction", "quantity", "R5-quantity-disjoint"),
    ("can and cannot",
     'Oslo can afford a new tram line.',
     'Oslo cannot afford a new tram line.',
     "contradiction", "negation", "R7-minimal-difference"),
    ("stocks that close",
     'Shares in Chile closed down 3.9 percent.',
     'Shares in Chile plunged 5.4 percent.',
     "none", "", ""),
    ("misquoted",
     '“The strike was a mistake of historic size,” Lund said.',
     'Lund said: “The strike was a triumph of historic size.”',
     "tension", "misquote", "R10-misquote"),
    ("quoted with an addition",
     '“The strike was a mistake of historic size,” Lund said.',
     'Lund said: “The strike [in May] was a mistake of historic size.”',
     "agreement", "same-fact", "R11-same-statement"),
    ("one aim",
     'Norway cannot afford to let Mali destabilise.',
     "For Norway, a stable Mali aligns with its interests.",
     "agreement", "same-judgement", "R12-shared-aim"),
    ("one aim, a part of the region",
     'Germany cannot afford to risk instability in South Asia.',
     'Germany cannot afford to let Nepal destabilise.',
     "agreement", "same-judgement", "R12-shared-aim"),
    ("an aim for another country",
     'Norway cannot afford to let Mali destabilise.',
     "For Norway, a stable Peru aligns with its interests.",
     "none", "", ""),
    ("somebody else's aim",
     'Norway cannot afford to let Mali destabilise.',
     "For China, a stable Mali aligns with its interests.",
     "none", "", ""),
    ("common ground",
     'The fisheries of Iceland could be common ground between Norway and Russia.',
     'Norway and Russia share an interest in the fisheries of Iceland.',
     "agreement", "same-judgement", "R12-common-ground"),
    ("common ground of others",
     'The fisheries of Iceland could be common ground between Norway and Russia.',
     'Norway and Canada share an interest in the fisheries of Iceland.',
     "none", "", ""),
    ("left aside",
     'Spain may focus on engaging with the civil society of Malta rather than its government.',
     'Spain needs to work with the Maltese military.',
     "tension", "degree", "R9-aside"),
    ("left aside by somebody else",
     'France may focus on engaging with the civil society of Malta rather than its government.',
     'Spain needs to work with the Maltese military.',
     "none", "", ""),
    ("own business",
     "The trial of Ivan Novak is a domestic matter.",
     "The trial of Ivan Novak will likely influence Germany's approach to Croatia.",
     "tension", "attribution", "R9-own-business"),
    ("somebody else's business",
     "The trial of Ivan Novak is a domestic matter.",
     "The trial of Peter Holm will likely influence Germany's approach to Croatia.",
     "none", "", ""),
    ("names strewn about are no list",
     "The ties of Chile with Peru under Boric may broaden.",
     "The ties of Chile with Peru under Boric will be fascinating to watch.",
     "none", "", ""),
    ("what can be done is no forecast",
     "Boric would sour relations between Chile and Peru.",
     "Chile and Peru can deepen their cooperation.",
     "none", "", ""),
    ("denied further down",
     "The decree says which ports of Chile are not open to trawlers.",
     "The decree says which ports of Chile are open to trawlers.",
     "contradiction", "negation", "R7-minimal-difference"),
    ("denied further down, of other ports",
     "The decree says which fishing ports of Chile are not open to foreign trawlers.",
     "The decree says which ports of Chile are open to trawlers.",
     "none", "", ""),
    ("accused, another field",
     'Rwanda accused Congo of failing to combat militants.',
     "Congo's schools have reduced pollution.",
     "none", "", ""),
]  # fmt: skip


@cache
def extractor() -> Extractor:
    """The parser is loaded once for the module."""
    return Extractor()


def claims(text: str) -> tuple[Claim, ...]:
    return extractor().extract(Document("text", text, "0" * 64, SourceInfo("text"))).claims


def strongest(a: str, b: str) -> Verdict:
    """The strongest verdict on a claim of one source and a claim of the other."""
    verdicts = [
        judge(ComparedClaim(one, "Echo", "Echo", DAY), ComparedClaim(two, "Herald", "Herald", DAY))
        for one in claims(a)
        for two in claims(b)
    ]
    return min(verdicts, key=lambda verdict: STRONGEST.index(verdict.kind.value))


@pytest.mark.parametrize(
    ("a", "b", "kind", "type_", "rule"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS]
)
def test_a_trap_or_its_twin(a: str, b: str, kind: str, type_: str, rule: str) -> None:
    verdict = strongest(a, b)
    assert (verdict.kind.value, verdict.type, verdict.rule) == (kind, type_, rule), verdict.reason
    assert verdict.label == LABELS.get(rule, "")
    assert bool(verdict.evidence) == bool(rule)


@pytest.mark.parametrize(("a", "b", "kind"), [row[1:4] for row in PAIRS], ids=[row[0] for row in PAIRS])
def test_it_does_not_matter_who_comes_first(a: str, b: str, kind: str) -> None:
    assert strongest(b, a).kind.value == kind


UNSOLVED = [
    pytest.param(
        "Norway bought the ferry from Denmark in May 2021.",
        "Norway sold the ferry to Denmark in May 2021.",
        marks=pytest.mark.xfail(reason="a thing bought may be sold again within the same month", strict=True),
    ),
]


@pytest.mark.parametrize(("a", "b"), UNSOLVED)
def test_a_trap_that_is_still_stepped_into(a: str, b: str) -> None:
    assert strongest(a, b).kind.value != "contradiction"


def sides(a: str, b: str, one: set[str], two: set[str]) -> Verdict:
    (x,), (y,) = claims(a), claims(b)
    return judge(
        ComparedClaim(x, "Echo", "Echo", DAY, story=frozenset(one)),
        ComparedClaim(y, "Herald", "Herald", DAY, story=frozenset(two)),
    )


STORIES = [
    ("one story", {"Athens", "Marfin", "Greece"}, {"Athens", "Marfin"}, "agreement"),
    ("other stories", {"Athens", "Marfin", "Greece"}, {"Qeshm", "Iran"}, "none"),
    ("a country in common", {"Athens", "Marfin", "Greece"}, {"Crete", "Lund", "Greece"}, "none"),
    ("nothing known", set(), set(), "agreement"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "two", "kind"), [row[1:] for row in STORIES], ids=[row[0] for row in STORIES]
)
def test_claims_without_names_meet_in_one_story(one: set[str], two: set[str], kind: str) -> None:
    verdict = sides(
        "The riot police dispersed the crowd.", "The crowd was dispersed by the riot police.", one, two
    )
    assert verdict.kind.value == kind


def test_a_rule_that_is_off_finds_nothing() -> None:
    (a,), (b,) = claims("Chopin was born in Warsaw."), claims("Chopin was born in Paris.")
    pair = ComparedClaim(a, "Echo", "Echo", DAY), ComparedClaim(b, "Herald", "Herald", DAY)
    assert judge(*pair).rule == "R7-slot"
    assert judge(*pair, off=frozenset({"R7-slot"})).kind.value == "none"
