import csv
import io
import json
import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render_examples import CLAIM, CLAIM_DETAIL, DETAIL, RELATION, matrix

from claimkb.errors import ClaimkbError
from claimkb.records import ClaimRecord, RelationRecord, SourceRecord, ThemeRecord
from claimkb.render.formats import FORMATS, WriteOptions, format_named, format_of_path
from claimkb.render.formulas import unguard
from claimkb.render.sheet import (
    Sheet,
    columns_of,
    sheet_of,
    sheet_of_claim,
    sheet_of_details,
    sheet_of_matrix,
)

CONTRACT = {
    ClaimRecord: """id label text quote start end document source title author published url themes entities
        subject predicate object polarity modality attributed_to stance quantities dates ambiguous agreements
        contradictions""",
    RelationRecord: """id kind type confidence reason evidence themes scope status note
        a_id a_label a_text a_quote a_start a_end a_document a_source a_published a_attributed_to
        b_id b_label b_text b_quote b_start b_end b_document b_source b_published b_attributed_to""",
    SourceRecord: "id name title author published published_inferred url documents claims reliability",
    ThemeRecord: "slug label broader iptc claims sources",
}
# What came later stands after the columns that others rely on.
ADDED = {
    ClaimRecord: "corroboration reliability rating note extractor",
    RelationRecord: """a_title a_author a_url a_reliability a_rating a_note
        b_title b_author b_url b_reliability b_rating b_note""",
    SourceRecord: "note",
    ThemeRecord: "",
}


def written(sheet: Sheet, name: str, *, raw: bool = False, excel: bool = False) -> bytes:
    out = io.BytesIO()
    format_named(name).writer()(sheet, out, WriteOptions(raw=raw, excel=excel))
    return out.getvalue()


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


@pytest.mark.parametrize("record", CONTRACT)
def test_the_columns_are_the_public_ones(record: type) -> None:
    columns = CONTRACT[record].split() + ADDED[record].split()
    assert [field.name for field in fields(record)] == columns
    assert read_csv(written(sheet_of(record, ()), "csv")) == [columns]
    assert written(sheet_of(record, ()), "tsv").decode().rstrip("\n").split("\t") == columns


def test_csv_is_rfc_4180() -> None:
    content = written(sheet_of(ClaimRecord, (replace(CLAIM, quote='cost "many"\njobs, and hope'),)), "csv")
    assert content.count(b"\r\n") == 2
    assert b'"cost ""many""\njobs, and hope"' in content
    row = dict(zip(*read_csv(content), strict=True))
    assert row["quote"] == 'cost "many"\njobs, and hope'
    assert row["themes"] == "economy; labour"
    assert row["quantities"] == "exact 1200 jobs (1,200 jobs)"
    assert row["ambiguous"] == "false"
    assert row["author"] == "Ann Lee"
    assert row["url"] == ""


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_csv_gives_back_any_text(text: str) -> None:
    sheet = Sheet(("text",), ((text,),))
    assert read_csv(written(sheet, "csv", raw=True))[1:] == ([[text]] if text else [[""]])
    assert unguard(read_csv(written(sheet, "csv"))[1][0]) == text


def test_numbers_are_never_guarded_and_raw_guards_nothing() -> None:
    sheet = Sheet(("a", "b"), ((-5, "-5 degrees"), (-0.5, "@x")))
    assert read_csv(written(sheet, "csv"))[1:] == [["-5", "'-5 degrees"], ["-0.5", "'@x"]]
    assert read_csv(written(sheet, "csv", raw=True))[1:] == [["-5", "-5 degrees"], ["-0.5", "@x"]]


def test_excel_gets_a_byte_order_mark_once() -> None:
    for name in ("csv", "tsv"):
        content = written(sheet_of(ClaimRecord, (CLAIM,)), name, excel=True)
        assert content.startswith(b"\xef\xbb\xbfid")
        assert content.count(b"\xef\xbb\xbf") == 1


def unescape(cell: str) -> str:
    """The reverse of the escapes of a TSV cell."""
    named = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
    pattern = re.compile(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4}|.)")
    return pattern.sub(lambda m: named.get(m[1]) or chr(int(m[1][1:], 16)), cell)


@given(st.text(st.characters(codec="utf-8")))
def test_tsv_is_one_line_a_record_and_loses_nothing(text: str) -> None:
    content = written(Sheet(("a", "b"), ((text, "x"),)), "tsv", raw=True).decode()
    lines = content.split("\n")
    assert len(lines) == 3
    assert len(content.splitlines()) == 2
    assert unescape(lines[1].split("\t")[0]) == text


def test_json_and_json_lines_hold_the_same_objects() -> None:
    sheet = sheet_of(RelationRecord, (RELATION, RELATION))
    array = json.loads(written(sheet, "json"))
    lines = written(sheet_of(RelationRecord, (RELATION, RELATION)), "jsonl").decode().splitlines()
    assert [json.loads(line) for line in lines] == array
    assert list(array[0]) == list(columns_of(RelationRecord))
    assert array[0]["evidence"][0]["label"] == "amounts exclude each other"
    assert array[0]["kind"] == "contradiction"


def test_nested_records_are_objects_in_json() -> None:
    (claim,) = json.loads(written(sheet_of(ClaimRecord, (CLAIM,)), "json"))
    assert claim["quantities"] == [
        {
            "low": 1200,
            "high": 1200,
            "unit": "jobs",
            "approximate": False,
            "comparator": "exact",
            "of": None,
            "text": "1,200 jobs",
        }
    ]
    assert claim["dates"][0]["precision"] == "year"


def test_json_keeps_letters_and_escapes_what_terminals_obey() -> None:
    content = written(Sheet(("text",), (("“naïve” \x1b[31m\x9b \u202e\u2028",),)), "jsonl").decode()
    assert content == '{"text": "“naïve” \\u001b[31m\\u009b \\u202e\\u2028"}\n'
    assert json.loads(content) == {"text": "“naïve” \x1b[31m\x9b \u202e\u2028"}


def test_an_empty_list_is_valid_in_every_format() -> None:
    empty = sheet_of(ThemeRecord, ())
    assert json.loads(written(empty, "json")) == []
    assert written(empty, "jsonl") == b""
    assert written(empty, "tsv").count(b"\n") == 1
    assert written(empty, "md").count(b"\n") == 2


def test_markdown_is_inert() -> None:
    text = "a | b <script>x</script> [link](javascript:x) ![i](u) *bold* `code`\nnext"
    content = written(Sheet(("claim",), ((text,),)), "md").decode()
    row = content.splitlines()[2]
    assert len(content.splitlines()) == 3
    assert re.sub(r"\\.", "", row).count("|") == 2
    assert not re.search(r"(?<!\\)[<\[*`]", row)


def test_formats_come_from_endings() -> None:
    table = {
        "a.csv": "csv",
        "a.JSONL": "jsonl",
        "a.ndjson": "jsonl",
        "a.json": "json",
        "a.tsv": "tsv",
        "a.md": "md",
        "a.parquet": "parquet",
        "a.jsonld": "jsonld",
        "a.csl.json": "csl",
        "a.bib": "bibtex",
        "a.xyz": "csv",
        "a": "csv",
    }
    assert {name: format_of_path(Path(name)).name for name in table} == table
    assert [each.name for each in FORMATS] == list(dict.fromkeys(table.values()))


def test_details_add_columns_after_the_public_ones() -> None:
    (row,) = json.loads(written(sheet_of_details((DETAIL,)), "json"))
    assert list(row)[: len(CONTRACT[RelationRecord].split())] == CONTRACT[RelationRecord].split()
    assert row["rule"] == "R5"
    assert row["a_marks"] == ["1,200 jobs"]


def test_a_claim_whole_holds_its_relations() -> None:
    (row,) = json.loads(written(sheet_of_claim(CLAIM_DETAIL), "json"))
    assert row["relations"][0]["type"] == "quantity"
    assert row["sentence"].startswith("When the paper mill")


def test_a_matrix_has_a_column_for_each_source() -> None:
    rows = read_csv(written(sheet_of_matrix(matrix(2, 3)), "csv"))
    expected = [["slug", "claims", "source-0", "source-1", "source-2"], ["theme-1", "3", "0", "1", "2"]]
    assert [rows[0], rows[2]] == expected


def test_parquet_holds_typed_columns_or_says_how_to_get_them(tmp_path: Path) -> None:
    try:
        import pyarrow.parquet
    except ImportError:
        with pytest.raises(ClaimkbError, match=re.escape("claimkb[parquet]")):
            written(sheet_of(ClaimRecord, (CLAIM,)), "parquet")
        return
    path = tmp_path / "claims.parquet"
    path.write_bytes(written(sheet_of(ClaimRecord, (CLAIM,)), "parquet"))
    (row,) = pyarrow.parquet.read_table(path).to_pylist()
    assert row["themes"] == ["economy", "labour"]
    assert row["quantities"][0]["low"] == 1200.0
