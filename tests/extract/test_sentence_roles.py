"""Questions, greetings and sentences about the text itself."""

import pytest

from claimkb.extract.sentence_roles import sentence_role

CASES = [
    ("Who pays for the harbour?", "question", "Who pays for the harbour?"),
    ("“How is that possible?” she asked.", "question", "“How is that possible?” she asked."),
    ("He asked, “Who pays?”", "question", "He asked, “Who pays?”"),
    (
        "As the talks drag on, the question arises: Can the port be saved?",
        "question",
        "As the talks drag on, the question arises: Can the port be saved?",
    ),
    ("Prices rose by a tenth again in May: who will stop them?", "question", "who will stop them?"),
    ("The panel that was asked to report in May found nothing: why?", "question", "why?"),
    ("The film shows the minister asking, “Why are we not ahead?”", "question", "“Why are we not ahead?”"),
    (
        "The following analysis highlights the causes.",
        "meta",
        "The following analysis highlights the causes.",
    ),
    *(
        (sentence, role, sentence)
        for sentence, role in [
            ("This story has been corrected to say that the mayor is 40.", "meta"),
            ("The first sentence has been clarified to name the bank.", "meta"),
            ("Read more: Why the mayor went", "boilerplate"),
        ]
    ),
    ("This article examines the strike.", "meta", "This article examines the strike."),
    ("In this essay, I will discuss the strike.", "meta", "In this essay, I will discuss the strike."),
    ("Good morning, readers.", "greeting", "Good morning, readers."),
]


@pytest.mark.parametrize(("sentence", "role", "part"), CASES)
def test_what_is_no_claim(sentence: str, role: str, part: str) -> None:
    verdict = sentence_role(sentence)
    assert verdict is not None
    assert (verdict.role.value, sentence[verdict.start : verdict.end]) == (role, part)
    assert verdict.reason


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister answered the question.",
        "However, I disagree with this analysis.",
        "This article of the treaty bans mines.",
        "This analysis was wrong.",
        "The report examines the causes of the fire.",
        "“Who pays? We all do,” said the mayor.",
        "Welcome changes came on Monday.",
        "",
    ],
)
def test_what_may_be_a_claim(sentence: str) -> None:
    assert sentence_role(sentence) is None
