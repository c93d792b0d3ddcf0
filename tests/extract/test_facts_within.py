"""Facts within a sentence: what it takes for granted, leaves unsaid, or says of some of those it tells of."""

import pytest

CASES: list[tuple[str, list[str]]] = [
    # rows of infinitives, and of verbs under one modal
    (
        "She wants to widen the port, build a bridge and close the old pier.",
        ["She wants to widen the port", "She wants to build a bridge", "She wants to close the old pier"],
    ),
    (
        "The firm would cut 300 jobs, close two plants and sell its offices.",
        ["The firm would cut 300 jobs", "The firm would close two plants", "The firm would sell its offices"],
    ),
    (
        "Berg asked the court to free her son and drop the charges.",
        ["Berg asked the court to free her son", "Berg asked the court to drop the charges"],
    ),
    (
        "The mayor urged residents to leave and told shops to close.",
        ["The mayor urged residents to leave", "The mayor told shops to close"],
    ),
    ("The ministry refused to publish the report or name its authors.",
     ["The ministry refused to publish the report or name its authors"]),
    # what a clause leaves unsaid comes from the one before it, and never its "not"
    (
        "The north voted for the plan, but the south did not.",
        ["The north voted for the plan", "The south did not vote for the plan"],
    ),
    ("Exports have risen, and imports will too.", ["Exports have risen", "Imports will rise"]),
    (
        "While the results were in line with forecasts, the outlook was not.",
        ["The results were in line with forecasts", "The outlook was not in line with forecasts"],
    ),
    (
        "The cabinet has not approved the plan, and the senate has.",
        ["The cabinet has not approved the plan", "The senate has approved the plan"],
    ),
    (
        "The first witness was not harmed, but the driver was.",
        ["The first witness was not harmed", "The driver was harmed"],
    ),
    # those whom "including" names
    ("Three people died, including a girl aged six.", ["Three people died", "A girl aged six died"]),
    (
        "Several states, including Ruritania, have banned the drug.",
        ["Several states have banned the drug", "Ruritania has banned the drug"],
    ),
    (
        "The fund bought stakes in several firms, including Acme and Borealis.",
        ["The fund bought stakes in several firms", "The fund bought stakes in Acme and Borealis"],
    ),
    (
        "The building houses a number of firms, including a bank and a law office.",
        ["The building houses a number of firms", "The building houses a bank and a law office"],
    ),
    ("No towns, including Hull, signed the deal.", ["No towns, including Hull, signed the deal"]),
    ("The club has ten players, including Berg.", ["The club has ten players, including Berg"]),
    (
        "The state gave $10 million to five firms, including Acme.",
        ["The state gave $10 million to five firms, including Acme"],
    ),
    # deeds that are taken for granted
    (
        "Ann Berg was suspended for insulting a referee.",
        ["Ann Berg was suspended for insulting a referee", "Ann Berg insulted a referee"],
    ),
    (
        "The club apologised for selling the same seats twice.",
        ["The club apologised for selling the same seats twice", "The club sold the same seats twice"],
    ),
    ("Drivers could be fined for parking there.", ["Drivers could be fined for parking there"]),
    # what an event is called, and what a time is told by
    (
        "Two men were shot in what police described as a targeted attack.",
        ["Two men were shot", "That two men were shot was a targeted attack"],
    ),
    (
        "The firm cut 300 jobs in what would be its third round of layoffs this year.",
        [
            "The firm cut 300 jobs",
            "That the firm cut 300 jobs would be its third round of layoffs this year",
        ],
    ),
    (
        "The cuts come at a time when rents are rising.",
        ["The cuts come at a time when rents are rising", "Rents are rising"],
    ),
    # messages that say something
    (
        "The company issued a statement saying the port was safe.",
        ["The company issued a statement", "The port was safe"],
    ),
    (
        "Berg posted a string of notes late Tuesday saying that a partner had cheated.",
        ["Berg posted a string of notes late Tuesday", "A partner had cheated"],
    ),
    # what is said in the same breath, without a comma
    (
        "The court dismissed the challenge on Friday saying the party had failed to prove fraud.",
        ["The court dismissed the challenge on Friday", "The party had failed to prove fraud"],
    ),
    (
        "Berg spoke a day after the court rejected the claims, saying the party lacked evidence.",
        [
            "Berg spoke a day after the court rejected the claims",
            "The court rejected the claims",
            "The party lacked evidence",
        ],
    ),
    (
        "The court dismissed Mr. Berg's appeal on Friday saying the party had failed to prove fraud.",
        ["The court dismissed Mr. Berg's appeal on Friday", "The party had failed to prove fraud"],
    ),
    ("No new toll was given however.", ["No new toll was given"]),
    # circumstances and states
    (
        "With power lines down, thousands waited for help.",
        ["Power lines were down", "Thousands waited for help"],
    ),
    (
        "With the sea increasingly threatening the coast, disputes will get worse.",
        ["The sea is increasingly threatening the coast", "Disputes will get worse"],
    ),
    (
        "Perhaps aware that he had lost, Berg stayed silent.",
        ["Berg was perhaps aware that he had lost", "Berg stayed silent"],
    ),
    (
        "More than 8,000 people slept in shelters, unable to return to their homes.",
        [
            "More than 8,000 people slept in shelters",
            "More than 8,000 people were unable to return to their homes",
        ],
    ),
    (
        "Norway had agreed to a deal in 2011 before the new cabinet pulled back.",
        ["Norway had agreed to a deal in 2011 before the new cabinet pulled back", "The new cabinet pulled back"],
    ),
    ("Berg left the house before police arrived.", ["Berg left the house before police arrived"]),
    (
        "Crews fought through rain to reach villages as the toll rose above 320.",
        ["Crews fought through rain to reach villages", "The toll rose above 320"],
    ),
    (
        "In the hours after the dam broke on Monday, police closed two roads.",
        ["In the hours after the dam broke on Monday, police closed two roads", "The dam broke on Monday"],
    ),
    (
        "$170 million will be released now, and $130 million only if the state meets two conditions.",
        [
            "$170 million will be released now",
            "$130 million will be released only if the state meets two conditions",
        ],
    ),
    (
        "The ministry issued an order blocking the sale.",
        ["The ministry issued an order blocking the sale", "An order blocked the sale"],
    ),
    (
        "They plan to use a rule to pass the bill with few votes, meaning the bill could pass in May.",
        [
            "They plan to use a rule to pass the bill with few votes",
            "That they plan to use a rule to pass the bill with few votes means the bill could pass in May",
        ],
    ),
    (
        "In Kent the share exceeds 7%; together with the new towns it approaches 9%.",
        ["In Kent the share exceeds 7%", "Together with the new towns the share approaches 9%"],
    ),
    (
        "Deputies chased Roe for miles before the driver finally pulled over.",
        ["Deputies chased Roe for miles before the driver finally pulled over", "The driver finally pulled over"],
    ),
    # a condition of what is known, and a speaker behind what others told
    (
        "“He knew if the dam broke, the town would be lost,” Berg said.",
        ["If the dam broke, the town would be lost"],
    ),
    (
        "Witnesses told police that when the man came in at 10am, he looked as if he was ill, Chief Tom Roe said.",
        ["When the man came in at 10am, he looked as if he was ill", "The man came in at 10am"],
    ),
    # what stands beside a noun
    (
        "Among the dead was a father and daughter in Hull, whose boat sank on Tuesday.",
        ["Among the dead was a father and daughter in Hull", "A father and daughter's boat sank on Tuesday"],
    ),
    ("The man, a Scot living in Hull, was fined.", ["The man was fined", "The man is a Scot living in Hull"]),
    (
        "Fears were raised for Whitby, about 120 kilometres north of the capital, which has been cut off.",
        [
            "Fears were raised for Whitby",
            "Whitby is about 120 kilometres north of the capital",
            "Whitby has been cut off",
        ],
    ),
    (
        "The bank sold its stake in Acme, one of its oldest rivals, in May.",
        ["The bank sold its stake in Acme in May", "Acme is one of the bank's oldest rivals"],
    ),
    (
        "They searched for survivors of floods that have killed 350 people.",
        ["They searched for survivors of floods that have killed 350 people", "Floods have killed 350 people"],
    ),
    (
        "In a meeting that began after the clerk, Ann Hale, was suspended, the board voted.",
        [
            "In a meeting that began after Ann Hale was suspended, the board voted",
            "Ann Hale is the clerk",
        ],
    ),
    # verbs that are joined to the wrong one
    (
        "Ann Berg appealed for calm after the ruling and in a speech she told the crowd to go home.",
        ["Ann Berg appealed for calm after the ruling", "In a speech Ann Berg told the crowd to go home"],
    ),
    (
        "Berg said he feared there were 50 dead and broke down in tears.",
        ["There were 50 dead", "Berg broke down in tears"],
    ),
    (
        "“I disagree and reject the ruling,” Berg told reporters.",
        ["Berg disagrees", "Berg rejects the ruling"],
    ),
    (
        "“Rents have doubled,” Berg told the court at the hearing, where fans waited.",
        ["Rents have doubled", "Fans waited at the hearing"],
    ),
    (
        "The firm sold 35 million phones, while the number of tablets sold fell 9%.",
        ["The firm sold 35 million phones", "The number of tablets sold fell 9%"],
    ),
    (
        "The shop posted a profit, beating forecasts but disappointing buyers.",
        ["The shop posted a profit", "The shop beat forecasts", "The shop disappointed buyers"],
    ),
    (
        "The flood, the worst disaster this year, has claimed 45 lives.",
        ["The flood has claimed 45 lives", "The flood is the worst disaster this year"],
    ),
    (
        "Officials say many houses are damaged, and have warned residents against going back.",
        ["Many houses are damaged", "Officials have warned residents against going back"],
    ),
    ("The law, also known as Bill 8, bans smoking.", ["The law bans smoking", "The law is known as Bill 8"]),
    ("Roads were damaged, isolating remote villages.",
     ["Roads were damaged", "That roads were damaged isolated remote villages"]),
    (
        "The league is a club of states, not just a trade bloc.",
        ["The league is a club of states, not just a trade bloc"],
    ),
    # what there is no evidence of is not told
    ("There is no evidence the drug works.", ["There is no evidence the drug works"]),
    ("Police found no sign the fire was set on purpose.", ["Police found no sign the fire was set on purpose"]),
    # a headline that only names what is told
    ("How the dam broke after years of neglect.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_the_facts_within_a_sentence(
    sentence: str,
    expected: list[str],
    claims_of: "ClaimsOf",  # noqa: F821 - the fixture's type
) -> None:
    assert sorted(c.text for c in claims_of(sentence)) == sorted(expected)


def test_what_an_event_is_called_is_whose_word(claims_of: "ClaimsOf") -> None:  # noqa: F821
    named = claims_of("Two men were shot in what police described as a targeted attack.")
    assert {c.text[:4]: c.holder.text if c.holder else None for c in named} == {
        "Two ": None,
        "That": "police",
    }
