"""What holds for any text whatever: spans, ids, reasons, and no crash.

Texts are put together from pieces of English, quotation marks, dashes,
brackets, bullets and odd characters, so that every stage meets what it does
not expect. The examples are the same at every run.
"""

import hashlib
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from claimkb.errors import LanguageError, ReadError
from claimkb.extract.extractor import Extractor
from claimkb.model import Document, Extraction, SentenceRole, SourceInfo

PIECES = [
    "The minister resigned",
    "the company said it would cut 300 jobs",
    "Peru and Chile signed a treaty in 2009",
    "which had been closed since May",
    "according to two officials",
    "neither the union nor the port agreed",
    "he did not tell her",
    "If prices rise, farmers will sell",
    "more than $3.2 billion",
    "the President of the United States",
    "Mr. Hall's wife, a judge",
    "First, the harvest failed",
    "it is not clear whether they won",
    "both countries",
    "I will never leave the board",
    "nearly half of the 120 people",
    "however",
    "because of the strike",
    "and",
    "but not",
    "Read more",
    "By Anna Berg",
    "LONDON",
    "U.S.",
    "e.g.",
    "to be",
    "5.4%",
    "was",
]
MARKS = [
    " ", " ", " ", ", ", ". ", ".\n", "\n\n", "? ", "! ", "; ", ": ", " - ", " — ", "–", "--", "...", "…",
    ' "', '" ', " “", "” ", " ‘", "’ ", "'", "''", "``", " (", ") ", " [", "] ", "\n- ", "\n• ", "\n1. ", "\t",
    "\u00a0", "\u200b", "\u202e", "\ufeff", "\u2028", "\r\n", "\x1b[31m", "\x00", "é", "ß", "漢字", "😀", "ﬁ", "½",
    "<b>", "&amp;", "=1+1", "@name", "#tag", "https://example.org/a?b=c", "$", "%", "/", "\\", "*", "_",
]  # fmt: skip
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(MARKS)), min_size=1, max_size=14).map(
    lambda pairs: "".join(f"{piece}{mark}" for piece, mark in pairs)
)
# A crash that arbitrary text provokes must be found by the same examples everywhere.
bounded = settings(max_examples=80, deadline=None, derandomize=True, database=None)
EXTRACTOR = Extractor()


def extracted(text: str, path: str = "any.txt") -> Extraction | None:
    """What a text gives, None where it is refused."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    try:
        return EXTRACTOR.extract(Document(path, text, digest, SourceInfo("any")))
    except (LanguageError, ReadError):
        return None


@given(TEXTS)
@bounded
def test_spans_slice_back_to_quotes(text: str) -> None:
    found = extracted(text)
    for claim in found.claims if found else ():
        assert text[claim.start : claim.end] == claim.quote
        assert claim.text.strip()
        for quantity in claim.quantities:
            assert text[quantity.start : quantity.end] == quantity.text
        for entity in claim.entities:
            assert text[entity.start : entity.end] == entity.text


@given(TEXTS)
@bounded
def test_ids_are_unique_and_stable(text: str) -> None:
    first, second = extracted(text), extracted(text, path="elsewhere.txt")
    if first is None or second is None:
        assert first is second
        return
    ids = [c.id for c in first.claims]
    assert len(ids) == len(set(ids))
    assert first.claims == second.claims


@given(TEXTS)
@bounded
def test_every_stretch_of_text_has_claims_or_a_reason(text: str) -> None:
    found = extracted(text)
    if found is None:
        return
    claimed = {c.sentence for c in found.claims}
    covered = [False] * len(text)
    for sentence in found.sentences:
        covered[sentence.start : sentence.end] = [True] * (sentence.end - sentence.start)
        assert (sentence.role is SentenceRole.CLAIMS) or sentence.reason
        assert sentence.index in claimed or sentence.reason or _repeats(found, sentence.index)
    for number in re.finditer(r"(?m)^\s*\d+[.)]", text):  # a list's numbers belong to nobody
        covered[number.start() : number.end()] = [True] * len(number[0])
    left = "".join(c for c, inside in zip(text, covered, strict=True) if not inside)
    assert not [c for c in left if c.isalnum()], left


def _repeats(found: Extraction, index: int) -> bool:
    """Whether a sentence only says what another one said: its claims bear that one's number."""
    sentence = found.sentences[index]
    return any(c.start < sentence.end and sentence.start < c.end for c in found.claims)


@given(TEXTS)
@bounded
def test_labels_hold_five_words_at_most(text: str) -> None:
    found = extracted(text)
    for claim in found.claims if found else ():
        assert claim.label.strip()
        assert len(claim.label.split()) <= 5, claim.label


@given(st.lists(TEXTS, min_size=2, max_size=3))
@settings(bounded, max_examples=30)
def test_order_and_repetition_of_documents_do_not_matter(texts: list[str]) -> None:
    alone = [extracted(text) for text in texts]
    backwards = [extracted(text) for text in reversed(texts)]
    assert alone == backwards[::-1]
    assert alone == [extracted(text) for text in texts]
