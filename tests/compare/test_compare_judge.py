"""The decision table: pairs of claims with the kind and type a careful reader would give them.

Every trap stands beside its twin that is a true finding, so that neither
silence nor noise passes.
"""

import pytest
from framing import amount, day, says, year

from claimkb.compare import RULES, judge
from claimkb.model import ComparedClaim, Modality, RelationKind, Stance

PREDICTED, POSSIBLE = Modality.PREDICTED, Modality.POSSIBLE
NORMATIVE, CONDITIONAL = Modality.NORMATIVE, Modality.CONDITIONAL

LABELS = {rule.id: rule.label for rule in RULES}

Row = tuple[str, ComparedClaim, ComparedClaim, str, str]

# fmt: off
NEGATION: list[Row] = [
    ("plain negation",
     says("the ministry", "sign", "contract", with_="Airbus"),
     says("the ministry", "sign", "contract", with_="Airbus", not_=True), "contradiction", "negation"),
    ("synonymous predicate negated",
     says("Norway", "ban", "whale hunting*"),
     says("Norway", "prohibit", "whale hunting*", not_=True), "contradiction", "negation"),
    ("the denial is narrower",
     says("the mayor", "mention", "Oslo"),
     says("the mayor", "mention", "Oslo", not_=True, during="second televised campaign debate*"), "none", ""),
    ("the affirmation is narrower",
     says("the mayor", "mention", "Oslo", during="second televised campaign debate*"),
     says("the mayor", "mention", "Oslo", not_=True), "contradiction", "negation"),
    ("both negated",
     says("Kenya", "sign", "treaty", not_=True),
     says("Kenya", "sign", "treaty", not_=True), "agreement", "same-fact"),
    ("another object",
     says("Kenya", "sign", "grain treaty*"),
     says("Kenya", "sign", "fishing treaty*", not_=True), "none", ""),
    ("another subject",
     says("Kenya", "sign", "climate treaty*"),
     says("Ghana", "sign", "climate treaty*", not_=True), "none", ""),
    ("adjective negated",
     says("the vaccine", "be safe", complement="safe", for_="children"),
     says("the vaccine", "be safe", complement="safe", for_="children", not_=True),
     "contradiction", "negation"),
    ("a negated extreme is no opposite",
     says("the port", "be vital", complement="vital", to="Latvia", not_=True),
     says("the port", "be irrelevant", complement="irrelevant", to="Latvia"), "none", ""),
    ("a negated extreme against the extreme",
     says("the port", "be vital", complement="vital", to="Latvia", not_=True),
     says("the port", "be vital", complement="vital", to="Latvia"), "contradiction", "negation"),
    ("not rising is not falling",
     says("unemployment", "rise", in_="Spain", not_=True),
     says("unemployment", "fall", in_="Spain"), "none", ""),
    ("not rising against rising",
     says("unemployment", "rise", in_="Spain", not_=True),
     says("unemployment", "rise", in_="Spain"), "contradiction", "negation"),
    ("a failed effort against the effort",
     says("the army", "capture", "Goma", not_=True),
     says("the army", "capture", "Goma"), "contradiction", "negation"),
]

OPPOSITES: list[Row] = [
    ("convicted and acquitted",
     says("the court", "convict", "Smith"),
     says("the court", "acquit", "Smith"), "contradiction", "opposite"),
    ("rise and fall",
     says("unemployment", "rise", in_="Spain"),
     says("unemployment", "fall", in_="Spain"), "contradiction", "opposite"),
    ("rise and fall elsewhere",
     says("unemployment", "rise", in_="Spain"),
     says("unemployment", "fall", in_="Italy"), "none", ""),
    ("rise and fall of other prices",
     says("oil prices*", "rise"),
     says("food prices*", "fall"), "none", ""),
    ("open and shut",
     says("the border crossing*", "open", at="Rafah"),
     says("the border crossing*", "close", at="Rafah"), "contradiction", "opposite"),
    ("safe and dangerous",
     says("the bridge", "be safe", complement="safe", in_="Genoa"),
     says("the bridge", "be dangerous", complement="dangerous", in_="Genoa"), "contradiction", "opposite"),
    ("support and oppose",
     says("Turkey", "support", "the plan"),
     says("Turkey", "oppose", "the plan"), "contradiction", "opposite"),
    ("support and oppose another plan",
     says("Turkey", "support", "grain plan*"),
     says("Turkey", "oppose", "refugee plan*"), "none", ""),
    ("aid suspended and resumed",
     says("Canada", "suspend", "aid", to="Haiti"),
     says("Canada", "resume", "aid", to="Haiti"), "contradiction", "opposite"),
    ("aid to another country",
     says("Canada", "suspend", "aid", to="Haiti"),
     says("Canada", "resume", "aid", to="Peru"), "none", ""),
    ("suspended and slashed agree",
     says("Canada", "suspend", "security aid*", to="Haiti"),
     says("Canada", "slash", "security assistance*", to="Haiti"), "agreement", "same-fact"),
    ("military and humanitarian aid",
     says("Canada", "suspend", "military aid*", to="Haiti"),
     says("Canada", "resume", "humanitarian aid*", to="Haiti"), "none", ""),
    ("alive and dead",
     says("Hassan", "be alive", complement="alive"),
     says("Hassan", "be dead", complement="dead"), "contradiction", "opposite"),
]

TIME: list[Row] = [
    ("changed over time, dated",
     says("Brazil", "support", "the treaty", dates=(year(2010),)),
     says("Brazil", "oppose", "the treaty", dates=(year(2020),)), "none", ""),
    ("same year",
     says("Brazil", "support", "the treaty", dates=(year(2020),)),
     says("Brazil", "oppose", "the treaty", dates=(year(2020),)), "contradiction", "opposite"),
    ("published years apart",
     says("Brazil", "support", "the treaty", published="2012-01-01"),
     says("Brazil", "oppose", "the treaty", published="2022-01-01"), "none", ""),
    ("date of publication unknown",
     says("Brazil", "support", "the treaty", published=None),
     says("Brazil", "oppose", "the treaty"), "tension", "scope"),
    ("first and second term",
     says("Lula", "raise", "pensions", in_="first term*", text="In his first term Lula raised pensions."),
     says("Lula", "cut", "pensions", in_="second term*", text="In his second term Lula cut pensions."),
     "none", ""),
    ("first and third quarter",
     says("profit", "rise", at="Nokia", text="Profit at Nokia rose in the first quarter."),
     says("profit", "fall", at="Nokia", text="Profit at Nokia fell in the third quarter."), "none", ""),
    ("the same quarter",
     says("profit", "rise", at="Nokia", text="Profit at Nokia rose in the third quarter."),
     says("profit", "fall", at="Nokia", text="Profit at Nokia fell in the third quarter."),
     "contradiction", "opposite"),
    ("died in two years",
     says("Marie Curie", "die", in_="Passy", dates=(year(1934),), tense="past"),
     says("Marie Curie", "die", in_="Passy", dates=(year(1936),), tense="past"), "contradiction", "date"),
    ("visited in two years",
     says("Obama", "visit", "Havana", dates=(year(2014),), tense="past"),
     says("Obama", "visit", "Havana", dates=(year(2016),), tense="past"), "none", ""),
    ("a day within the year",
     says("Marie Curie", "die", in_="Passy", dates=(day("1934-07-04"),), tense="past"),
     says("Marie Curie", "die", in_="Passy", dates=(year(1934),), tense="past"), "agreement", "same-fact"),
]

MODALITY: list[Row] = [
    ("two may",
     says("growth", "slow", in_="Chile", modality=POSSIBLE),
     says("growth", "accelerate", in_="Chile", modality=POSSIBLE), "none", ""),
    ("expected against expected",
     says("inflation", "rise", in_="Chile", modality=PREDICTED),
     says("inflation", "fall", in_="Chile", modality=PREDICTED), "contradiction", "forecast"),
    ("economic relations, and relations",
     says("economic relations between Chile and Peru", "improve", modality=PREDICTED),
     says("relations between Chile and Peru", "deteriorate", modality=PREDICTED), "tension", "scope"),
    ("expected against may",
     says("inflation", "rise", in_="Chile", modality=PREDICTED),
     says("inflation", "fall", in_="Chile", modality=POSSIBLE), "tension", "forecast"),
    ("forecast against fact",
     says("inflation", "rise", in_="Chile", modality=PREDICTED),
     says("inflation", "fall", in_="Chile"), "tension", "forecast-outcome"),
    ("possibility against fact",
     says("inflation", "rise", in_="Chile", modality=POSSIBLE),
     says("inflation", "fall", in_="Chile"), "none", ""),
    ("is and ought",
     says("Chile", "raise", "taxes", not_=True),
     says("Chile", "raise", "taxes", modality=NORMATIVE), "none", ""),
    ("two oughts",
     says("Chile", "raise", "taxes", modality=NORMATIVE),
     says("Chile", "raise", "taxes", modality=NORMATIVE, not_=True), "tension", "judgement"),
    ("a conditional",
     says("inflation", "rise", in_="Chile", modality=CONDITIONAL),
     says("inflation", "fall", in_="Chile"), "none", ""),
    ("the same forecast",
     says("inflation", "rise", in_="Chile", modality=PREDICTED),
     says("inflation", "increase", in_="Chile", modality=PREDICTED), "agreement", "same-forecast"),
    ("a fact does not agree with a wish",
     says("Chile", "raise", "fuel taxes*"),
     says("Chile", "raise", "fuel taxes*", modality=NORMATIVE), "none", ""),
]


def _dead(
    text: str, value: float, how: str = "=", *, at: str = "Izmir", published: str = "2024-05-01"
) -> ComparedClaim:
    return says(
        "the earthquake",
        "kill",
        "people",
        in_=at,
        published=published,
        tense="past",
        text=f"The earthquake in {at} killed {text}.",
        amounts=(amount(text, value, "people", "people", how),),
    )


def _cut(words: str, value: float, of: str, to: str = "Egypt") -> ComparedClaim:
    return says(
        "Germany",
        "cut",
        of.replace(" ", " ") + "*",
        to=to,
        tense="past",
        text=f"Germany cut {words} in {of} to {to}.",
        amounts=(amount(words, value, "USD", of),),
    )


QUANTITIES: list[Row] = [
    ("equal counts", _dead("340 people", 340), _dead("340 people", 340), "agreement", "same-quantity"),
    ("plus and over",
     _dead("70,000 plus people", 70000, ">"),
     _dead("over 70,000 people", 70000, ">"), "agreement", "same-quantity"),
    ("around x includes x",
     _dead("around 1,000 people", 1000, "~"),
     _dead("1,050 people", 1050), "agreement", "same-quantity"),
    ("round and exact",
     _dead("2,000 people", 2000),
     _dead("1,998 people", 1998), "agreement", "same-quantity"),
    ("disjoint on one day", _dead("12 people", 12), _dead("90 people", 90), "contradiction", "quantity"),
    ("a count that grew",
     _dead("12 people", 12),
     _dead("90 people", 90, published="2024-05-04"), "tension", "update"),
    ("another place", _dead("12 people", 12), _dead("90 people", 90, at="Konya"), "none", ""),
    ("more than leaves room", _dead("more than 12 people", 12, ">"), _dead("90 people", 90), "none", ""),
    ("nearly ends at x",
     _dead("nearly 500 people", 500, "<"),
     _dead("900 people", 900), "contradiction", "quantity"),
    ("part and whole",
     _cut("$300 million", 300000000.0, "military fund"),
     _cut("$1.3 billion", 1300000000.0, "security aid"), "none", ""),
    ("the same aid",
     _cut("$300 million", 300000000.0, "security aid"),
     _cut("$1.3 billion", 1300000000.0, "security aid"), "contradiction", "quantity"),
    ("other recipient",
     _cut("$300 million", 300000000.0, "security aid"),
     _cut("$1.3 billion", 1300000000.0, "security aid", "Jordan"), "none", ""),
    ("stock and flow",
     says("China", "invest", "billions", in_="Laos", text="China has invested $40 billion in Laos.",
          amounts=(amount("$40 billion", 40000000000.0, "USD", "investment"),)),
     says("trade*", "be", "billions", with_="Laos",
          text="Trade of China with Laos is worth $6.5 billion annually.",
          amounts=(amount("$6.5 billion", 6500000000.0, "USD", "trade"),)), "none", ""),
    ("other currency",
     _cut("$300 million", 300000000.0, "security aid"),
     says("Germany", "cut", "security aid*", to="Egypt",
          amounts=(amount("€900 million", 900000000.0, "EUR", "security aid"),),
          text="Germany cut €900 million in security aid to Egypt."), "agreement", "same-fact"),
]

SLOTS: list[Row] = [
    ("two birthplaces",
     says("Chopin", "born", in_="Warsaw", tense="past"),
     says("Chopin", "born", in_="Paris", tense="past"), "contradiction", "place-or-person"),
    ("two visits",
     says("Chopin", "perform", in_="Warsaw", tense="past"),
     says("Chopin", "perform", in_="Paris", tense="past"), "none", ""),
    ("two winners",
     says("Peru", "win", "final", of="Copa_America", dates=(year(2024),)),
     says("Chile", "win", "final", of="Copa_America", dates=(year(2024),)),
     "contradiction", "place-or-person"),
    ("two ambassadors",
     says("France ambassador*", "meet", "the minister"),
     says("Italy ambassador*", "meet", "the minister", not_=True), "none", ""),
    ("two authors",
     says("Orwell", "write", "Animal_Farm"),
     says("Huxley", "write", "Animal_Farm"), "contradiction", "place-or-person"),
]

JUDGEMENTS: list[Row] = [
    ("remains vital, has waned",
     says("Latvia strategic importance*", "remain vital", complement="vital", to="Germany"),
     says("Latvia relevance*", "wane", in_="Germany calculations*"), "contradiction", "judgement"),
    ("diminished importance",
     says("Latvia importance*", "remain vital", complement="vital", to="Germany"),
     says("officials", "acknowledge", "Latvia diminished strategic importance*",
          in_="Germany foreign policy*"), "contradiction", "judgement"),
    ("another country's importance",
     says("Latvia importance*", "remain vital", complement="vital", to="Germany"),
     says("Estonia importance*", "wane"), "none", ""),
    ("lost leverage, eroded leverage",
     says("Latvia", "lose", "leverage", in_="Brussels"),
     says("Latvia leverage*", "erode", adverb="further"), "agreement", "same-judgement"),
    ("significance recognised",
     says("Germany", "recognize", "Latvia strategic significance*", modality=NORMATIVE),
     says("Latvia importance*", "remain vital", complement="vital", to="Germany"),
     "agreement", "same-judgement"),
    ("relations of others",
     says("relations* between Greece and Turkey", "improve"),
     says("relations* between Greece and Egypt", "deteriorate"), "none", ""),
    ("relations improved, deteriorated",
     says("relations* between Greece and Turkey", "improve"),
     says("Greece Turkey ties*", "deteriorate"), "contradiction", "opposite"),
    ("economic ties, political ties",
     says("economic ties* between Greece and Turkey", "improve"),
     says("political ties* between Greece and Turkey", "deteriorate"), "none", ""),
    ("cooperation and contention",
     says("Greece and Turkey", "share", "long history* of collaboration and confrontation"),
     says("Greece Turkey relations*", "characterize", by="cycles* of cooperation and contention",
          adverb="long"), "agreement", "same-judgement"),
    ("the fight against a threat is no statement of the threat",
     says("Mali", "combat", "terrorism"),
     says("no threat*", "be", in_="Mali", not_=True), "none", ""),
    ("target of the threat",
     says("threat*", "be", to="Norway", not_=True),
     says("threat*", "grow", to="Mali"), "none", ""),
    ("exacerbated tensions, eased tensions",
     says("the decision", "exacerbate", "tensions* between Chad and Sudan"),
     says("the decision", "ease", "tensions* between Chad and Sudan"), "contradiction", "judgement"),
    ("lack of trust, mistrust",
     says("lack* of trust", "mark", "relations* between Chad and Sudan"),
     says("mistrust* between Chad and Sudan", "persist"), "agreement", "same-judgement"),
    ("a wish is no level",
     says("Chad", "seek", "stronger ties* with Sudan"),
     says("Chad ties* with Sudan", "deteriorate"), "none", ""),
    ("same theme alone",
     says("Chad", "sign", "trade agreement*", with_="Sudan"),
     says("Sudan", "criticise", "Chad trade policy*"), "none", ""),
]

STANCE: list[Row] = [
    ("a rejected view agrees as its holder's",
     says("Latvia", "lose", "leverage", holder="some experts", stance=Stance.REJECTS),
     says("Latvia leverage*", "erode"), "agreement", "same-judgement"),
    ("its author is not set against others by it",
     says("Latvia", "lose", "leverage", holder="some experts", stance=Stance.REJECTS),
     says("Latvia importance*", "remain vital", complement="vital"), "none", ""),
    ("the author who rejects it contradicts who says it",
     says("Latvia", "lose", "leverage", stance=Stance.REJECTS, not_=True,
          quote="I disagree with this analysis."),
     says("Latvia leverage*", "erode"), "contradiction", "rejected-view"),
    ("a reported view against another holder's",
     says("Latvia", "support", "the plan", holder="the minister"),
     says("Latvia", "oppose", "the plan", holder="the opposition"), "contradiction", "opposite"),
]

WORDING: list[Row] = [
    ("same words, one negation",
     says("x", "be", text="The dam is full of water."),
     says("x", "be", text="The dam isn't full of water.", not_=True), "contradiction", "negation"),
    ("same words, other number",
     says("x", "be", text="The library holds 3 old maps of Kyoto."),
     says("x", "be", text="The library holds 5 old maps of Kyoto."), "contradiction", "quantity"),
    ("same words, other year",
     says("x", "be", text="The library opened in Kyoto in 1995."),
     says("x", "be", text="The library opened in Kyoto in 1996."), "contradiction", "date"),
    ("same words, opposites",
     says("x", "be", text="The mountain road to the dam is open.", complement="open"),
     says("x", "be", text="The mountain road to the dam is closed.", complement="closed"),
     "contradiction", "opposite"),
    ("roles exchanged",
     says("x", "be", text="The dog bites the man."),
     says("x", "be", text="The man doesn't bite the dog.", not_=True), "none", ""),
    ("the same quotation",
     says("the minister", "call", "the plan", text="The plan was a mistake of historic size for us.",
          quote="He called it “a mistake of historic size for us”."),
     says("the paper", "quote", "him", text="It was a mistake of historic size.",
          quote="It was “a mistake of historic size”, he said."), "agreement", "same-quote"),
]

STATEMENTS: list[Row] = [
    ("active and passive",
     says("the bank", "raise", "interest rate*", in_="Turkey"),
     says("the bank", "increase", "interest rate*", in_="Turkey"), "agreement", "same-fact"),
    ("same things, another predicate",
     says("the bank", "raise", "interest rate*", in_="Turkey"),
     says("the bank", "discuss", "interest rate*", in_="Turkey"), "none", ""),
    ("a more specific statement",
     says("India", "launch", "satellite", from_="Sriharikota", dates=(year(2024),)),
     says("India", "launch", "satellite", dates=(year(2024),)), "agreement", "same-fact"),
    ("three places together",
     says("Georgia", "sit", at="crossroads* of Europe and Asia and Arabia"),
     says("Georgia", "be", complement="bridge* between Europe and Asia and Arabia"),
     "agreement", "same-fact"),
    ("accusation of failure",
     says("Rwanda", "accuse", "Congo", of="failure* to tackle militant groups"),
     says("Rwanda", "blame", "Congo", for_="failing* to combat militant groups"), "agreement", "same-fact"),
    ("a name alone",
     says("Rwanda", "join", "the Commonwealth"),
     says("Rwanda", "export", "coffee"), "none", ""),
]

# fmt: on
TABLE = [
    *NEGATION,
    *OPPOSITES,
    *TIME,
    *MODALITY,
    *QUANTITIES,
    *SLOTS,
    *JUDGEMENTS,
    *STANCE,
    *WORDING,
    *STATEMENTS,
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "kind", "type_"), [r[1:] for r in TABLE], ids=[r[0] for r in TABLE])
def test_a_pair_gets_the_verdict_of_a_careful_reader(
    a: ComparedClaim, b: ComparedClaim, kind: str, type_: str
) -> None:
    verdict = judge(a, b)
    assert (verdict.kind.value, verdict.type) == (kind, type_), verdict.reason
    assert verdict.label == LABELS.get(verdict.rule, "")


@pytest.mark.parametrize(("a", "b"), [r[1:3] for r in TABLE], ids=[r[0] for r in TABLE])
def test_the_order_of_the_claims_changes_nothing_but_the_sides(a: ComparedClaim, b: ComparedClaim) -> None:
    there, back = judge(a, b), judge(b, a)
    assert (there.kind, there.type, there.rule, there.confidence) == (
        back.kind,
        back.type,
        back.rule,
        back.confidence,
    )
    assert [(e.comparison, e.a, e.b, e.level) for e in there.evidence] == [
        (e.comparison, e.b, e.a, e.level) for e in back.evidence
    ]
    assert (there.a_marks, there.b_marks) == (back.b_marks, back.a_marks)


def test_a_finding_explains_itself() -> None:
    a = says("Latvia importance*", "remain vital", complement="vital", to="Germany", source="Echo")
    b = says("Latvia relevance*", "wane", holder="officials", source="Herald")
    verdict = judge(a, b, key="concept:strategic-value:Latvia")
    assert verdict.key == "concept:strategic-value:Latvia"
    assert "author of Echo" in verdict.reason and "fficials (in Herald)" in verdict.reason
    assert verdict.reason.endswith(".")
    assert {"concept strategic-value", "same thing"} <= {e.comparison for e in verdict.evidence}
    assert verdict.a_marks and verdict.b_marks
    assert 0 < verdict.confidence < 1


def test_a_reprint_neither_supports_nor_contradicts() -> None:
    a = says("Turkey", "support", "the plan", source="Wire")
    b = says("Turkey", "oppose", "the plan", source="Paper")
    reprint = ComparedClaim(b.claim, "Paper", a.origin, b.published)
    assert judge(a, reprint).kind is RelationKind.NONE
    assert judge(a, b).kind is RelationKind.CONTRADICTION
