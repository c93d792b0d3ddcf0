"""Blocks: what every line of a text is, before anything is parsed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimkb.extract.blocks import Block, find_blocks

PROSE = "The ministry said on Monday that prices had risen by a tenth since the spring."
MORE = "Shops in the capital closed early, and two markets did not open at all this week."


def roles(text: str) -> list[tuple[str, str]]:
    return [(block.role.value, text[block.start : block.end]) for block in find_blocks(text)]


def role_of(line: str, text: str) -> str:
    return next(role for role, stretch in roles(text) if line in stretch)


def block_of(line: str, text: str) -> Block:
    return next(block for block in find_blocks(text) if line in text[block.start : block.end])


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Share.", "boilerplate"),
        ("Last updated at 10:23 AM on 4 March 2013", "dateline"),
        ("Posted on October 3, 2014 9:42:08 AM GMT+02:0", "dateline"),
        ("Ana Roe has turned down the ruling Credit: Tom Lee/AP", "boilerplate"),
        ("This winter, give to:", "boilerplate"),
        ("Image caption The shop was badly damaged", "boilerplate"),
        ("Share this article", "boilerplate"),
        ("Facebook | Twitter | WhatsApp", "boilerplate"),
        ("Comments are closed.", "boilerplate"),
        ("Exit mobile version", "boilerplate"),
        ("ADVERTISEMENT", "boilerplate"),
        ("Story continues below", "boilerplate"),
        ("Read also: Five things to know about the strike", "boilerplate"),
        ("Sign up for our daily newsletter and never miss a story.", "boilerplate"),
        ("© 2024 The Harbour Post. All rights reserved.", "boilerplate"),
        ("Copyright 2024 The Harbour Post", "boilerplate"),
        ("We use cookies to improve your experience.", "boilerplate"),
        ("This article was first published in The Harbour Post at https://example.org/a", "boilerplate"),
        ("Originally published in The Harbour Post, 3 May 2024.", "boilerplate"),
        ("Topics #harbour #strike", "boilerplate"),
        ("Tags: harbour, strike", "boilerplate"),
        ("Photo: Jane Doe/The Harbour Post", "boilerplate"),
        ("Dockers at the gate on Monday. (Photo by Jane Doe/Getty Images)", "boilerplate"),
        ("(Reporting by Jane Doe; Editing by John Roe)", "boilerplate"),
        ("Jane Doe contributed reporting from Lima.", "boilerplate"),
        ("* * *", "boilerplate"),
        ("By Jane Doe", "byline"),
        ("BY JANE DOE AND JOHN ROE", "byline"),
        ("By Jane van der Berg, Staff Writer", "byline"),
        ("Jane Doe, Economics Correspondent", "byline"),
        ("Published 3 May 2024", "dateline"),
        ("May 3, 2024, 10:15 am", "dateline"),
        ("2024-05-03", "dateline"),
        ("date 2021-06-22 GulfWire.com", "dateline"),
        ("7 p.m.", "dateline"),
        ("## What the Strike Costs", "heading"),
        ("What the Strike Costs", "heading"),
        ("Pressure on the docks", "heading"),
        ("How the strike began", "heading"),
        ("Thank you for reading.", "greeting"),
        ("Good morning, readers.", "greeting"),
        # Prose that only looks like one of these.
        ("Share prices fell by a fifth.", "claims"),
        ("Comments by the minister are closed to debate.", "claims"),
        ("Copyright law was changed in 2019.", "claims"),
        ("Published in 1998, the novel sold two million copies in a year.", "claims"),
        ("The ministry published in May a report on the harbour.", "claims"),
        ("By Monday, talks had broken down and the port was shut.", "claims"),
        ("Contact tracing at schools failed to stop the outbreak.", "claims"),
        ("More than two million people register daily with the employment office.", "claims"),
        ("Thanks to the reform, exports rose.", "claims"),
        ("Dear oil hurts the poor most of all.", "claims"),
        ("Video from the scene showed flames at the gate.", "claims"),
        ("The union contributed to the campaign of a candidate who opposed the veterans’ bill.", "claims"),
        ("Unemployment is at 9 percent", "claims"),
        ("Theresa May - prime minister at the time - refused.", "claims"),
        ("J. Edgar Hoover led the bureau for decades.", "claims"),
    ],
)
def test_a_line_between_paragraphs_gets_its_role(line: str, role: str) -> None:
    text = f"{PROSE}\n\n{line}\n\n{MORE}\n"
    assert role_of(line, text) == role
    assert role_of(PROSE, text) == role_of(MORE, text) == "claims"


@pytest.mark.parametrize(
    ("dateline", "place", "published"),
    [
        ("LONDON - ", "LONDON", None),
        ("LONDON (Reuters) — ", "LONDON", None),
        ("PARIS, May 3 — ", "PARIS", None),
        ("NEW DELHI, 3 May 2024 (AFP) - ", "NEW DELHI", "2024-05-03"),
        ("WEST PALM BEACH, Fla.—", "WEST PALM BEACH, Fla.", None),
        ("date 2025-01-20 NAIROBI - ", "NAIROBI", "2025-01-20"),
        ("Lille, 8 August 2024 - ", "Lille", "2024-08-08"),
        ("(CNN) -- ", None, None),
        ("Geneva (AP) — ", "Geneva", None),
        ("May 3, 2024 — ", None, "2024-05-03"),
        ("TUNIS (Gulf Wire / AFP - 22nd June, 2021) ", "TUNIS", "2021-06-22"),
        ("CAIRO (Reuters) ", "CAIRO", None),
        ("date 2018-08-25 ", None, "2018-08-25"),
        ("OSLO, Norway: ", "OSLO, Norway", None),
    ],
)
def test_datelines_are_cut_off_the_first_sentence(
    dateline: str, place: str | None, published: str | None
) -> None:
    text = f"{dateline}{PROSE}\n{MORE}"
    first, second, *_ = find_blocks(text)
    assert (first.role.value, text[first.start : first.end]) == ("dateline", dateline.strip())
    assert first.dateline is not None
    assert (first.dateline.place, first.dateline.published) == (place, published)
    assert text[second.start : second.end] == PROSE


def test_a_collectors_day_may_stand_before_a_title() -> None:
    text = f"date 2018-08-19 Ferry services stepped up as storm nears\n\n{PROSE}\n\n{MORE}"
    assert [block.role.value for block in find_blocks(text)] == ["dateline", "title", "claims", "claims"]


@pytest.mark.parametrize(
    "sentence",
    [
        "NATO — an alliance of 32 states — met on Monday in the north of the country.",
        "US - China ties have cooled since the tariffs of the spring came into force.",
        "UNICEF - Children need help, the agency said in its report on the drought.",
        "In March 2020 - China reported its first fall in output for a generation.",
    ],
)
def test_a_sentence_that_opens_with_a_name_and_a_dash_has_no_dateline(sentence: str) -> None:
    assert roles(f"{sentence}\n{MORE}") == [("claims", sentence), ("claims", MORE)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Dockers end their strike\n\n{PROSE}", "Dockers end their strike"),
        (f"Dockers End Their Strike.\n\n{PROSE}", "Dockers End Their Strike."),
        (f"Can the port be saved?\n\n{PROSE}", "Can the port be saved?"),
        (f"# Dockers end their strike\n{PROSE}", "# Dockers end their strike"),
        (f"By Jane Doe\n3 May 2024\n\nDockers end their strike\n\n{PROSE}", "Dockers end their strike"),
        (f"{PROSE}\n\n{MORE}", None),
        (f"LIMA - {PROSE}\n\n{MORE}", None),
        ("Dockers end their strike", None),
        ("Dockers end their strike\nExports rise again", None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    found = [stretch for role, stretch in roles(text) if role == "title"]
    assert found == ([title] if title else [])


def test_a_single_line_is_a_claim_whatever_its_shape() -> None:
    for line in ("Minister Resigns", "Prices rose", "A man is sleeping", "Exports Fall By A Tenth."):
        assert roles(line) == [("claims", line)]


def test_a_heading_glued_to_a_paragraph_is_cut_off() -> None:
    text = f"The plan has three parts:\n- Ports and Roads\n{PROSE} - Schools and Hospitals\n{MORE}"
    assert [role for role, _ in roles(text)] == ["claims", "heading", "claims", "heading", "claims"]
    heading = block_of("Schools", text)
    assert text[heading.start : heading.end] == "- Schools and Hospitals"
    assert text[heading.body : heading.end] == "Schools and Hospitals"
    assert heading.intro == 0


def test_list_items_know_their_title_their_body_and_their_introduction() -> None:
    text = (
        f"{PROSE}\nSuccess demands concrete steps:\n"
        "- Legacy Costs: Pensions take a third of the budget.\n"
        "2. Open tenders: fewer contracts without competition\n"
        "(c) The harbour must be dredged.\n"
        f"{MORE}\n- Dredging goes on.\n"
    )
    titled, numbered, lettered, after, loose = find_blocks(text)[2:]
    assert titled.title is not None
    assert text[slice(*titled.title)] == "Legacy Costs"
    assert text[titled.body : titled.end] == "Pensions take a third of the budget."
    assert text[numbered.body : numbered.end] == "fewer contracts without competition"
    assert (lettered.title, text[lettered.body : lettered.end]) == (None, "The harbour must be dredged.")
    assert [block.item and block.item.marker for block in (titled, numbered, lettered)] == ["-", "2.", "(c)"]
    assert [block.intro for block in (titled, numbered, lettered, after, loose)] == [1, 1, 1, None, None]


@pytest.mark.parametrize(
    "item",
    [
        "- He said it plainly: prices will rise.",
        "- “Quiet: nobody works”, said the guard.",
        "- Prices are up: bread is dear.",
    ],
)
def test_a_colon_inside_a_sentence_makes_no_title(item: str) -> None:
    assert block_of(item, f"{PROSE}\n{item}\n{item}").title is None


def test_bare_lines_after_a_colon_are_items() -> None:
    items = "Stop lying\nShow humility\nFill the gaps in his plans"
    text = f"{PROSE}\nThe paper set him three tasks:\n{items}\n{MORE}"
    assert [(block.role.value, block.intro) for block in find_blocks(text)[2:5]] == [("claims", 1)] * 3


# A sentence, and the words of the items that its enumeration is cut into.
ENUMERATED = [
    (
        "The plan rests on three pillars: first, cheaper loans; second, new roads; and third, better schools.",
        ["cheaper loans", "new roads", "better schools."],
    ),
    ("She named two causes: (1) the drought, and (2) the war.", ["the drought", "the war."]),
    ("She named two causes: a) the drought; b) the war.", ["the drought", "the war."]),
    ("Two things help: firstly, rain and lastly, patience.", ["rain", "patience."]),
    ("He came first and she came second: first prize went to him, second prize to her.", []),
    ("The score was clear: first came Norway, then Peru.", []),
    ("The law has one aim: first, to cut waste.", []),
    ('He said two things: first, "I am ready; second, we go" and no more.', []),
    ("The match began at 10: 1) was the number on his shirt.", []),
]


@pytest.mark.parametrize(("sentence", "items"), ENUMERATED, ids=[case[0][:40] for case in ENUMERATED])
def test_an_enumeration_in_a_sentence_is_a_list(sentence: str, items: list[str]) -> None:
    text = f"{PROSE} {sentence} {MORE}"
    blocks = find_blocks(text)
    found = [block for block in blocks if block.item is not None]
    assert [text[block.body : block.end] for block in found] == items
    assert "".join(text[block.start : block.end] for block in blocks).replace(" ", "") == text.replace(
        " ", ""
    )
    assert all(text[blocks[block.intro or 0].end - 1] == ":" for block in found)
    assert not items or text[blocks[-1].start : blocks[-1].end] == MORE


def test_hard_wrapped_lines_are_one_block() -> None:
    text = (
        "The harbour was closed on Monday after a storm tore down two of the\n"
        "cranes that unload the grain ships. The authority hopes to open one\n"
        "berth by Friday.\n\n"
        "Farmers fear for the harvest, since the silos inland are full and the\n"
        "railway has no wagons to spare. Prices may fall, the union says, unless\n"
        "the army lends its lorries.\n"
        "- The first ship is due in a week, and it is\n"
        "  not clear who will unload it.\n"
    )
    assert [stretch.count("\n") for _, stretch in roles(text)] == [2, 2, 1]


def test_short_lines_of_paragraphs_are_not_joined() -> None:
    assert len(roles(f"{PROSE}\n{MORE}\n’’ Of course, nobody was surprised by that at all.")) == 3


BIOGRAPHIES = [
    "Jane Doe is a research officer at the Centre for Harbour Studies, Lima.",
    "Dr. Jane Doe holds a Ph.D. in economics. She can be found on Twitter @janedoe.",
    "—The writer is an independent analyst based in Lima. (jane.doe@example.org)",
    "The author is a fellow at the Centre for Harbour Studies.",
]


@pytest.mark.parametrize("biography", BIOGRAPHIES)
def test_a_biography_below_the_article(biography: str) -> None:
    assert role_of(biography, f"{PROSE}\n\n{MORE}\n\n{biography}\n") == "biography"


def test_a_staff_section_runs_to_the_end_of_the_text() -> None:
    text = (
        f"{PROSE}\n\n{MORE}\n\nShare.\n\nMs Jane Doe\n\nAssociate Director Research\n\n"
        "Jane Doe has worked as a lecturer in Lima. Her areas of interest include ports.\n\n"
        "She is currently writing a book.\n\nMr John Roe\n\nResearch Officer\n\n"
        "John Roe is a research officer at the Centre. He holds an M.Phil.\n\nExit mobile version\n"
    )
    expected = ["claims", "claims", "boilerplate", *["biography"] * 7, "boilerplate"]
    assert [role for role, _ in roles(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        # An expert who is introduced, then speaks.
        f"{PROSE}\n\nJane Doe is a professor at the University of Lima.\n\nIt was foreseen, Doe said.",
        # The person whom the article is about.
        f"Jane Doe was elected mayor on Monday. {PROSE}\n\nJane Doe is a lecturer at the university.",
        "Jane Doe is a professor at the University of Lima.",
        f"The author is wrong about the harbour, and the figures show it.\n\n{PROSE}",
    ],
)
def test_people_in_the_article_are_no_biographies(text: str) -> None:
    assert {role for role, _ in roles(text)} == {"claims"}


def test_front_matter_code_and_tables_of_markdown_hold_no_claims() -> None:
    text = (
        f"---\ntitle: A\nurl: https://example.org\n---\n# A\n\n{PROSE}\n\n"
        f"```\nprint('a')\n```\n\n| a | b |\n|---|---|\n\n> {MORE}\n"
    )
    expected = [
        *["boilerplate"] * 3,
        "title",
        "claims",
        *["boilerplate"] * 3,
        "fragment",
        "fragment",
        "claims",
    ]
    assert [role for role, _ in roles(text)] == expected
    quoted = find_blocks(text)[-1]
    assert text[quoted.body : quoted.end] == MORE


PIECES = st.sampled_from(
    [
        PROSE,
        MORE,
        "- Item: it rose",
        "LIMA - It rained.",
        "By Jane Doe",
        "\n",
        " ",
        "\u00a0",
        "’’ ",
        "#",
        "1. ",
        "---",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=12).map("\n".join)))
def test_blocks_cover_every_visible_character_once_and_in_order(text: str) -> None:
    covered = 0
    for block in find_blocks(text):
        assert not text[covered : block.start].strip("\ufeff\u200b\u200c\u200d\u2060\u00ad \t\n\r").strip()
        assert covered <= block.start <= block.body <= block.end
        assert block.start < block.end
        if block.title:
            assert block.start <= block.title[0] < block.title[1] <= block.body
        covered = block.end
    assert not text[covered:].strip("\ufeff\u200b\u200c\u200d\u2060\u00ad \t\n\r").strip()


@pytest.mark.parametrize(
    "heading",
    ["## Related articles", "Most read", "### More Must-Reads from Tribune", "Editors’ recommendations:"],
)
def test_headlines_of_other_articles_are_no_claims(heading: str) -> None:
    text = f"{PROSE}\n\n{heading}\n\n- The port of Lima closed in May\n- Rates rose again\n\n{MORE}"
    assert role_of("The port of Lima", text) == role_of("Rates rose", text) == "boilerplate"
    assert role_of(PROSE, text) == role_of(MORE, text) == "claims"


def test_what_follows_a_pointer_to_another_article_keeps_its_claims() -> None:
    text = (
        f"{PROSE}\n\nRead more: Five things to know\n\n- The port of Lima closed in May\n- Rates rose again"
    )
    assert role_of("The port of Lima", text) == "claims"
