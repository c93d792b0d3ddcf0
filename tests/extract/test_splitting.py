"""How a sentence is cut into claims: each case lists the claims that a careful reader would write down."""

import pytest

from claimkb.model import Claim

CASES: list[tuple[str, list[str]]] = [
    # coordinated verbs and objects
    ("The bank raised rates and sold bonds.", ["The bank raised rates", "The bank sold bonds"]),
    (
        "In March, the ministry closed two mines and opened a new port.",
        ["In March, the ministry closed two mines", "In March, the ministry opened a new port"],
    ),
    ("She has written two novels and won a prize.", ["She has written two novels", "She has won a prize"]),
    (
        "The storm could flood coastal towns and cut power lines.",
        ["The storm could flood coastal towns", "The storm could cut power lines"],
    ),
    (
        "The coach praised the defenders, but the fans booed the team.",
        ["The coach praised the defenders", "The fans booed the team"],
    ),
    # what is said of the saying, and participles that nobody in the sentence does
    ("Strictly speaking, the lender is not insolvent.", ["The lender is not insolvent"]),
    ("Rents fell. That being said, few flats are empty.", ["Rents fell", "Few flats are empty"]),
    ("Not only that, but the lender will raise its fee.", ["The lender will raise its fee"]),
    ("Let's be honest: the stadium is too big.", ["The stadium is too big"]),
    ("It is no secret that the lender is losing money.", ["The lender is losing money"]),
    ("There is no doubt that rents will rise.", ["Rents will rise"]),
    ("It is not clear that rents will rise.", ["It is not clear that rents will rise"]),
    ("Speaking of fees, the lender cut them.", ["Speaking of fees, the lender cut them"]),
    ("Judging by the polls, the party will lose.", ["Judging by the polls, the party will lose"]),
    ("Prices, broadly speaking, are stable.", ["Prices are stable"]),
    # what is told of the event before the comma, not of its last noun
    (
        "The firm closed its plant in Ohio, a setback for the governor.",
        ["The firm closed its plant in Ohio",
         "That the firm closed its plant in Ohio was a setback for the governor"],
    ),
    (
        "The lender may close its branch in Leeds, a move that would cost 200 jobs.",
        ["The lender may close its branch in Leeds",
         "The lender closing its branch in Leeds would cost 200 jobs"],
    ),
    (
        "The clerk announced his resignation, a blow to the mayor.",
        ["The clerk announced his resignation", "The clerk's resignation is a blow to the mayor"],
    ),
    (
        "She met the mayor of Leeds, a former judge.",
        ["She met the mayor of Leeds", "The mayor of Leeds is a former judge"],
    ),
    (
        "If access is limited (as is the case with loans), the state may lose money.",
        ["If access is limited, the state may lose money"],
    ),
    # what is joined to the wrong neighbour
    (
        "Nurses went to the village and newspaper reports said wells had been poisoned.",
        ["Nurses went to the village", "Wells had been poisoned"],
    ),
    (
        "Nine boats were found Saturday and state officials said crews would go on.",
        ["Nine boats were found Saturday", "Crews would go on"],
    ),
    (
        "Ann Lee said she feared there were 50 dead and broke down in tears.",
        ["There were 50 dead", "Ann Lee broke down in tears"],
    ),
    (
        "A clerk explained that no one was hurt and was grateful to the crews.",
        ["No one was hurt", "A clerk was grateful to the crews"],
    ),
    ("No minister resigned and apologised.", ["No minister resigned and apologised"]),
    (
        "Aid was sent to Selby, about 20 miles north of the city Leeds, which has been cut off.",
        [
            "Aid was sent to Selby",
            "Selby is about 20 miles north of the city Leeds",
            "Selby has been cut off",
        ],
    ),
    (
        "Trade has grown, cooperation has strengthened, and exchanges have increased.",
        ["Trade has grown", "Cooperation has strengthened", "Exchanges have increased"],
    ),
    ("Were the dam to fail, towns would flood.", ["Were the dam to fail, towns would flood"]),
    # coordinated amounts
    (
        "The company lost $20 million and 300 jobs.",
        ["The company lost $20 million", "The company lost 300 jobs"],
    ),
    (
        "The flood destroyed 4,000 homes and 12 bridges.",
        ["The flood destroyed 4,000 homes", "The flood destroyed 12 bridges"],
    ),
    # verbs joined over what stands between them
    (
        "The firm not only fills the gap, which the banks left behind but also lends cash.",
        ["The firm fills the gap", "The banks left the gap behind", "The firm lends cash"],
    ),
    (
        "Shops stayed open although some members showed doubts and Chile sent troops.",
        ["Shops stayed open", "Some members showed doubts", "Chile sent troops"],
    ),
    (
        "The council widened the list, adding 86 firms to it.",
        ["The council widened the list", "The council added 86 firms to the list"],
    ),
    ("Born to fight hunger, the agency feeds cities.",
     ["The agency was born to fight hunger", "The agency feeds cities"]),
    # a plural that looks like a verb
    (
        "The men drove a car into the store at dawn and grabbed gems and luxury watches worth two million euros.",
        [
            "The men drove a car into the store at dawn",
            "The men grabbed gems and luxury watches worth two million euros",
        ],
    ),
    # an event that the verb needs, and a name read as a verb
    (
        "The deal coincides with rivals selling two ports, and edges Berg closer to victory.",
        ["The deal coincides with rivals selling two ports", "The deal edges Berg closer to victory"],
    ),
    # words between the comma and the speaker's name are the name's
    (
        "Neighbours said the burglar used a hammer or a crowbar, Salem police Lt. Ann Hale said.",
        ["The burglar used a hammer or a crowbar"],
    ),
    # what short dashes without spaces set off, about the subject beside it
    (
        "The record of the hearing–obtained by the Tribune–shows that Ruiz spoke of tolls.",
        ["The record of the hearing was obtained by the Tribune", "Ruiz spoke of tolls"],
    ),
    # relative clauses
    (
        "The hospital, which opened in 1998, treats 40,000 patients a year.",
        ["The hospital treats 40,000 patients a year", "The hospital opened in 1998"],
    ),
    (
        "Maria Lopez, who leads the union, rejected the offer.",
        ["Maria Lopez rejected the offer", "Maria Lopez leads the union"],
    ),
    (
        "The factory employs workers who live in the valley.",
        ["The factory employs workers who live in the valley"],
    ),
    (
        "The bridge, which engineers built in 1932, needs repairs.",
        ["The bridge needs repairs", "Engineers built the bridge in 1932"],
    ),
    (
        "The museum, whose roof collapsed in May, remains closed.",
        ["The museum remains closed", "The museum's roof collapsed in May"],
    ),
    (
        "The plant stands in Leipzig, where unemployment is high.",
        ["The plant stands in Leipzig", "Unemployment is high in Leipzig"],
    ),
    # appositions
    (
        "Anna Berg, the head of the agency, resigned on Friday.",
        ["Anna Berg resigned on Friday", "Anna Berg is the head of the agency"],
    ),
    (
        "The Mekong, a major river, floods every autumn.",
        ["The Mekong floods every autumn", "The Mekong is a major river"],
    ),
    ("Toyota, Honda, and Nissan cut output.", ["Toyota, Honda, and Nissan cut output"]),
    (
        "Elena Ruiz, the judge and pioneering lawyer who had won three cases, died in May.",
        [
            "Elena Ruiz died in May",
            "Elena Ruiz is the judge and pioneering lawyer who had won three cases",
        ],
    ),
    # the time of a clause holds for what is joined to it and for what went on with it
    (
        "The police last week arrested a driver and charged a passenger.",
        ["The police last week arrested a driver", "Last week, the police charged a passenger"],
    ),
    (
        "Payrolls rose in July as the jobless rate fell to 5.4%.",
        ["Payrolls rose in July", "In July, the jobless rate fell to 5.4%"],
    ),
    ("Sales rose in May as prices fell in June.", ["Sales rose in May", "Prices fell in June"]),
    (
        "The shutdown tore through the market in April, slashing jobs and sending wages down.",
        [
            "The shutdown tore through the market in April",
            "In April, the shutdown slashed jobs",
            "In April, the shutdown sent wages down",
        ],
    ),
    # what happened when something else did
    (
        "The fire started when demonstrators hurled bottles at the bank.",
        [
            "The fire started when demonstrators hurled bottles at the bank",
            "Demonstrators hurled bottles at the bank",
        ],
    ),
    ("The man lost his job when the mill did.", ["The man lost his job when the mill did"]),
    ("Prices rise when demand grows.", ["Prices rise when demand grows"]),
    # what had been done before
    (
        "The mayor has resigned after losing the vote.",
        ["The mayor has resigned after losing the vote", "The mayor lost the vote"],
    ),
    (
        "A climber died after slipping and falling from a ridge.",
        [
            "A climber died after slipping and falling from a ridge",
            "A climber slipped",
            "A climber fell from a ridge",
        ],
    ),
    ("The mayor will resign after meeting the king.", ["The mayor will resign after meeting the king"]),
    ("The mayor did not resign after losing the vote.", ["The mayor did not resign after losing the vote"]),
    (
        "Thirty homes had to be cleared after a gas pipe was damaged.",
        ["Thirty homes had to be cleared after a gas pipe was damaged", "A gas pipe was damaged"],
    ),
    # a row of verbs, the last with a modal
    (
        "The man took two lives, critically injured a guard, and could have taken more lives.",
        ["The man took two lives", "The man critically injured a guard", "The man could have taken more lives"],
    ),
    # participles
    (
        "The court blocked the law, citing the constitution.",
        ["The court blocked the law", "The court cited the constitution"],
    ),
    (
        "Founded in 1921, the club has won nine titles.",
        ["The club has won nine titles", "The club was founded in 1921"],
    ),
    (
        "Speaking in Oslo, the minister defended the plan.",
        ["The minister defended the plan", "The minister spoke in Oslo"],
    ),
    (
        "The strike halted trains, leaving thousands stranded.",
        ["The strike halted trains", "That the strike halted trains left thousands stranded"],
    ),
    (
        "The army may withdraw, potentially leading to chaos.",
        ["The army may withdraw", "The army may potentially lead to chaos"],
    ),
    # absolute constructions
    (
        "Exports fell in April, with carmakers losing most.",
        ["Exports fell in April", "Carmakers lost most"],
    ),
    # insertions
    (
        "The treaty—signed by 40 states in 1997—bans the weapons.",
        ["The treaty bans the weapons", "The treaty was signed by 40 states in 1997"],
    ),
    (
        "The dam (the largest in the region) supplies three cities.",
        ["The dam supplies three cities", "The dam is the largest in the region"],
    ),
    (
        "The World Health Organization (WHO) declared an emergency.",
        ["The World Health Organization declared an emergency"],
    ),
    (
        "Farmers mourned their losses—over 2,000 cattle and $9 million in crops.",
        [
            "Farmers mourned their losses",
            "Farmers' losses include over 2,000 cattle",
            "Farmers' losses include $9 million in crops",
        ],
    ),
    # contrast and reason
    (
        "While imports rose, exports stagnated.",
        ["Exports stagnated", "Imports rose"],
    ),
    (
        "The airline cancelled flights, as pilots refused to work.",
        ["The airline cancelled flights", "Pilots refused to work"],
    ),
    (
        "The deal failed because both sides wanted more.",
        ["The deal failed because both sides wanted more", "Both sides wanted more"],
    ),
    # conditions and times stay with their clause
    (
        "If the reactor overheats, operators will shut it down.",
        ["If the reactor overheats, operators will shut it down"],
    ),
    (
        "The team trained until the sun set.",
        ["The team trained until the sun set"],
    ),
    # correlatives
    (
        "The law not only bans the trade but also punishes buyers.",
        ["The law bans the trade", "The law punishes buyers"],
    ),
    (
        "The reform would not only lower taxes but also raise wages.",
        ["The reform would lower taxes", "The reform would raise wages"],
    ),
    (
        "Neither can the fund lend more, nor can states repay debts.",
        ["The fund cannot lend more", "States cannot repay debts"],
    ),
    (
        "Doctors recommend exercise rather than drugs.",
        ["Doctors recommend exercise rather than drugs"],
    ),
    # openers and asides
    ("However, the glacier keeps shrinking.", ["The glacier keeps shrinking"]),
    ("The senate, meanwhile, passed the budget.", ["The senate passed the budget"]),
    ("On the other hand, prices dropped.", ["Prices dropped"]),
    # run-on sentences
    (
        "Oil prices rose 3%; gold fell to $1,900.",
        ["Oil prices rose 3%", "Gold fell to $1,900"],
    ),
    # a reason that is a sentence of its own
    ("The bridge broke. Because the river had risen.", ["The bridge broke", "The river had risen"]),
    # small clauses and complements stay whole
    ("Voters saw prices double.", ["Voters saw prices double"]),
    ("The judge let the suspect go.", ["The judge let the suspect go"]),
    # a verb that the parser joins to a noun
    (
        "The film praises her record as mayor and highlights the years in Turin.",
        [
            "The film praises her record as mayor",
            "The film highlights the years in Turin",
        ],
    ),
    # what had happened before is a fact, and stays the time of what followed
    (
        "The embassy closed after the rebels shelled the airport.",
        ["The embassy closed after the rebels shelled the airport", "The rebels shelled the airport"],
    ),
    ("Neighbours remember the poet as they knew him.", ["Neighbours remember the poet as they knew him"]),
    # a small clause stays whole; a participle in front has its own content
    ("Regulators could hold the owners liable.", ["Regulators could hold the owners liable"]),
    # hyphens between spaces, as tokenised text has them
    (
        "The navy foiled an anti - tank attack after a 24 - hour search.",
        ["The navy foiled an anti-tank attack after a 24-hour search"],
    ),
    ("Luckily no - one was hurt.", ["No-one was hurt"]),
    # an object shared by two verbs
    (
        "The mayor has not been charged with or convicted of any crime.",
        ["The mayor has not been charged with or convicted of any crime"],
    ),
    # a past verb of the one who speaks
    (
        "The ministry told the court that the mayor had been wrong and urged the court to act.",
        ["The mayor had been wrong", "The ministry urged the court to act"],
    ),
    ("The mayor did not resign but apologised.", ["The mayor did not resign", "The mayor apologised"]),
    # what is denied of one thing is not denied of the other
    (
        "The plan is not abstract, but instead based on years of work.",
        ["The plan is not abstract", "The plan is instead based on years of work"],
    ),
    # a headline leaves "is" out
    ("Anna Ruiz looking for a third title in Lisbon.", ["Anna Ruiz looking for a third title in Lisbon"]),
    # who only spoke has said nothing yet
    ('"The dam is safe," Berg said. Berg said.', ["The dam is safe"]),
    # verbs that look like nouns
    ("Norway advocates for a ban.", ["Norway advocates for a ban"]),
    # the content of a report is the claim
    (
        "The agency said the virus spreads by air and kills one in fifty.",
        ["The virus spreads by air", "The virus kills one in fifty"],
    ),
    (
        "The firm expects sales to fall.",
        ["Sales will fall"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_a_sentence_is_cut_into_its_claims(
    sentence: str,
    expected: list[str],
    claims_of: "ClaimsOf",  # noqa: F821 - the fixture's type
) -> None:
    assert sorted(c.text for c in claims_of(sentence)) == sorted(expected)


LISTS = [
    # the items of an enumeration take the predicate of what introduces it
    (
        "The plan rests on two pillars: first, cheaper loans; and second, new roads.",
        ["The plan rests on two pillars", "The plan rests on cheaper loans", "The plan rests on new roads"],
    ),
    (
        "There are two things that could calm the market: first, a lower tax, and second, open borders.",
        [
            "There are two things that could calm the market",
            "A lower tax could calm the market",
            "Open borders could calm the market",
        ],
    ),
    (
        "Two factors drive the price of bread: first, fuel; second, labour shortages.",
        [
            "Two factors drive the price of bread",
            "Fuel drives the price of bread",
            "Labour shortages drive the price of bread",
        ],
    ),
    # a purpose is no predicate
    (
        "The plan has two goals: first, tax cuts to help the poor, and second, cheaper trains.",
        ["The plan has two goals", "The plan has tax cuts to help the poor", "The plan has cheaper trains"],
    ),
    # of what is only said to be there nothing can be said item by item
    ("There are two camps: first, the young; second, the old.", ["There are two camps"]),
    # an item with a predicate of its own keeps it
    (
        "She gave two reasons for the delay: (1) the roof had leaked, and (2) money was short.",
        ["She gave two reasons for the delay", "The roof had leaked", "Money was short"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), LISTS, ids=[case[0][:40] for case in LISTS])
def test_a_list_within_a_sentence(sentence: str, expected: list[str], claims_of: "ClaimsOf") -> None:  # noqa: F821
    assert [claim.text for claim in claims_of(sentence)] == expected


def test_whoever_introduces_a_list_says_its_items(claims_of: "ClaimsOf") -> None:  # noqa: F821
    claims = claims_of(
        "The minister said the plan has two goals: first, lower rents, and second, more homes."
    )
    assert [(claim.text, claim.holder and claim.holder.text) for claim in claims[1:]] == [
        ("The plan has lower rents", "The minister"),
        ("The plan has more homes", "The minister"),
    ]


NEVER = [
    # a list is no chain of appositions
    (
        "Meddling in elections, Oslo's move to buy ports, Lima's effort to leave the pact, the rise of"
        " hunger, and piracy are among them.",
        "ports is Lima's",
    ),
    (
        "No doubt, firms in Peru — and frankly any business that gains from the port — should pay taxes.",
        "is frankly",
    ),
    ("Hale described Roe as a drunk who pushed a guard.", "A drunk pushed"),
    ("Fees could harm members of the union, particularly small shops in the south.", "are particularly"),
    (
        "Teachers cannot agree on the cause of the strike and the proper answer thereto.",
        "answer theretoes",
    ),
    (
        "It includes $400 payments to families, an expanded credit and a plan to raise wages.",
        "are an expanded credit",
    ),
    # what one can do says nothing of what else one does
    ("He cannot afford to lose support while simultaneously needing loans.", "can simultaneously need"),
    # a subject whose verb was cut off
    ("Two rifles, ten magazines and about 300 rounds were found and seized.", "magazines and were"),
    ("Two cities voted, the last of which elected a mayor.", "of which"),
    # a question inside a quotation
    ('Berg asked: "Mayor, will you sell the port?" The crowd cheered.', "will you sell"),
    # nothing is denied after "but"
    ("The plan was not approved but delayed.", "not delayed"),
    ("The mayor has not failed but succeeded.", "not succeeded"),
    # an infinitive is no statement
    ("The governor issued orders, only to be rebuffed by the court.", "governor only to be"),
    # a relative clause about what stands before it, not about who is expected to praise it
    (
        "President Berg is expected to praise the right to vote and freedom of speech, "
        "which are not only enshrined in the constitution but also principles of the union.",
        "Berg which",
    ),
    # a modal shared by verbs that look like the past
    ("The crisis could cost trillions and put millions at risk.", "The crisis put millions"),
]


@pytest.mark.parametrize(("sentence", "nonsense"), NEVER, ids=[c[0][:40] for c in NEVER])
def test_nonsense_is_never_claimed(sentence: str, nonsense: str, claims_of: "ClaimsOf") -> None:  # noqa: F821
    texts = [c.text for c in claims_of(sentence)]
    assert texts, "the sentence gives at least one claim"
    assert not any(nonsense in t for t in texts)


def test_a_doubtful_parse_keeps_the_sentence_whole(claims_of: "ClaimsOf") -> None:  # noqa: F821
    claims: tuple[Claim, ...] = claims_of("Also named in the suit were the owner's children.")
    assert [c.doubtful for c in claims] == [True]
    assert claims[0].text == "Also named in the suit were the owner's children"
