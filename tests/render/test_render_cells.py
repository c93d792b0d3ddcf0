"""Every cell text can be read back: the inverses stand here, so that "loses nothing" is tested."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimkb.model import Comparator, Evidence, Modality, Precision
from claimkb.records import DateRecord, QuantityRecord
from claimkb.render.cells import (
    cell,
    cell_text,
    date_text,
    evidence_text,
    join_items,
    quantity_text,
    split_items,
)

words = st.text(st.sampled_from("ab ofof(;)\\|\"'.~ "), min_size=1, max_size=12)
names = st.text(st.sampled_from("abc-"), min_size=1, max_size=8)
amounts = st.one_of(st.none(), st.integers(-(10**6), 10**13).map(float), st.floats(0, 1e6, allow_nan=False))


def read_end(text: str) -> float | None:
    return float(text) if text else None


def read_quantity(text: str) -> QuantityRecord:
    unit = r"(?: (?!\()(\\?(?:\\.|[^\\ ])+))?"  # a bracket begins the written words
    match = re.fullmatch(rf"(\S+) (~?)(\S*){unit}(?: of ((?:\\.|[^\\(])+))? \((.*)\)", text, re.DOTALL)
    assert match, text
    comparator, about, interval, unit_text, of, written = match.groups()
    low, dots, high = interval.partition("..")
    return QuantityRecord(
        read_end(low),
        read_end(high) if dots else read_end(low),
        re.sub(r"\\(.)", r"\1", unit_text) if unit_text else None,
        bool(about),
        comparator,
        re.sub(r"\\(.)", r"\1", of) if of else None,
        written,
    )


def read_date(text: str) -> DateRecord:
    match = re.fullmatch(r"(\S*) (\S+) \((.*)\)", text, re.DOTALL)
    assert match, text
    start, dots, end = match[1].partition("..")
    return DateRecord(start or None, (end if dots else start) or None, match[2], match[3])


def read_evidence(text: str) -> Evidence:
    string = r'("(?:\\.|[^"\\])*")'
    match = re.fullmatch(rf"(.*?): {string} \| {string} = (\S+) \((.*)\)", text, re.DOTALL)
    assert match, text
    return Evidence(match[1], json.loads(match[2]), json.loads(match[3]), match[4], match[5])


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (
            QuantityRecord(1.5e11, 1.5e11, "USD", False, "exact", None, "$150 billion"),
            "exact 150000000000 USD ($150 billion)",
        ),
        (
            QuantityRecord(70000.0, None, "lives", False, "at-least", None, "70,000 plus lives"),
            "at-least 70000.. lives (70,000 plus lives)",
        ),
        (
            QuantityRecord(4.5, 5.5, "%", True, "around", "GDP", "some 5 per cent"),
            "around ~4.5..5.5 % of GDP (some 5 per cent)",
        ),
        (QuantityRecord(None, None, None, True, "around", None, "several"), "around ~.. (several)"),
        (
            QuantityRecord(3.0, 3.0, "barrels of oil", False, "exact", None, "three"),
            r"exact 3 barrels\ of\ oil (three)",
        ),
    ],
)
def test_quantity_text(quantity: QuantityRecord, expected: str) -> None:
    assert quantity_text(quantity) == expected
    assert read_quantity(expected) == quantity


@given(
    st.builds(
        QuantityRecord,
        low=amounts,
        high=amounts,
        unit=st.one_of(st.none(), words),
        approximate=st.booleans(),
        comparator=st.sampled_from([each.value for each in Comparator]),
        of=st.one_of(st.none(), words),
        text=words,
    )
)
def test_a_quantity_can_be_read_back(quantity: QuantityRecord) -> None:
    assert read_quantity(quantity_text(quantity)) == quantity


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (
            DateRecord("2024-05-01", "2024-05-31", "month", "May 2024"),
            "2024-05-01..2024-05-31 month (May 2024)",
        ),
        (DateRecord("2024-05-07", "2024-05-07", "day", "on 7 May"), "2024-05-07 day (on 7 May)"),
        (DateRecord("2014-01-01", None, "period", "since 2014"), "2014-01-01.. period (since 2014)"),
        (DateRecord(None, None, "month", "last month"), ".. month (last month)"),
    ],
)
def test_date_text(date: DateRecord, expected: str) -> None:
    assert date_text(date) == expected
    assert read_date(expected) == date


days = st.one_of(st.none(), st.dates().map(str))


@given(st.builds(DateRecord, start=days, end=days, precision=st.sampled_from(list(Precision)), text=words))
def test_a_date_can_be_read_back(date: DateRecord) -> None:
    assert read_date(date_text(date)) == date


def test_evidence_text() -> None:
    evidence = Evidence("quantity", "1,200 jobs", "around 300", "disjoint", "amounts exclude each other")
    expected = 'quantity: "1,200 jobs" | "around 300" = disjoint (amounts exclude each other)'
    assert evidence_text(evidence) == expected


@given(st.builds(Evidence, comparison=names, a=words, b=words, level=names, label=words))
def test_evidence_can_be_read_back(evidence: Evidence) -> None:
    assert read_evidence(evidence_text(evidence)) == evidence


@given(st.lists(words))
def test_a_list_can_be_read_back(items: list[str]) -> None:
    assert split_items(join_items(items)) == tuple(items)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (("economy", "labour"), "economy; labour"),
        (("one; two", "three"), r"one\; two; three"),
        ((), ""),
        (None, ""),
        (True, "true"),
        (12, "12"),
        (70000.0, "70000"),
        (0.86, "0.86"),
        (Modality.POSSIBLE, "possible"),
        ("plain", "plain"),
    ],
)
def test_cells(value: object, expected: str) -> None:
    assert cell_text(cell(value)) == expected
