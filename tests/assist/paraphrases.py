"""Claims that say what their quote says in slightly other words: what a good model may write, and no check should mind.

`FAITHFUL`: each is a passage with a quote from it and what a model may make of it. How
many of them the checks take is a measure of their strictness (docs/models.md).
`UNFAITHFUL` are the other side, beside the answers of `test_assist_grounding.py`.
What was written later, before the checks were changed again, stands in the lists
that end in `_TOO`.
"""

# ruff: noqa: E501 - a row of a table is a line

HARBOUR = """The Harbour Authority closed the eastern dock on 3 May 2024 after engineers found cracks in 14 of its 40 pillars.

Repairs will cost about $4.5 million and may take until 2026, the authority said. It did not rule out a second closure.

Mayor Ana Ruiz denied that the city had ignored warnings. "We acted within two days," she said. Critics disagree.

If the dock stays shut, Norline could lose a third of its cargo. Norline has not asked for compensation.

The fishing fleet is not affected. Few boats used the dock last year, when traffic fell by 12 percent."""

HOSPITAL = """Oslo's new children's hospital will open in September, two years late, the health ministry announced on Friday.

Its construction was delayed by a shortage of steel and by a strike of 600 electricians. The hospital, which has 240 beds, cost €1.2 billion.

"We cannot promise that there will be no further delays," Health Minister Kari Lund told reporters. She rejected calls for her resignation.

According to the auditor, the ministry never checked the contracts. The builder, Norbygg, must repay €30 million by 2027 unless a court decides otherwise.

Nurses' unions fear that the hospital will not find enough staff. They expect that at least 100 posts will stay vacant. Only two of the five wards have a head nurse."""

BRIDGE = """Marta Keller, the former head of the Linz tram company, tried to buy the old bridge in 2019. The city sold it to Danko instead of Keller.

Danko, not the city, paid for the repairs. Traffic over the bridge rose from 3,000 to 5,200 cars a day, and nearly half of the drivers came from Wels. All lanes except the eastern one were reopened in April. The bridge was closed before the inspectors had finished.

Residents who live near the bridge complain about noise. The new surface is quieter than the old one, said engineer Paul Fink, and mayor Ilse Brandt said that it was more expensive.

The council agreed to consider a toll. A toll would have saved the city €2 million a year, the auditors estimate. Either Danko or the state will pay for the second ramp. Did the council ignore the auditors? Keller allegedly paid an adviser of Brandt. Her lawyer called the report a lie."""

# (passage, quote, claim, holder)
FAITHFUL = [
    # what stands beside the core is left out, or comes first
    (HARBOUR, "The Harbour Authority closed the eastern dock on 3 May 2024", "On 3 May 2024 the Harbour Authority closed the eastern dock", ""),
    (HARBOUR, "The Harbour Authority closed the eastern dock on 3 May 2024", "The eastern dock was closed by the Harbour Authority on 3 May 2024", ""),
    (HARBOUR, "The Harbour Authority closed the eastern dock on 3 May 2024", "The eastern dock was closed on 3 May 2024", ""),
    (HARBOUR, "The Harbour Authority closed the eastern dock on 3 May 2024", "The Harbour Authority has closed the eastern dock", ""),
    (HARBOUR, "engineers found cracks in 14 of its 40 pillars", "Engineers found cracks in 14 of the eastern dock's 40 pillars", ""),
    (HARBOUR, "engineers found cracks in 14 of its 40 pillars", "Engineers found cracks in 14 of the 40 pillars of the eastern dock", ""),
    (HARBOUR, "engineers found cracks in 14 of its 40 pillars", "Cracks were found in 14 of the 40 pillars of the dock", ""),
    (HARBOUR, "Repairs will cost about $4.5 million", "The repairs will cost about $4.5 million", "the authority"),
    (HARBOUR, "Repairs will cost about $4.5 million", "Repairs of the eastern dock will cost about $4.5 million", "the Harbour Authority"),
    (HARBOUR, "Repairs will cost about $4.5 million", "Repairs to the dock will cost around $4.5 million", "the authority"),
    (HARBOUR, "Repairs will cost about $4.5 million and may take until 2026, the authority said", "Repairs may take until 2026", "the authority"),
    (HARBOUR, "Repairs will cost about $4.5 million and may take until 2026, the authority said", "Repairs will cost about $4.5 million", "the authority"),
    (HARBOUR, "It did not rule out a second closure.", "The Harbour Authority did not rule out a second closure", "the authority"),
    (HARBOUR, "It did not rule out a second closure.", "The authority has not ruled out a second closure", ""),
    (HARBOUR, "Mayor Ana Ruiz denied that the city had ignored warnings.", "Mayor Ana Ruiz denies that the city ignored warnings", ""),
    (HARBOUR, "Mayor Ana Ruiz denied that the city had ignored warnings.", "The city had not ignored warnings", "Mayor Ana Ruiz"),
    (HARBOUR, "We acted within two days", "The city acted within two days", "Mayor Ana Ruiz"),
    (HARBOUR, "\"We acted within two days,\" she said.", "The city acted within two days", "Mayor Ana Ruiz"),
    (HARBOUR, "If the dock stays shut, Norline could lose a third of its cargo.", "Norline could lose a third of its cargo if the dock stays shut", ""),
    (HARBOUR, "If the dock stays shut, Norline could lose a third of its cargo.", "If the dock stays shut, Norline could lose one third of its cargo", ""),
    (HARBOUR, "Norline has not asked for compensation.", "Norline hasn't asked for compensation", ""),
    (HARBOUR, "Norline has not asked for compensation.", "Norline did not ask for compensation", ""),
    (HARBOUR, "The fishing fleet is not affected.", "The fishing fleet isn't affected", ""),
    (HARBOUR, "Few boats used the dock last year", "Last year few boats used the dock", ""),
    (HARBOUR, "Few boats used the dock last year, when traffic fell by 12 percent.", "Traffic fell by 12 percent last year", ""),
    (HARBOUR, "traffic fell by 12 percent", "Traffic fell by 12%", ""),
    (HARBOUR, "traffic fell by 12 percent", "Traffic at the dock fell by 12 percent", ""),
    # another text
    (HOSPITAL, "Oslo's new children's hospital will open in September", "The new children's hospital of Oslo will open in September", "the health ministry"),
    (HOSPITAL, "Oslo's new children's hospital will open in September, two years late, the health ministry announced on Friday.", "Oslo's new children's hospital will open in September", "the health ministry"),
    (HOSPITAL, "Oslo's new children's hospital will open in September, two years late", "Oslo's new children's hospital will open two years late", "the health ministry"),
    (HOSPITAL, "Its construction was delayed by a shortage of steel", "The hospital's construction was delayed by a shortage of steel", ""),
    (HOSPITAL, "Its construction was delayed by a shortage of steel and by a strike of 600 electricians.", "The construction of the hospital was delayed by a strike of 600 electricians", ""),
    (HOSPITAL, "Its construction was delayed by a shortage of steel and by a strike of 600 electricians.", "A shortage of steel delayed the construction of the hospital", ""),
    (HOSPITAL, "The hospital, which has 240 beds, cost €1.2 billion.", "The hospital has 240 beds", ""),
    (HOSPITAL, "The hospital, which has 240 beds, cost €1.2 billion.", "The hospital cost €1.2 billion", ""),
    (HOSPITAL, "The hospital, which has 240 beds, cost €1.2 billion.", "Oslo's new children's hospital cost €1.2 billion", ""),
    (HOSPITAL, "We cannot promise that there will be no further delays", "The ministry cannot promise that there will be no further delays", "Health Minister Kari Lund"),
    (HOSPITAL, "She rejected calls for her resignation.", "Health Minister Kari Lund rejected calls for her resignation", ""),
    (HOSPITAL, "She rejected calls for her resignation.", "Kari Lund has rejected calls for her resignation", ""),
    (HOSPITAL, "According to the auditor, the ministry never checked the contracts.", "The ministry never checked the contracts", "the auditor"),
    (HOSPITAL, "the ministry never checked the contracts", "The health ministry never checked the contracts", "the auditor"),
    (HOSPITAL, "the ministry never checked the contracts", "The ministry did not check the contracts", "the auditor"),
    (HOSPITAL, "The builder, Norbygg, must repay €30 million by 2027 unless a court decides otherwise.", "Norbygg must repay €30 million by 2027 unless a court decides otherwise", ""),
    (HOSPITAL, "The builder, Norbygg, must repay €30 million by 2027 unless a court decides otherwise.", "Unless a court decides otherwise, Norbygg must repay €30 million by 2027", ""),
    (HOSPITAL, "The builder, Norbygg, must repay €30 million by 2027 unless a court decides otherwise.", "The builder must repay €30 million by 2027 unless a court decides otherwise", ""),
    (HOSPITAL, "Nurses' unions fear that the hospital will not find enough staff.", "The hospital will not find enough staff", "Nurses' unions"),
    (HOSPITAL, "the hospital will not find enough staff", "The hospital won't find enough staff", "Nurses' unions"),
    (HOSPITAL, "They expect that at least 100 posts will stay vacant.", "Nurses' unions expect that at least 100 posts will stay vacant", ""),
    (HOSPITAL, "They expect that at least 100 posts will stay vacant.", "At least 100 posts will stay vacant", "Nurses' unions"),
    (HOSPITAL, "Only two of the five wards have a head nurse.", "Only two of the hospital's five wards have a head nurse", ""),
]  # fmt: skip

# Written before the checks were widened, to measure what that gained.
FAITHFUL_TOO = [
    (BRIDGE, "Marta Keller, the former head of the Linz tram company, tried to buy the old bridge in 2019.", "Marta Keller tried to buy the old bridge in 2019", ""),
    (BRIDGE, "Marta Keller, the former head of the Linz tram company, tried to buy the old bridge in 2019.", "In 2019, Marta Keller tried to buy the old bridge", ""),
    (BRIDGE, "Marta Keller, the former head of the Linz tram company, tried to buy the old bridge in 2019.", "Marta Keller is the former head of the Linz tram company", ""),
    (BRIDGE, "The city sold it to Danko instead of Keller.", "The city sold the old bridge to Danko instead of Keller", ""),
    (BRIDGE, "The city sold it to Danko instead of Keller.", "The old bridge was sold to Danko instead of Keller", ""),
    (BRIDGE, "Danko, not the city, paid for the repairs.", "Danko, not the city, paid for the repairs of the bridge", ""),
    (BRIDGE, "Traffic over the bridge rose from 3,000 to 5,200 cars a day", "Traffic over the old bridge rose from 3,000 to 5,200 cars a day", ""),
    (BRIDGE, "Traffic over the bridge rose from 3,000 to 5,200 cars a day, and nearly half of the drivers came from Wels.", "Nearly half of the drivers came from Wels", ""),
    (BRIDGE, "nearly half of the drivers came from Wels", "Almost half of the drivers came from Wels", ""),
    (BRIDGE, "All lanes except the eastern one were reopened in April.", "In April, all lanes except the eastern one were reopened", ""),
    (BRIDGE, "All lanes except the eastern one were reopened in April.", "All lanes of the bridge except the eastern one were reopened in April", ""),
    (BRIDGE, "Residents who live near the bridge complain about noise.", "Residents who live near the old bridge complain about noise", ""),
    (BRIDGE, "The new surface is quieter than the old one, said engineer Paul Fink", "The new surface is quieter than the old one", "engineer Paul Fink"),
    (BRIDGE, "The new surface is quieter than the old one, said engineer Paul Fink", "The new surface of the bridge is quieter than the old one", "Paul Fink"),
    (BRIDGE, "mayor Ilse Brandt said that it was more expensive", "The new surface was more expensive", "mayor Ilse Brandt"),
    (BRIDGE, "mayor Ilse Brandt said that it was more expensive", "Ilse Brandt said that the new surface was more expensive", ""),
    (BRIDGE, "A toll would have saved the city €2 million a year, the auditors estimate.", "A toll would have saved the city €2 million a year", "the auditors"),
    (BRIDGE, "Either Danko or the state will pay for the second ramp.", "Either Danko or the state will pay for the second ramp of the bridge", ""),
    (BRIDGE, "Keller allegedly paid an adviser of Brandt.", "Marta Keller allegedly paid an adviser of Ilse Brandt", ""),
    (BRIDGE, "Her lawyer called the report a lie.", "Keller's lawyer called the report a lie", ""),
]  # fmt: skip

# Words of the quote put together to say something else: each was once taken, or stands next to what is.
UNFAITHFUL = [
    (HARBOUR, "The Harbour Authority closed the eastern dock on 3 May 2024", "The eastern dock closed the Harbour Authority on 3 May 2024", ""),
    (HARBOUR, "The Harbour Authority closed the eastern dock on 3 May 2024", "The Harbour Authority was closed by the eastern dock on 3 May 2024", ""),
    (HARBOUR, "The Harbour Authority closed the eastern dock on 3 May 2024", "The Harbour Authority was closed on 3 May 2024", ""),
    (HARBOUR, "engineers found cracks in 14 of its 40 pillars", "Engineers found cracks in 14 of its 40 doors", ""),
    (HARBOUR, "engineers found cracks in 14 of its 40 pillars", "Cracks found engineers in 14 of its 40 pillars", ""),
    (HARBOUR, "If the dock stays shut, Norline could lose a third of its cargo.", "If Norline could lose a third of its cargo, the dock stays shut", ""),
    (HARBOUR, "If the dock stays shut, Norline could lose a third of its cargo.", "The dock stays shut if Norline could lose a third of its cargo", ""),
    (HARBOUR, "If the dock stays shut, Norline could lose a third of its cargo.", "The dock stays shut", ""),
    (HARBOUR, "If the dock stays shut, Norline could lose a third of its cargo.", "Norline could lose a third of its cargo", ""),
    (HARBOUR, "Mayor Ana Ruiz denied that the city had ignored warnings.", "The city denied that Mayor Ana Ruiz had ignored warnings", ""),
    (HARBOUR, "Mayor Ana Ruiz denied that the city had ignored warnings.", "The city had ignored warnings", "Mayor Ana Ruiz"),
    (HARBOUR, "Mayor Ana Ruiz denied that the city had ignored warnings.", "The city had not ignored warnings", ""),
    (HARBOUR, "Repairs will cost about $4.5 million and may take until 2026, the authority said", "Repairs will take until 2026", "the authority"),
    (HARBOUR, "Repairs will cost about $4.5 million and may take until 2026, the authority said", "Repairs may cost about $4.5 million", "the authority"),
    (HARBOUR, "Repairs will cost about $4.5 million and may take until 2026, the authority said", "Repairs may take until 2026", ""),
    (HARBOUR, "Repairs will cost about $4.5 million and may take until 2026, the authority said", "Repairs may take until 2026", "Mayor Ana Ruiz"),
    (HARBOUR, "Few boats used the dock last year, when traffic fell by 12 percent.", "Boats used the dock last year", ""),
    (HARBOUR, "Few boats used the dock last year, when traffic fell by 12 percent.", "Last year boats used the dock", ""),
    (HARBOUR, "Few boats used the dock last year, when traffic fell by 12 percent.", "Last year the dock used few boats", ""),
    (HARBOUR, "Few boats used the dock last year, when traffic fell by 12 percent.", "The dock fell by 12 percent last year", ""),
    (HOSPITAL, "Its construction was delayed by a shortage of steel and by a strike of 600 electricians.", "The construction delayed a shortage of steel", ""),
    (HOSPITAL, "Its construction was delayed by a shortage of steel and by a strike of 600 electricians.", "A shortage of electricians delayed the construction of the hospital", ""),
    (HOSPITAL, "Its construction was delayed by a shortage of steel and by a strike of 600 electricians.", "Construction was delayed by a shortage of 600 electricians", ""),
    (HOSPITAL, "According to the auditor, the ministry never checked the contracts.", "The auditor never checked the contracts", ""),
    (HOSPITAL, "According to the auditor, the ministry never checked the contracts.", "The ministry checked the contracts", "the auditor"),
    (HOSPITAL, "According to the auditor, the ministry never checked the contracts.", "The ministry never checked the contracts", ""),
    (HOSPITAL, "According to the auditor, the ministry never checked the contracts.", "The contracts never checked the ministry", "the auditor"),
    (HOSPITAL, "According to the auditor, the ministry never checked the contracts.", "The ministry never checked the auditor", "the auditor"),
    (HOSPITAL, "The builder, Norbygg, must repay €30 million by 2027 unless a court decides otherwise.", "Norbygg must repay €30 million by 2027", ""),
    (HOSPITAL, "The builder, Norbygg, must repay €30 million by 2027 unless a court decides otherwise.", "A court must repay €30 million by 2027 unless Norbygg decides otherwise", ""),
    (HOSPITAL, "The builder, Norbygg, must repay €30 million by 2027 unless a court decides otherwise.", "Unless Norbygg decides otherwise, a court must repay €30 million by 2027", ""),
    (HOSPITAL, "The builder, Norbygg, must repay €30 million by 2027 unless a court decides otherwise.", "A court decides otherwise", ""),
    (HOSPITAL, "The hospital, which has 240 beds, cost €1.2 billion.", "The hospital has €1.2 billion", ""),
    (HOSPITAL, "The hospital, which has 240 beds, cost €1.2 billion.", "The beds cost €1.2 billion", ""),
    (HOSPITAL, "The hospital, which has 240 beds, cost €1.2 billion.", "The hospital cost 240 beds", ""),
    (HOSPITAL, "The hospital, which has 240 beds, cost €1.2 billion.", "The 240 beds cost €1.2 billion", ""),
    (HOSPITAL, "Nurses' unions fear that the hospital will not find enough staff.", "The hospital will find enough staff", "Nurses' unions"),
    (HOSPITAL, "Nurses' unions fear that the hospital will not find enough staff.", "The hospital fears that nurses' unions will not find enough staff", ""),
    (HOSPITAL, "Nurses' unions fear that the hospital will not find enough staff.", "Nurses' unions will not find enough staff", ""),
    (HOSPITAL, "They expect that at least 100 posts will stay vacant.", "At most 100 posts will stay vacant", "Nurses' unions"),
    (HOSPITAL, "They expect that at least 100 posts will stay vacant.", "At least 100 posts stay vacant", "Nurses' unions"),
    (HOSPITAL, "Only two of the five wards have a head nurse.", "Two of the five wards have a head nurse", ""),
    (HOSPITAL, "Only two of the five wards have a head nurse.", "Only a head nurse has two of the five wards", ""),
    (HOSPITAL, "Only two of the five wards have a head nurse.", "Two of the five wards have only a head nurse", ""),
    (HOSPITAL, "She rejected calls for her resignation.", "Norbygg rejected calls for her resignation", ""),
    (HOSPITAL, "She rejected calls for her resignation.", "Calls for her resignation rejected Kari Lund", ""),
    (HOSPITAL, "She rejected calls for her resignation.", "Health Minister Kari Lund accepted calls for her resignation", ""),
    (HOSPITAL, "We cannot promise that there will be no further delays", "The ministry can promise that there will be no further delays", "Health Minister Kari Lund"),
    (HOSPITAL, "We cannot promise that there will be no further delays", "There will be no further delays", "Health Minister Kari Lund"),
    (HOSPITAL, "Oslo's new children's hospital will open in September, two years late, the health ministry announced on Friday.", "Oslo's new children's hospital will open on Friday", "the health ministry"),
    (HOSPITAL, "Oslo's new children's hospital will open in September, two years late, the health ministry announced on Friday.", "Oslo's new children's hospital will open two years late in September", ""),
]  # fmt: skip

# Kinds of falsehood that none of the above is.
UNFAITHFUL_TOO = [
    (BRIDGE, "Marta Keller, the former head of the Linz tram company, tried to buy the old bridge in 2019.", "Marta Keller bought the old bridge in 2019", ""),  # an attempt made a deed
    (BRIDGE, "Marta Keller, the former head of the Linz tram company, tried to buy the old bridge in 2019.", "Marta Keller is the head of the Linz tram company", ""),  # "former" left out
    (BRIDGE, "Marta Keller, the former head of the Linz tram company, tried to buy the old bridge in 2019.", "The Linz tram company tried to buy the old bridge in 2019", ""),  # part of a name phrase as the actor
    (BRIDGE, "The city sold it to Danko instead of Keller.", "The city sold it to Keller", ""),  # what did not happen
    (BRIDGE, "The city sold it to Danko instead of Keller.", "The city sold it to Keller instead of Danko", ""),
    (BRIDGE, "Danko, not the city, paid for the repairs.", "The city paid for the repairs", ""),  # the denied alternative
    (BRIDGE, "Traffic over the bridge rose from 3,000 to 5,200 cars a day", "Traffic over the bridge rose to 3,000 cars a day", ""),  # the start as the end
    (BRIDGE, "Traffic over the bridge rose from 3,000 to 5,200 cars a day", "Traffic over the bridge rose from 3,000 to 5,200 cars a year", ""),  # another rate
    (BRIDGE, "nearly half of the drivers came from Wels", "Half of the drivers came from Wels", ""),  # "nearly" left out
    (BRIDGE, "All lanes except the eastern one were reopened in April.", "All lanes were reopened in April", ""),  # the exception left out
    (BRIDGE, "All lanes except the eastern one were reopened in April.", "The eastern lane was reopened in April", ""),
    (BRIDGE, "The bridge was closed before the inspectors had finished.", "The inspectors had finished", ""),  # what had not happened yet
    (BRIDGE, "Residents who live near the bridge complain about noise.", "Residents complain about noise", ""),  # a restriction left out
    (BRIDGE, "The new surface is quieter than the old one, said engineer Paul Fink", "The old one is quieter than the new surface", "engineer Paul Fink"),  # comparands exchanged
    (BRIDGE, "The new surface is quieter than the old one, said engineer Paul Fink, and mayor Ilse Brandt said that it was more expensive.", "The new surface is quieter than the old one", "mayor Ilse Brandt"),  # the other speaker
    (BRIDGE, "The council agreed to consider a toll.", "The council agreed to a toll", ""),  # a step left out
    (BRIDGE, "A toll would have saved the city €2 million a year, the auditors estimate.", "A toll saved the city €2 million a year", "the auditors"),  # what would have been
    (BRIDGE, "Either Danko or the state will pay for the second ramp.", "Danko will pay for the second ramp", ""),  # one of two
    (BRIDGE, "Did the council ignore the auditors?", "The council did ignore the auditors", ""),  # a question
    (BRIDGE, "Her lawyer called the report a lie.", "Brandt's lawyer called the report a lie", ""),  # the wrong person for a pronoun
    (BRIDGE, "Keller allegedly paid an adviser of Brandt.", "Keller paid an adviser of Brandt", ""),  # an allegation made a fact
    (BRIDGE, "Either Danko or the state will pay for the second ramp.", "Either Danko or the state will pay for the third ramp", ""),  # another ordinal
    (HARBOUR, "Repairs will cost about $4.5 million", "Repairs will cost about $4.5 million", ""),  # who said it left out of the quote
    (HOSPITAL, "the ministry never checked the contracts", "The ministry never checked the contracts", ""),
    (BRIDGE, "The new surface is quieter than the old one", "The new surface is quieter than the old one", ""),
    (BRIDGE, "Residents who live near the bridge complain about noise.", "Old residents who live near the bridge complain about noise", ""),  # a word of elsewhere before a noun
    (BRIDGE, "Danko, not the city, paid for the repairs.", "Danko, not the old city, paid for the repairs", ""),
]  # fmt: skip
