"""Amounts as newspapers write them: one row a phrase, and what must come out of it."""

import pytest

from claimkb.extract.quantities import find_quantities

# text, then for each quantity: low, high, unit, comparator, approximate, of
POSITIVE = [
    ("Rings and watches worth £2m were taken", [(2e6, 2e6, "GBP", "exact", False, "Rings and watches")]),
    (
        "cash and paintings valued at over $3 million late Sunday",
        [(3e6, None, "USD", "more-than", False, "cash and paintings")],
    ),
    (
        "He left with rings worth 4 million euros in one of the largest thefts",
        [(4e6, 4e6, "EUR", "exact", False, "rings")],
    ),
    (
        "Three uniformed police officers fell",
        [(3, 3, "officers", "exact", False, "uniformed police officers")],
    ),
    ("It left at least nine people dead", [(9, None, "dead", "at-least", False, "people dead")]),
    ("40 Nikkei 225 companies closed", [(40, 40, "companies", "exact", False, "Nikkei 225 companies")]),
    ("Ana Roe and Tom Lee, both 40, left", [(40, 40, "years old", "exact", False, "age")]),
    ("He drove his daughter, 12, to school", [(12, 12, "years old", "exact", False, "age")]),
    ("Roe was 17 at the time", [(17, 17, "years old", "exact", False, "age")]),
    ("the toll had sharply risen to 324", [(324, 324, None, "exact", False, "toll")]),
    ("at least another 14 boats", [(14, None, "boats", "at-least", False, "boats")]),
    ("The number of jobless fell to 40,000", [(40000, 40000, None, "exact", False, "jobless")]),
    ("It spent 5 million euros building a school", [(5e6, 5e6, "EUR", "exact", False, "spending")]),
    ("They signed 10 memoranda", [(10, 10, "memoranda", "exact", False, "memoranda")]),
    ("He was seen killing two co-workers", [(2, 2, "co-workers", "exact", False, "co-workers")]),
    ("They had 26 crewmen aboard", [(26, 26, "crewmen", "exact", False, "crewmen")]),
    ("Two of them fled", [(2, 2, None, "exact", False, None)]),
    ("people under 30", [(None, 30, "years old", "less-than", False, "age")]),
    ("He thought about the 15 years there", [(15, 15, "years", "exact", False, "duration")]),
    ("Ann Roe is 70.", [(70, 70, "years old", "exact", False, "age")]),
    ("a mother of 6", [(6, 6, "children", "exact", False, "children")]),
    ("the tax rate, at 35 percent, is high", [(35, 35, "%", "exact", False, "tax rate")]),
    ("They cut the sales tax to 4 percent in a deal", [(4, 4, "%", "exact", False, "sales tax")]),
    (
        "Some 60 percent of the 900 voters agreed",
        [(60, 60, "%", "around", True, "voters"), (900, 900, "voters", "exact", False, "voters")],
    ),
    ("a group of 30 nations", [(30, 30, "nations", "exact", False, "nations")]),
    (
        "Sales rose 4% to $3bn",
        [(4, 4, "%", "exact", False, "Sales"), (3e9, 3e9, "USD", "exact", False, "Sales")],
    ),
    ("a loan of $4 billion", [(4e9, 4e9, "USD", "exact", False, "loan")]),
    ("more than a third of U.N. members", [(33.33, None, "%", "more-than", True, "U.N. members")]),
    ("the $40 million rescue package", [(4e7, 4e7, "USD", "exact", False, "rescue package")]),
    ("$12 billion in crop damage", [(12e9, 12e9, "USD", "exact", False, "crop damage")]),
    ("The floods cost around $90 billion", [(9e10, 9e10, "USD", "around", True, "cost")]),
    ("Farmers lost nearly £3m", [(None, 3e6, "GBP", "nearly", True, "loss")]),
    ("fish exports worth €1.2bn annually", [(1.2e9, 1.2e9, "EUR", "exact", False, "fish exports; per year")]),
    (
        "a treaty—currently worth $7.5 billion a year",
        [(7.5e9, 7.5e9, "USD", "exact", False, "treaty; per year")],
    ),
    ("more than 5 million dollars", [(5e6, None, "USD", "more-than", False, None)]),
    ("tens of millions of dollars", [(2e7, None, "USD", "at-least", True, None)]),
    (
        "USD 5m and 300 yen",
        [(5e6, 5e6, "USD", "exact", False, None), (300, 300, "JPY", "exact", False, None)],
    ),
    ("Rs 5 crore", [(5e7, 5e7, "INR", "exact", False, None)]),
    ("₹2 lakh", [(2e5, 2e5, "INR", "exact", False, None)]),
    ("20 million Canadian dollars", [(2e7, 2e7, "CAD", "exact", False, None)]),
    ("HK$300 million", [(3e8, 3e8, "HKD", "exact", False, None)]),
    ("50 cents", [(0.5, 0.5, "USD", "exact", False, None)]),
    ("$5-10 billion", [(5e9, 10e9, "USD", "range", False, None)]),
    ("$25 to $30 a barrel", [(25, 30, "USD", "range", False, "per barrel")]),
    ("between $2 and $3 million", [(2e6, 3e6, "USD", "range", False, None)]),
    ("up to $900 per person", [(None, 900, "USD", "at-most", False, "per person")]),
    (
        "fees rose from $640 to $1,160",
        [(640, 640, "USD", "exact", False, None), (1160, 1160, "USD", "exact", False, None)],
    ),
    ("70,000 plus lives", [(70000, None, "lives", "at-least", False, "lives")]),
    ("over 70,000 lives lost", [(70000, None, "lives", "more-than", False, "lives")]),
    ("four Danish companies", [(4, 4, "companies", "exact", False, "Danish companies")]),
    ("there are five major areas/factors", [(5, 5, "areas", "exact", False, "major areas")]),
    # what is measured, where only the words around it tell
    ("The climber fell about 600m.", [(600, 600, "m", "around", True, "fall")]),
    ("The wall is 600m long.", [(600, 600, "m", "exact", False, "length")]),
    ("Profit rose to 600m.", [(6e8, 6e8, None, "exact", False, None)]),
    ("The firm made 40m last year.", [(None, None, None, "exact", False, None)]),
    ("35 miles southwest of the port", [(35, 35, "miles", "exact", False, "distance")]),
    ("12 years in prison", [(12, 12, "years", "exact", False, "prison term")]),
    ("a 6.1-magnitude quake", [(6.1, 6.1, "magnitude", "exact", False, "magnitude")]),
    ("a tremor of magnitude 5.9", [(5.9, 5.9, "magnitude", "exact", False, "magnitude")]),
    ("an 18-month-old boy", [(18, 18, "months", "exact", False, "age")]),
    ("Ann Lee (52) resigned.", [(52, 52, "years old", "exact", False, "age")]),
    ("Ann Lee, 40 — a nurse — resigned.", [(40, 40, "years old", "exact", False, "age")]),
    ("Half the roof was gone.", [(50, 50, "%", "exact", True, "roof")]),
    ("one in five pupils", [(20, 20, "%", "exact", True, "pupils")]),
    ("nine out of ten doctors", [(90, 90, "%", "exact", True, "doctors")]),
    ("35 percent of local jobs depend on trade", [(35, 35, "%", "exact", False, "local jobs")]),
    ("The blast killed at least 12.", [(12, None, None, "at-least", False, "killed")]),
    ("No fewer than 20 died.", [(20, None, None, "at-least", False, "died")]),
    ("The toll rose to 14.", [(14, 14, None, "exact", False, "toll")]),
    (
        "The index fell 1,420 points, or 6.7%.",
        [(1420, 1420, "points", "exact", False, "index"), (6.7, 6.7, "%", "exact", False, "index")],
    ),
    ("the 9-11 attacks", []),
    ("a magnitude-6.4 quake", [(6.4, 6.4, "magnitude", "exact", False, "magnitude")]),
    ("a magnitude of at least 5.9", [(5.9, None, "magnitude", "at-least", False, "magnitude")]),
    ("The boy was shot eleven times.", [(11, 11, "times", "exact", False, "shot")]),
    ("$12 an hour in rural regions", [(12, 12, "USD", "exact", False, "per hour")]),
    ("$10 billion offshore", [(1e10, 1e10, "USD", "exact", False, None)]),
    ("bringing us up to 83% of our capacity", [(83, 83, "%", "exact", False, "capacity")]),
    ("six AK 47 rifles", [(6, 6, "rifles", "exact", False, "AK 47 rifles")]),
    ("two F 16 jets", [(2, 2, "jets", "exact", False, "F 16 jets")]),
    ("falling 150 metres from a ridge", [(150, 150, "m", "exact", False, "fall")]),
    # a bare number that tells the size of something, but no year
    (
        "a valley with a population of more than 37,400",
        [(37400, None, None, "more-than", False, "population")],
    ),
    ("The death toll of 300 rose.", [(300, 300, None, "exact", False, "death toll")]),
    ("a crowd of 2,000 people", [(2000, 2000, "people", "exact", False, "people")]),
    ("the toll of 2001", []),
    ("12 soldiers were killed", [(12, 12, "soldiers", "exact", False, "soldiers")]),
    ("At least 12 were killed", [(12, None, None, "at-least", False, "killed")]),
    (
        "The blast killed 12 and wounded 30.",
        [(12, 12, None, "exact", False, "killed"), (30, 30, None, "exact", False, "injured")],
    ),
    ("12 dead", [(12, 12, None, "exact", False, "dead")]),
    ("2000 soldiers", [(2000, 2000, "soldiers", "exact", False, "soldiers")]),
    ("20 litres of water a day", [(20, 20, "litres", "exact", False, "water; per day")]),
    ("$5 million in aid a year", [(5000000, 5000000, "USD", "exact", False, "aid; per year")]),
    ("1,950 tonnes of rice", [(1950, 1950, "tonnes", "exact", False, "rice")]),
    ("a million people", [(1e6, 1e6, "people", "exact", False, "people")]),
    ("11m euros", [(11e6, 11e6, "EUR", "exact", False, None)]),
    ("a 170,000-square-foot hall", [(170000, 170000, "square feet", "exact", False, "area")]),
    ("5m people", [(5e6, 5e6, "people", "exact", False, "people")]),
    ("half a million jobs", [(5e5, 5e5, "jobs", "exact", False, "jobs")]),
    ("two and a half million voters", [(2.5e6, 2.5e6, "voters", "exact", False, "voters")]),
    ("hundreds of thousands of refugees", [(2e5, None, "refugees", "at-least", True, "refugees")]),
    ("dozens of houses", [(24, None, "houses", "at-least", True, "houses")]),
    ("several million viewers", [(2e6, None, "viewers", "at-least", True, "viewers")]),
    ("a dozen schools", [(12, 12, "schools", "exact", False, "schools")]),
    ("one hundred and five ships", [(105, 105, "ships", "exact", False, "ships")]),
    ("twenty-five judges", [(25, 25, "judges", "exact", False, "judges")]),
    ("no fewer than three ministers", [(3, None, "ministers", "at-least", False, "ministers")]),
    ("as many as 1.2 million souls", [(None, 1.2e6, "souls", "at-most", False, "souls")]),
    ("fewer than 100 beds", [(None, 100, "beds", "less-than", False, "beds")]),
    ("an estimated 300 whales", [(300, 300, "whales", "around", True, "whales")]),
    ("100 or more pupils", [(100, None, "pupils", "at-least", False, "pupils")]),
    ("40+ countries", [(40, None, "countries", "at-least", False, "countries")]),
    ("two or three bridges", [(2, 3, "bridges", "range", False, "bridges")]),
    ("Between 2 and 3 million people", [(2e6, 3e6, "people", "range", False, "people")]),
    ("a 12-member panel", [(12, 12, "members", "exact", False, "members")]),
    ("three of his children", [(3, 3, "children", "exact", False, "children")]),
    (
        "from 5 million to 7 million units",
        [(5e6, 5e6, "units", "exact", False, "units"), (7e6, 7e6, "units", "exact", False, "units")],
    ),
    ("20% of voters", [(20, 20, "%", "exact", False, "voters")]),
    ("15 per cent", [(15, 15, "%", "exact", False, None)]),
    ("between 10 and 15 percent of seats", [(10, 15, "%", "range", False, "seats")]),
    ("inflation rose to 7.5 percent", [(7.5, 7.5, "%", "exact", False, "inflation")]),
    ("unemployment fell 0.5 percentage points", [(0.5, 0.5, "pp", "exact", False, "unemployment")]),
    ("25 basis points", [(0.25, 0.25, "pp", "exact", False, None)]),
    ("two-thirds of lawmakers", [(66.67, 66.67, "%", "exact", True, "lawmakers")]),
    ("more than half of the population", [(50, None, "%", "more-than", True, "population")]),
    ("a quarter of the harvest", [(25, 25, "%", "exact", True, "harvest")]),
    ("three times as many", [(3, 3, "times", "exact", False, None)]),
    ("a fivefold increase", [(5, 5, "times", "exact", False, None)]),
    ("prices doubled", [(2, 2, "times", "exact", False, None)]),
    ("about 200 km from Oslo", [(200, 200, "km", "around", True, "distance")]),
    ("nearly 100 MW", [(None, 100, "MW", "nearly", True, None)]),
    ("38°C", [(38, 38, "°C", "exact", False, "temperature")]),
    ("two decades", [(20, 20, "years", "exact", False, "duration")]),
    ("a two-day summit", [(2, 2, "days", "exact", False, "duration")]),
    ("60 hours a week", [(60, 60, "hours", "exact", False, "per week")]),
    ("a 45-year-old teacher", [(45, 45, "years old", "exact", False, "age")]),
    ("Jane Roe, 52, of Leeds", [(52, 52, "years old", "exact", False, "age")]),
    (
        "$5 billion over ten years",
        [(5e9, 5e9, "USD", "exact", False, None), (10, 10, "years", "exact", False, "duration")],
    ),
    ("closed for over ten years", [(10, None, "years", "more-than", False, "duration")]),
    ("He weighs 236 pounds", [(236, 236, "pounds (mass)", "exact", False, "weight")]),
    ("two teachers unions", [(2, 2, "unions", "exact", False, "teachers unions")]),
    ("$3\u00a0billion", [(3e9, 3e9, "USD", "exact", False, None)]),
    ("10–15 people", [(10, 15, "people", "range", False, "people")]),
]

NEGATIVE = [
    "in 2018",
    "the 2018 elections",
    "since 2001,",
    "the late 1990s",
    "20 January 2025",
    "January 20",
    "Jan. 3-5, 2020",
    "on 9/11",
    "at 5:30 pm",
    "at 5 p.m.",
    "COVID-19",
    "an F-16",
    "a Boeing 737",
    "under Section 230",
    "Article 370",
    "Resolution 1267",
    "the G7",
    "the Group of 20",
    "5G",
    "Web 3.0",
    "the fifth most populous",
    "her second term",
    "the 20th century",
    "won 3-0",
    "a 5-4 ruling",
    "a third party",
    "the first half",
    "one of the first",
    "one another",
    "No one knows",
    "the two countries",
    "call 555-123-4567",
    "1. Reform",
    "at 1600 Example Avenue",
    "near 473 East 52nd Street",
    "the Group of 7",
    "France is 3.",
    "He doubled down",
    "https://example.org/2020/12345",
    "Agenda 2030",
    "24/7",
    "at one point",
    "one day",
    "two decades ago",
    "over the past two decades",
    "three months later",
    "below 2005 levels",
    "post-9/11",
]


@pytest.mark.parametrize(("text", "expected"), POSITIVE)
def test_amounts(
    text: str, expected: list[tuple[float | None, float | None, str | None, str, bool, str | None]]
) -> None:
    found = find_quantities(text)
    assert [(q.low, q.high, q.unit, q.comparator.value, q.approximate, q.of) for q in found] == expected


@pytest.mark.parametrize("text", NEGATIVE)
def test_numbers_that_are_names(text: str) -> None:
    assert find_quantities(text) == ()


@pytest.mark.parametrize("text", [text for text, _ in POSITIVE])
def test_offsets_hold_the_words_as_written(text: str) -> None:
    for quantity in find_quantities(text, offset=1000):
        assert text[quantity.start - 1000 : quantity.end - 1000] == quantity.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Firms lost around $150 billion, and", "around $150 billion"),
        ("and 70,000 plus lives were", "70,000 plus lives"),
        ("It was between 10 and 15 percent then", "between 10 and 15 percent"),
    ],
)
def test_words_take_in_the_bound_and_the_unit(text: str, words: str) -> None:
    assert [q.text for q in find_quantities(text)] == [words]


@pytest.mark.parametrize(
    "text", ["9" * 5000, "1," * 20000, "one " * 20000, "$" * 20000, "hundred and " * 10000, "٣ ２０ people"]
)
def test_hostile_text_is_read_quickly_and_finitely(text: str) -> None:
    assert all(abs(end) < 1e300 for q in find_quantities(text) for end in (q.low, q.high) if end is not None)
